"""Computers that hold this workspace, and who was erased from it."""

from sqlmodel import Field

from db.models.base import Exchanged


class Device(Exchanged, table=True):
    """A computer, keyed by its number (48 bits, as 12 hex digits): its name and who uses it.

    ``certificate``: who admitted it, with which keys and for what; signed, see ``db/circle``.
    ``follows``: the device whose file was copied here, under whose keys this one works.
    """

    __tablename__ = "device"
    name: str
    owner: str | None = None
    certificate: str | None = None
    follows: str | None = None


class Erasure(Exchanged, table=True):
    """A person whose data were erased, and why; holds nothing that names her. Id derived from the person.

    ``person_id``: goes to every device, so it may be of a row that is not there.
    ``naming``: JSON list of table, row and fields of others that named her until then.
    ``certificate``: the signed order of a device that may give it.
    """

    __tablename__ = "erasure"
    person_id: str = Field(index=True)
    date: str
    reason: str
    naming: str
    certificate: str
