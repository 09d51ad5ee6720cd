"""Lines of a list of people, understood: what each says about whom, with every doubt beside it."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from db.errors import UserError
from db.imports import fields, values
from db.imports.around import Around
from db.imports.cells import Cell, text_of
from db.imports.columns import Column
from db.imports.entries import TOOK_PART, Entry, Meant, TakingPart
from db.imports.tables import Record, Table
from db.imports.values import DOUBT, NOTE, PROBLEM, Finding
from db.rules.ages import band_text
from db.rules.dates import YEAR
from db.rules.disability import QUESTIONS
from db.rules.names import normal_case, normal_titles, split_titles
from resources.texts import N_

NO_NAME = N_("There is no name in this line.")
NOT_A_NAME = N_("“{typed}” does not look like the name of a person.")
UNSURE_COLUMN = N_("Is the column “{heading}” the name? There is no heading that says so.")
NO_DAY_OF_LIST = N_("The list does not say on which day the age was true; today is taken.")


class Understanding:
    """Reads the lines of one table; what holds for whole columns is decided once."""

    def __init__(
        self,
        table: Table,
        columns: Sequence[Column],
        around: Around,
        districts: values.Districts,
        today: dt.date,
    ) -> None:
        self._table, self._around, self._districts = table, around, districts
        self._meant = meant = Meant(table, columns)
        self._choices = {one.index: one.heading for one in columns}
        name = next((one for one in columns if one.meaning == fields.NAME), None)
        self._unsure = None if name is None or name.sure else (name.heading or f"{name.index + 1}")
        self._american = values.month_first(self._meant.column(fields.BIRTH))
        self._american_stamps = values.stamps_month_first(meant.column(fields.TIMESTAMP))
        self._lowest = values.lowest_answer(
            [self._meant.column(question) for question in QUESTIONS if question in self._meant.at]
        )
        self._today = today
        self._plain = [meaning for meaning in _PLAIN if meaning in self._meant.at]
        asked = self._meant.at.keys() | {one for one, where in self._meant.many.items() if where}
        self._readers = [
            read
            for read, meanings in self._reading()
            if meanings is None or not asked.isdisjoint(meanings)
        ]

    def _reading(
        self,
    ) -> tuple[tuple[Callable[[Entry, Record], None], tuple[str, ...] | None], ...]:
        """What reads a record, in order, and the columns that it needs one of."""
        return (
            (self._name, None),
            (self._sex, (fields.SEX, fields.WOMAN)),
            (self._times, (fields.TIMESTAMP, fields.UUID, fields.ROW_ID)),
            (self._birth, (fields.BIRTH, fields.BIRTH_YEAR)),
            (self._age, (fields.AGE, fields.BAND)),
            (self._texts, (*_PLAIN, fields.NOTES)),
            (self._place, None),
            (self._reach, (fields.PHONE, fields.WHATSAPP, fields.EMAIL)),
            (self._disability, (fields.DISABILITY, fields.DISABILITY_KIND, *QUESTIONS)),
            (self._consent, (fields.CONSENT,)),
            (TakingPart(self._meant).read, TOOK_PART),
        )

    def entries(self) -> list[Entry]:
        """Every record of the table, in its order."""
        return [self.entry(record) for record in self._table.records]

    def entry(self, record: Record) -> Entry:
        """One record, understood."""
        entry = Entry(self._table.sheet, record.line, {})
        for read in self._readers:
            read(entry, record)
        return entry

    def _name(self, entry: Entry, record: Record) -> None:
        typed = text_of(self._meant.cell(record, fields.NAME))
        typed = f"{typed} {text_of(self._meant.cell(record, fields.LAST_NAME))}".strip()
        typed = re.sub(r"^\d{1,3}\s*[.)]\s*", "", typed)
        if not typed:
            entry.findings.append(Finding(fields.NAME, PROBLEM, NO_NAME))
            return
        if not _like_a_name(typed):
            entry.findings.append(Finding(fields.NAME, PROBLEM, NOT_A_NAME, {"typed": typed}))
        elif self._unsure is not None:
            facts = {"heading": self._unsure}
            entry.findings.append(Finding(fields.NAME, DOUBT, UNSURE_COLUMN, facts))
        entry.fields[fields.NAME] = usual_name(typed)

    def _sex(self, entry: Entry, record: Record) -> None:
        if fields.WOMAN in self._meant.at:
            woman = values.marked(self._meant.cell(record, fields.WOMAN))
            man = values.marked(self._meant.cell(record, fields.MAN))
            if woman and man:
                entry.findings.append(Finding("sex", PROBLEM, values.BOTH_MARKED))
            elif woman or man:
                entry.fields["sex"] = "female" if woman else "male"
        self._take(entry, "sex", values.sex(self._meant.cell(record, fields.SEX)))

    def _birth(self, entry: Entry, record: Record) -> None:
        for meaning in (fields.BIRTH, fields.BIRTH_YEAR):
            cell = self._meant.cell(record, meaning)
            if cell is None or "birth" in entry.fields:
                continue
            try:
                date = values.date(cell, american=bool(self._american))
            except UserError as refusal:
                entry.findings.append(Finding("birth", PROBLEM, refusal.text, dict(refusal.facts)))
                continue
            if date is None:
                continue
            if not 1900 <= date.first.year <= self._today.year:
                facts = {"typed": text_of(cell)}
                entry.findings.append(Finding("birth", PROBLEM, values.NOT_A_YEAR, facts))
                continue
            entry.fields["birth"] = date.start_text()
            if meaning == fields.BIRTH and self._american is None and _either_way(cell):
                facts = {"typed": text_of(cell)}
                entry.findings.append(Finding("birth", NOTE, values.DAY_OR_MONTH, facts))

    def _age(self, entry: Entry, record: Record) -> None:
        years, finding = values.age(self._meant.cell(record, fields.AGE))
        if finding is not None:
            entry.findings.append(finding)
        if years is not None and "birth" not in entry.fields:
            day = self._around.day or (entry.when.date() if entry.when else None)
            if day is None:
                day = self._today
                entry.findings.append(Finding("age", NOTE, NO_DAY_OF_LIST))
            entry.fields["age"] = years
            entry.fields["birth"] = f"{day.year - years}-01-01~{YEAR}"
        band = text_of(self._meant.cell(record, fields.BAND))
        if band and "birth" not in entry.fields:
            try:
                entry.fields["age_band"] = band_text(
                    re.sub(r"\s*(?:tahun|thn?|years?)\.?", "", band)
                )
            except UserError as refusal:
                entry.findings.append(Finding("age_band", NOTE, refusal.text, dict(refusal.facts)))
            else:
                entry.fields["age_band_on"] = (self._around.day or self._today).isoformat()

    def _texts(self, entry: Entry, record: Record) -> None:
        for meaning in self._plain:
            text = text_of(self._meant.cell(record, meaning))
            if text:
                entry.fields[meaning] = text
        notes = [text_of(record.cells[i]) for i in self._meant.many[fields.NOTES]]
        told = "; ".join(text for text in notes if text and not values.blank(text))
        if told:
            entry.fields["notes"] = told

    def _place(self, entry: Entry, record: Record) -> None:
        province = text_of(self._meant.cell(record, fields.PROVINCE)) or None
        text = text_of(self._meant.cell(record, fields.DISTRICT))
        if not text:
            around = next(
                (
                    one
                    for one in (record.group, self._around.district)
                    if one and self._districts.like(_named(one))
                ),
                None,
            )
            text = _named(around) if around else ""
        if not text:
            if province:
                code, finding = self._districts.find(province)
                self._take(entry, "district", (code, finding if code is None else None))
            return
        entry.fields["district_text"] = text
        self._take(entry, "district", self._districts.find(text, province))

    def _reach(self, entry: Entry, record: Record) -> None:
        for meaning in (fields.PHONE, fields.WHATSAPP):
            cell = self._meant.cell(record, meaning)
            told = values.yes(cell) if meaning == fields.WHATSAPP and cell is not None else None
            if told is not None and not any(sign.isdigit() for sign in text_of(cell)):
                entry.fields["whatsapp"] = told
                continue
            number, rest, finding = values.phone(cell)
            if finding is not None:
                entry.findings.append(finding)
            if number is None:
                continue
            if "phone" not in entry.fields:
                entry.fields["phone"] = number
                entry.fields["whatsapp"] = meaning == fields.WHATSAPP
            elif entry.fields["phone"] == number:
                entry.fields["whatsapp"] = True
            else:
                rest = f"WA {number}" if rest is None else f"WA {number} / {rest}"
            if rest:
                entry.fields["notes"] = "; ".join(filter(None, (entry.fields.get("notes"), rest)))
        self._take(entry, "email", values.email(self._meant.cell(record, fields.EMAIL)))

    def _disability(self, entry: Entry, record: Record) -> None:
        for question in QUESTIONS:
            self._take(
                entry,
                question,
                values.difficulty(self._meant.cell(record, question), lowest=self._lowest),
            )
        kind = text_of(self._meant.cell(record, fields.DISABILITY_KIND))
        cell = self._meant.raw(record, fields.DISABILITY)
        entry.fields.update(_said_of_disability(cell, kind, none=self._none_chosen(record)))

    def _none_chosen(self, record: Record) -> bool:
        """A question whose single choices are all answered with 0: asked, and none of them."""
        at = self._meant.at.get(fields.DISABILITY)
        if at is None:
            return False
        start = f"{self._choices[at]}/"
        cells = [
            record.cells[i] for i, heading in self._choices.items() if heading.startswith(start)
        ]
        return bool(cells) and all(cell in (0, False, "0") and cell is not None for cell in cells)

    def _consent(self, entry: Entry, record: Record) -> None:
        cell = self._meant.raw(record, fields.CONSENT)
        given = None if cell is None else values.yes(cell)
        if given is not None:
            entry.fields["consent"] = given

    def _times(self, entry: Entry, record: Record) -> None:
        american = self._american_stamps
        entry.when = values.moment(self._meant.cell(record, fields.TIMESTAMP), american=american)
        identity = text_of(self._meant.cell(record, fields.UUID)).removeprefix("uuid:")
        entry.identity = identity or None
        entry.row_id = text_of(self._meant.cell(record, fields.ROW_ID)) or None

    def _take(self, entry: Entry, key: str, found: tuple[Any, Finding | None]) -> None:
        value, finding = found
        if value is not None:
            entry.fields[key] = value
        if finding is not None:
            entry.findings.append(finding)


_PLAIN = (
    *(fields.ORGANIZATION, fields.POSITION, fields.OCCUPATION, fields.VILLAGE, fields.ADDRESS),
    *(fields.ACCOMMODATION, fields.ROLE),
)


def _said_of_disability(cell: Cell, kind: str, *, none: bool) -> dict[str, str]:
    """What somebody said; ``none``: a question with choices was asked, and not one of them chosen."""
    said: bool | None = None
    if cell is not None and not _empty(cell):
        answer = values.yes(cell)
        said = answer is not False
        kind = kind or (text_of(cell) if answer is None else "")  # the kind itself stands there
    elif kind or none:
        said = bool(kind)
    if said is None:
        return {}
    found = {"disability_said": "yes" if said else "no"}
    return {**found, "disability_kind": kind} if said and kind else found


def usual_name(typed: str) -> str:
    """A name with its titles as it is usually written."""
    parts = split_titles(typed)
    before = normal_titles(parts.before or "")
    after = normal_titles(parts.after or "")
    whole = f"{before} {normal_case(parts.name)}".strip()
    return f"{whole}, {after}" if after else whole


def _like_a_name(text: str) -> bool:
    """Letters with few signs; no amount, no sentence, no address of the web."""
    letters = sum(sign.isalpha() for sign in text)
    digits = sum(sign.isdigit() for sign in text)
    return (
        letters >= 2
        and digits <= 2
        and len(text) <= 120
        and "@" not in text
        and len(text.split()) <= 14
    )


def _either_way(cell: Cell) -> bool:
    found = (
        re.match(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", cell) if isinstance(cell, str) else None
    )
    return (
        found is not None and found[1] != found[2] and int(found[1]) <= 12 and int(found[2]) <= 12
    )


def _named(text: str) -> str:
    """The place in 'Kabupaten/Kota: Batang' or '1. KABUPATEN BATANG'."""
    text = re.sub(r"^\s*(?:\d+|[IVX]+|[A-Z])\s*[.)]\s*", "", text)
    return text.rsplit(":", 1)[-1].strip()


def _empty(cell: Cell) -> bool:
    return text_of(cell).lower() in ("", "n/a", "?")
