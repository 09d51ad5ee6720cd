"""Lines of a work plan: activities with their sessions, understood and recognised."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from db.engine import Reader
from db.errors import UserError
from db.imports import fields, values
from db.imports.cells import Cell, text_of
from db.imports.directory import Terms
from db.imports.plan import (
    DOUBT,
    LEAVE_OUT,
    LINK,
    NEW,
    OTHER,
    PROBLEM,
    SKIP,
    UPDATE,
    Change,
    Found,
    Likeness,
    Plan,
    PlanLine,
    Wishes,
)
from db.imports.tables import Record
from db.imports.values import NOTE, Districts, Finding
from db.rules.dates import parse_period
from db.rules.names import fold
from resources.texts import N_

SESSION_WITHOUT = N_("This line is a session, but there is no activity above it.")
OTHER_DATE = N_("An activity of this title is known on another date.")
NOT_A_TIME = N_("“{typed}” is not a time. Write it like 09.00.")

COLUMNS = (
    *("title", "kind_id", "theme", "starts", "ends", "venue", "platform", "objective"),
    *("participants_planned", "programme_id", "status_id", "notes"),
)
_KINDS = (
    ("focus_group", r"fgd|diskusi terfokus|focus group.*"),
    ("workshop", r"lokakarya|workshop"),
    ("training", r"pelatihan|bimtek|bimbingan teknis|training|diklat"),
    ("training_of_trainers", r"tot|training of trainers?"),
    ("meeting", r"rapat|pertemuan|meeting"),
    ("awareness", r"sosialisasi|penyuluhan"),
    ("mentoring", r"pendampingan|mentoring"),
)  # fmt: skip
_STATUSES = (
    ("planned", r"rencana|direncanakan|akan datang|planned"),
    ("running", r"berjalan|sedang berjalan|running|ongoing"),
    ("done", r"selesai|terlaksana|sudah(?: terlaksana)?|done|completed|realisasi"),
    ("postponed", r"ditunda|tunda|postponed"),
    ("cancelled", r"batal|dibatalkan|cancell?ed"),
)  # fmt: skip


def add_lines(
    reader: Reader,
    plan: Plan,
    found: Sequence[Found],
    districts: Districts,
    wishes: Wishes,
    today: dt.date,
) -> None:
    """Add a line to the plan for every activity and every session of the tables."""
    reading = _Reading(reader, districts, today)
    known = _known(reader)
    number = 0
    for one in found:
        at = {column.meaning: column.index for column in one.columns}
        above: PlanLine | None = None
        for record in one.table.records:
            line = PlanLine(one.table.sheet, record.line, NEW, number=number)
            number += 1
            reading.read(line, record, at)
            line.correct((wishes.edited or {}).get((line.sheet, line.line), {}))
            plan.lines.append(line)
            if (wishes.decided or {}).get((line.sheet, line.line)) == LEAVE_OUT:
                line.action = SKIP
            elif above is not None and _same_activity(above, line):
                _as_session(above, line)
            elif "title" not in line.fields:
                line.action = PROBLEM
                line.findings.append(Finding("title", values.PROBLEM, SESSION_WITHOUT))
            else:
                above = line
                _recognise(line, known, (wishes.decided or {}).get((line.sheet, line.line)))


class _Reading:
    """Reads cells with the words and places of the workspace."""

    def __init__(self, reader: Reader, districts: Districts, today: dt.date) -> None:
        self._kinds = Terms(reader, "activity_kind", _KINDS)
        self._statuses = Terms(reader, "activity_status", _STATUSES)
        self._programmes = {
            fold(name): row
            for row, *names in reader.each("SELECT id, name, code FROM programme WHERE removed = 0")
            for name in names
            if name
        }
        self._districts, self._today = districts, today

    def read(self, line: PlanLine, record: Record, at: Mapping[str, int]) -> None:
        """Fill a line from its cells."""

        def cell(meaning: str) -> Cell:
            value = record.cells[at[meaning]] if meaning in at else None
            return None if values.blank(value) else value

        for meaning in _PLAIN:
            if text := text_of(cell(meaning)):
                line.fields[meaning] = text
        self._word(line, "kind_id", self._kinds, cell(fields.KIND))
        self._word(line, "status_id", self._statuses, cell(fields.STATUS))
        if (text := fold(text_of(cell(fields.PROGRAMME)))) in self._programmes:
            line.fields["programme_id"] = self._programmes[text]
        if text := text_of(cell(fields.DISTRICT)):
            line.fields["district_text"] = text
            code, finding = self._districts.find(text)
            line.fields.update({} if code is None else {"district": code})
            line.findings += [finding] if finding else []
        planned = values.number(cell(fields.PLANNED))
        if planned is not None:
            line.fields["participants_planned"] = int(planned)
        self._dates(line, cell(fields.STARTS), cell(fields.ENDS), cell(fields.DATE))
        self._times(line, cell(fields.START_TIME), cell(fields.END_TIME))

    def _word(self, line: PlanLine, name: str, words: Terms, cell: Cell) -> None:
        text = text_of(cell)
        row = words.find(text) if text else None
        if row is not None:
            line.fields[name] = row
        elif text:
            line.findings.append(Finding(name, NOTE, values.NOT_AN_ANSWER, {"typed": text}))

    def _dates(self, line: PlanLine, start: Cell, end: Cell, both: Cell) -> None:
        for name, one in (("starts", start), ("ends", end)):
            if one is None:
                continue
            try:
                date = values.date(one)
            except UserError as refusal:
                line.findings.append(Finding(name, DOUBT, refusal.text, dict(refusal.facts)))
                continue
            if date is not None:
                line.fields[name] = date.start_text() if name == "starts" else date.end_text()
        if both is not None and "starts" not in line.fields:
            try:
                date = values.date(both) if not isinstance(both, str) else None
                first, last = (date, date) if date else parse_period(text_of(both))
            except UserError as refusal:
                line.findings.append(Finding("starts", DOUBT, refusal.text, dict(refusal.facts)))
                return
            line.fields["starts"], line.fields["ends"] = first.start_text(), last.end_text()
        if "status_id" not in line.fields and "title" in line.fields:
            past = (
                line.fields.get("ends", line.fields.get("starts", "9999"))[:10]
                < self._today.isoformat()
            )
            line.fields["status_id"] = f"activity_status:{'unconfirmed' if past else 'planned'}"

    def _times(self, line: PlanLine, start: Cell, end: Cell) -> None:
        if isinstance(start, str) and end is None:
            first, _, last = re.sub(r"\s*(?:-|–|s\.?\s?/?d\.?)\s*", "|", start, count=1).partition(
                "|"
            )
            start, end = first, last or None
        for name, one in (("start_time", start), ("end_time", end)):
            if one is None:
                continue
            found = re.match(
                r"(\d{1,2})[:.](\d{2})",
                text_of(one) if not isinstance(one, dt.datetime) else f"{one:%H:%M}",
            )
            if found and int(found[1]) < 24 and int(found[2]) < 60:
                line.fields[name] = f"{int(found[1]):02d}:{found[2]}"
            elif not re.fullmatch(r"(?i)selesai|end|finish", text_of(one)):
                line.findings.append(Finding(name, NOTE, NOT_A_TIME, {"typed": text_of(one)}))


_PLAIN = (
    *(fields.TITLE, fields.THEME, fields.VENUE, fields.PLATFORM, fields.OBJECTIVE, fields.TOPIC),
    *(fields.SESSION, fields.NOTES),
)


def has_session(found: Mapping[str, Any]) -> bool:
    """Whether a line says something of a session."""
    return bool({"topic", "session", "start_time", "end_time"} & found.keys())


def _same_activity(above: PlanLine, line: PlanLine) -> bool:
    """A further session: no title of its own, or the same title once more with a session beside it."""
    if "title" not in line.fields:
        return has_session(line.fields) or "starts" in line.fields
    return fold(line.fields["title"]) == fold(above.fields["title"]) and has_session(line.fields)


def _as_session(above: PlanLine, line: PlanLine) -> None:
    line.twin = above.number
    line.match = Likeness(None, above.line, str(above.fields["title"]), 1.0)


def _known(reader: Reader) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Activities of the workspace by their folded title."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for row, *stored in reader.each(
        f"SELECT id, {', '.join(COLUMNS)} FROM activity WHERE removed = 0"
    ):
        activity = dict(zip(COLUMNS, stored, strict=True))
        found.setdefault(fold(activity["title"]), []).append((row, activity))
    return found


def _recognise(
    line: PlanLine, known: Mapping[str, list[tuple[str, dict[str, Any]]]], said: str | None
) -> None:
    """The same title on the same first day is the same activity."""
    alike = known.get(fold(line.fields["title"]), [])
    if not alike or said == OTHER:
        return
    same = [one for one in alike if one[1]["starts"] == line.fields.get("starts")]
    if not same:
        line.findings.append(Finding("title", NOTE, OTHER_DATE))
        return
    row, now = same[0]
    line.match = Likeness(row, None, now["title"], 1.0)
    line.changes = [
        Change(name, now[name], line.fields[name])
        for name in COLUMNS
        if name not in ("title", "status_id")
        and line.fields.get(name) is not None
        and line.fields[name] != now[name]
    ]
    line.action = UPDATE if line.changes else LINK
