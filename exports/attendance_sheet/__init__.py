"""Attendance sheet (daftar hadir): to print and sign, or filled from what was recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.queries import attendance_sheet as questions
from db.queries.attendance_sheet import SheetAnswer, SheetPerson
from db.rules.attendance import LABELS, LETTERS, THERE
from db.rules.dates import stored
from db.rules.phones import pretty
from exports.document import (
    ABOUT_ACTIVITY,
    LIST,
    NO_SUCH_THING,
    NUMBER,
    ONE_OF,
    SESSION,
    TEXT,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from exports.kit.columns import Column, Table, fitted
from exports.kit.paper import USUAL_PAPER, chosen
from exports.kit.wording import SEX_LETTERS, said_period
from resources.texts import N_, NN_, Texts

MARGIN = 15.0

# Key → (label, millimetres, alignment); the widths are those of the field's own sheets.
COLUMNS: dict[str, tuple[str, float, str]] = {
    "no": (N_("No."), 10.5, "center"),
    "name": (N_("Full name"), 50, "left"),
    "sex": (N_("F/M"), 10, "center"),
    "age": (N_("Age"), 14, "center"),
    "disability": (N_("Disability (Y/N)"), 18, "center"),
    "organization": (N_("Organization"), 42, "left"),
    "position": (N_("Position"), 32, "left"),
    "organization_position": (N_("Organization / position"), 50, "left"),
    "district": (N_("District"), 32, "left"),
    "village": (N_("Village"), 30, "left"),
    "phone": (N_("Phone"), 30, "left"),
    "email": (N_("E-mail"), 40, "left"),
    "photo": (N_("Photo consent (Y/N)"), 15, "center"),
    "sessions": (N_("A column for each session"), 0, "center"),
    "signature": (N_("Signature"), 40, "left"),
    "note": (N_("Note"), 24, "left"),
}
USUAL = ("no", "name", "sex", "age", "organization_position", "district", "signature")
GRID = ("no", "name", "sex", "organization", "district", "sessions")
RESTRICTED = ("no", "name", "signature")

TITLE = N_("Attendance sheet")
CONSENT = N_(
    "The data on this sheet are used by {office} for the administration of the activity and, as figures, "
    "for reports. Nobody has to fill in every column; you may see, correct or have removed what is "
    "written about you."
)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """The answer, and how it shall be put on paper. ``fill``: with blank rows as far as its last page reaches."""

    answer: SheetAnswer
    paper: str
    orientation: str
    columns: tuple[str, ...]
    signature: str
    filled: bool
    blank: int | None
    row_height: float
    consent: bool
    fill: bool = False


def plan(reader: Reader, choices: Choices) -> SheetPlan:
    """Ask for the sheet. Raises UserError where the activity, session or a column is not there."""
    answer = questions.attendance_sheet(
        reader, choices["activity"], choices["session"], choices["role"]
    )
    if answer is None:
        raise UserError(NO_SUCH_THING)
    whole = answer.session is None and choices["signature"] == "sessions"
    usual = RESTRICTED if answer.restricted else GRID if whole else USUAL
    return SheetPlan(
        answer,
        chosen(choices["paper"], answer.papers.paper),
        choices["orientation"],
        choices["columns"] or usual,
        choices["signature"],
        choices["filled"],
        choices["blank"],
        float(choices["row_height"]),
        choices["consent"],
        choices["fill"],
    )


def make(planned: SheetPlan, t: Texts, kind: str) -> bytes:
    """The sheet as ``pdf`` or ``xlsx``."""
    if kind == "xlsx":
        from exports.attendance_sheet import workbook

        return workbook.make(planned, t)
    from exports.attendance_sheet import pages

    return pages.make(planned, t)


def table(planned: SheetPlan, t: Texts, room: float | None = None) -> Table:
    """The one description that both the PDF and the workbook follow."""
    columns: list[Column] = []
    for key in planned.columns:
        if key == "sessions":
            columns += [
                Column(f"session-{s.id}", _session_head(t, s), 13, "center")
                for s in planned.answer.sessions
            ]
        else:
            label, width, align = COLUMNS[key]
            columns.append(
                Column(key, t(label), width, align, "signature" if key == "signature" else "text")
            )
    rows = [
        tuple(_cell(planned, t, person, number, column.key) for column in columns)
        for number, person in enumerate(planned.answer.people, start=1)
    ]
    start = len(rows)
    rows += [
        tuple(start + extra if column.key == "no" else None for column in columns)
        for extra in range(1, blank_rows(planned) + 1)
    ]
    shaped = fitted(columns, room) if room else tuple(columns)
    return Table(shaped, tuple(rows))


def blank_rows(planned: SheetPlan) -> int:
    """Lines for people who come without having registered: as many as asked for, or what is usual."""
    if planned.blank is not None:
        return max(planned.blank, 0)
    return max(5, round(len(planned.answer.people) * 0.15))


def consent(planned: SheetPlan, t: Texts) -> str:
    """The sentence below the table: the workspace's own, or ours."""
    own = planned.answer.papers.consent[0 if t.language == "id" else 1]
    office = planned.answer.papers.name
    return t(CONSENT, office=office) if own is None else own.replace("{office}", office)


def heading(planned: SheetPlan, t: Texts) -> list[tuple[str, str]]:
    """Label and value of the lines above the table; what is not known is left out."""
    answer, session = planned.answer, planned.answer.session
    day = session.date if session else answer.day
    when = said_period(t, day, None) if day else said_period(t, answer.starts, answer.ends)
    zone = f" {answer.time_zone}" if answer.time_zone else ""
    hours = ""
    if session and session.start_time:
        hours = (
            t.time(session.start_time)
            + (f"–{t.time(session.end_time)}" if session.end_time else "")
            + zone
        )
    place = ", ".join(part for part in (answer.venue, answer.places) if part)
    topic = ""
    if session:
        topic = f"{session.number}. {session.topic}" if session.topic else str(session.number)
    lines = [
        (t(N_("Day, date")), when),
        (t(N_("Time")), hours),
        (t(N_("Place")), place),
        (t(N_("Platform")), answer.platform or ""),
        (t(N_("Session")), topic),
        (t(N_("Organizer")), ", ".join(answer.organizers)),
        (t(N_("Programme")), answer.programme or ""),
    ]
    return [(label, value) for label, value in lines if value]


def _session_head(t: Texts, session: questions.SheetSession) -> str:
    date = stored(session.date)
    day = f"\n{date.first.day}/{date.first.month}" if date else ""
    return f"{t(N_('S'))}{session.number}{day}"


def _cell(planned: SheetPlan, t: Texts, person: SheetPerson, number: int, key: str) -> Any:
    if key == "no":
        return number
    if key.startswith("session-"):
        return _session_mark(planned, t, person, key.removeprefix("session-"))
    if key in _CELLS:
        return _CELLS[key](planned, t, person)
    return getattr(person, key)


def _session_mark(planned: SheetPlan, t: Texts, person: SheetPerson, session: str) -> str | None:
    if not planned.filled:
        return None
    position = [one.id for one in planned.answer.sessions].index(session)
    mark = person.marks[position]
    return LETTERS[t.language][mark] if mark else "–"


def _sex(_: SheetPlan, t: Texts, person: SheetPerson) -> str:
    return SEX_LETTERS[t.language].get(person.sex or "", "")


def _yes_no(t: Texts, answer: bool | None) -> str | None:  # noqa: FBT001 - the answer itself
    return None if answer is None else t(N_("Y")) if answer else t(N_("N"))


def _disability(_: SheetPlan, t: Texts, person: SheetPerson) -> str | None:
    return _yes_no(t, None if person.disability is None else person.disability == "yes")


def _organization(_: SheetPlan, __: Texts, person: SheetPerson) -> str:
    return "\n".join(part for part in (person.organization, person.position) if part)


OFTEN = NN_("{there} of {n} session", "{there} of {n} sessions")


def _signature(planned: SheetPlan, t: Texts, person: SheetPerson) -> str | None:
    """Who signs on paper leaves the cell empty; a filled sheet says what was recorded, or how often."""
    if not planned.filled:
        return None
    if len(person.marks) == 1:
        mark = person.marks[0]
        return t(LABELS[mark]) if mark else None
    there = sum(mark in THERE for mark in person.marks)
    return t.count(*OFTEN, len(person.marks), there=there)


_CELLS: dict[str, Callable[[SheetPlan, Texts, SheetPerson], str | None]] = {
    "sex": _sex,
    "disability": _disability,
    "photo": lambda _, t, person: _yes_no(t, person.photo),
    "organization_position": _organization,
    "phone": lambda _, __, person: pretty(person.phone),
    "signature": _signature,
    "note": lambda *_: None,
}

DOCUMENT = Document(
    key="attendance_sheet",
    title=TITLE,
    formats=("pdf", "xlsx"),
    choices=(
        ABOUT_ACTIVITY,
        Choice("session", N_("Session or day"), SESSION),
        Choice("role", N_("Role"), TEXT),
        Choice(
            "paper",
            N_("Paper"),
            ONE_OF,
            USUAL_PAPER,
            (
                (USUAL_PAPER, N_("As in the settings")),
                ("a4", "A4"),
                ("f4", "F4 (215 × 330 mm)"),
                ("f4_210", "F4 (210 × 330 mm)"),
            ),
        ),
        Choice(
            "orientation",
            N_("Orientation"),
            ONE_OF,
            "portrait",
            (("portrait", N_("Portrait")), ("landscape", N_("Landscape"))),
        ),
        Choice(
            "signature",
            N_("Signatures"),
            ONE_OF,
            "zigzag",
            (
                ("zigzag", N_("Zig-zag")),
                ("straight", N_("Straight")),
                ("sessions", N_("A column for each session")),
            ),
        ),
        Choice(
            "columns",
            N_("Columns"),
            LIST,
            options=tuple((key, label) for key, (label, _, _) in COLUMNS.items()),
            usual=USUAL,
        ),
        Choice("filled", N_("Filled from attendance"), YES_NO, default=False),
        Choice("blank", N_("Blank rows"), NUMBER),
        Choice("fill", N_("Blank rows to the end of the page"), YES_NO, default=False),
        Choice("row_height", N_("Row height (mm)"), NUMBER, 10),
        Choice("consent", N_("Consent sentence"), YES_NO, default=True),
    ),
    question=plan,
    make=make,
)
