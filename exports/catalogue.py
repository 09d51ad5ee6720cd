"""Everything that can be produced, in the order it is offered. Light: the makers are imported when they make."""

from db.errors import UserError
from exports import (
    activity_report,
    attendance_sheet,
    blank_lists,
    calendar,
    contacts,
    donor_data,
    lists,
    own_data,
    period_report,
    reach,
    summary_workbook,
    workspace_data,
)
from exports.document import Document
from exports.papers import PAPERS
from exports.profiles import PROFILES
from exports.registers import REGISTERS
from resources.texts import N_

DOCUMENTS: tuple[Document, ...] = (
    attendance_sheet.DOCUMENT,
    *PAPERS,
    activity_report.DOCUMENT,
    period_report.DOCUMENT,
    summary_workbook.DOCUMENT,
    donor_data.DOCUMENT,
    lists.MEMBERS,
    lists.PARTICIPANT_LIST,
    blank_lists.TEMPLATE,
    blank_lists.FORM,
    *PROFILES,
    *REGISTERS,
    calendar.DOCUMENT,
    contacts.DOCUMENT,
    reach.DOCUMENT,
    own_data.DOCUMENT,
    workspace_data.DOCUMENT,
)

UNKNOWN = N_("There is no document “{key}”. Possible: {keys}.")


def document(key: str) -> Document:
    """A document by its key. Raises UserError where there is none."""
    for one in DOCUMENTS:
        if one.key == key:
            return one
    raise UserError(UNKNOWN, key=key, keys=", ".join(one.key for one in DOCUMENTS))
