"""Questions about the circle of computers, and the keys of this one. The keys never leave db."""

from db.circle.certificates import Circle, DeviceRow, Member
from db.circle.keys import Keys, restored
from db.engine import Reader
from db.errors import UserError
from db.log.identity import device_text
from resources.texts import N_

HERE = "here"
NO_SUCH_DEVICE = N_(
    "There is no computer “{device}” in the circle, or more than one of that name. "
    "Look at the list of computers and give its number."
)
NOT_YOURS = N_("Only computers that may admit others can do this. Ask one of them: {names}.")


def circle(reader: Reader) -> Circle:
    """The circle as the file tells it."""
    return Circle(
        str(reader.value("SELECT circle FROM log_state")),
        reader.rows(DeviceRow, "SELECT id, name, owner, certificate, follows, removed FROM device"),
    )


def called(reader: Reader, device: str) -> Member:
    """The member whose number or name is given; ``here`` is the one in front.

    Raises UserError where there is none, or more than one.
    """
    known = circle(reader)
    if device == HERE:
        here = known.of(int(reader.value("SELECT device FROM log_state")))
        found = [] if here is None else [here]
    else:
        wanted = device.casefold()
        found = [
            one
            for one in known.members
            if not one.grant.dismissed
            and wanted in (one.row.id, one.row.name.casefold(), *map(device_text, one.numbers))
        ]
    if len(found) != 1:
        raise UserError(NO_SUCH_DEVICE, device=device)
    return found[0]


def own_keys(reader: Reader) -> Keys:
    """Keys of this computer."""
    found = reader.one(restored, "SELECT signing, sealing FROM circle_key")
    assert found is not None  # noqa: S101 - every workspace has them since it was made
    return found


def admitting_keys(reader: Reader) -> Keys:
    """Keys of this computer, which may admit others. Raises UserError where it may not."""
    known, own = circle(reader), own_keys(reader)
    member = known.by_key(own.public.sign)
    if member is None or member.grant.dismissed or not member.grant.admits:
        names = [
            one.row.name if one.row.owner is None else f"{one.row.owner} ({one.row.name})"
            for one in known.members
            if one.grant.admits and not one.grant.dismissed
        ]
        raise UserError(NOT_YOURS, names=", ".join(names))
    return own
