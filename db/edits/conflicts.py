"""What users do with conflicts: they decide, and the decision travels like any other edit."""

from sqlmodel import Session

from db.edits.edit import edit, raw, reader_of
from db.errors import UserError
from db.log.writing import confirm
from db.queries import records
from db.queries.conflicts import ConflictRow, conflict
from resources.texts import N_

SETTLED = N_("This is decided already. Perhaps somebody else did it, and it came with a file.")
NOT_A_NUMBER = N_("This must be a number. Please check “{typed}”.")
NO_SUCH_ENTRY = N_("There is no entry “{typed}” that this could point to.")
YES_OR_NO = N_("Write yes or no. Please check “{typed}”.")

HERE, THERE = "here", "there"
_YES, _NO = ("1", "yes", "ya", "true"), ("0", "no", "tidak", "false")


@edit(N_("Decide between two entries"))
def resolve(session: Session, conflict_id: str, take: str) -> None:
    """Let one value stand: that of ``here``, that of ``there``, or another one as it is typed.

    Raises UserError where nothing is open under this id, or the value does not fit the field.
    """
    reader = reader_of(session)
    found = conflict(reader, conflict_id)
    if found is None:
        raise UserError(SETTLED)
    if take in (HERE, THERE):
        value = (found.here if take == HERE else found.there).value
    else:
        value = _typed(session, found, take)
    # A value of one's own could be one more of those that nobody compared: first say what was seen.
    confirm(raw(session), found.table, found.row, found.field)
    if value != found.shown:
        raw(session).execute(
            f"UPDATE {found.table} SET {found.field} = ? WHERE id = ?", (value, found.row)
        )


def _typed(session: Session, found: ConflictRow, typed: str) -> object:
    reader = reader_of(session)
    kind, required = records.columns(reader, found.table)[found.field]
    if not typed and not required:
        return None
    if kind == "BOOLEAN":
        word = typed.casefold()
        if word not in (*_YES, *_NO):
            raise UserError(YES_OR_NO, typed=typed)
        return int(word in _YES)
    if kind in ("INTEGER", "FLOAT"):
        try:
            return int(typed) if kind == "INTEGER" else float(typed.replace(",", "."))
        except ValueError as error:
            raise UserError(NOT_A_NUMBER, typed=typed) from error
    target = records.references(reader, found.table).get(found.field)
    if target and not reader.value(f"SELECT 1 FROM {target} WHERE id = ?", (typed,)):
        raise UserError(NO_SUCH_ENTRY, typed=typed)
    return typed
