"""Computers that hold this workspace."""

from db.models.base import Exchanged


class Device(Exchanged, table=True):
    """A computer, keyed by its number (48 bits, as 12 hex digits): its name and who uses it."""

    __tablename__ = "device"
    name: str
    owner: str | None = None
