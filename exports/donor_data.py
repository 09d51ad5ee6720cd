"""Data set for donors: a line for each person without name; where few are alike less is told, and the note says of what."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from db.engine import Reader
from db.errors import UserError
from db.queries.donor_data import COLUMNS, DonorAnswer, donor_data
from db.queries.settings import papers
from db.queries.taken_part import Scope
from exports.document import (
    NUMBER,
    SCOPE,
    YES_NO,
    Choice,
    Choices,
    Document,
)
from exports.kit.columns import Column
from exports.kit.signs import TRAPS
from exports.kit.split_words import HXL, LABELS
from exports.kit.wording import DATA_TIME, SAMPLE
from resources.texts import N_, NN_, Texts

TITLE = N_("Data set for donors")
TOO_SMALL = N_("With a threshold below {least} people can be picked out. Choose {least} or more.")
LEAST, USUAL = 3, 5

HIDDEN = N_("hidden")
NOTE = N_("Note")
ABOUT = (
    N_("Every line is one person who took part in at least one session of an activity that was held."),
    N_("There are no names. A pseudonym is made with a key that stays on one computer of the office; the same person has"
       " the same pseudonym in every data set of this programme from there."),
    N_("Age, district and kind of organization are those of the latest activity of the person in the period."),
    N_("Do not try to find out who somebody is, and do not join this file with others that could."),
)  # fmt: skip
ALIKE = N_(
    "Of fewer than {least} people who are alike in sex, age, disability, kind of organization and district less is told:"
)
LESS = NN_(
    "{column}: in {n} line told less of or hidden",
    "{column}: in {n} lines told less of or hidden",
)
REMOVED = NN_(
    "{n} person is left out, because even a line that tells nothing would stand alone.",
    "{n} people are left out, because even lines that tell nothing would stand alone.",
)
RESTRICTED = NN_(
    "{n} restricted activity is left out as a whole.",
    "{n} restricted activities are left out as a whole.",
)
NONE = N_("Nothing had to be hidden or left out.")
VERSION = N_("Data version {version}. Period: {first} – {last}.")


@dataclass(frozen=True, slots=True)
class _Asked:
    answer: DonorAnswer
    office: str
    hxl: bool


def _question(reader: Reader, choices: Choices) -> _Asked:
    least = choices["threshold"]
    if least < LEAST:
        raise UserError(TOO_SMALL, "threshold", least=LEAST)
    scope = Scope(None, choices["programme"], choices["from"], choices["to"], open_only=True)
    return _Asked(donor_data(reader, scope, least), papers(reader).name, choices["hxl"])


def make(asked: _Asked, t: Texts, kind: str) -> bytes:
    """The data as ``xlsx`` with its note, as ``csv`` alone, or the note as ``txt``."""
    if kind == "txt":
        return "\n\n".join(_note(asked.answer, t)).encode()
    return _csv(asked, t) if kind == "csv" else _workbook(asked, t)


def _columns(t: Texts) -> list[Column]:
    hidden = t(
        N_("“{word}” where less is told; of a district its province, where that is enough."),
        word=t(HIDDEN),
    )
    return [
        Column("id", t(N_("Pseudonym")), 40, hxl="#respondee+id"),
        *(Column(key, t(LABELS[key]), 55, meaning=hidden, hxl=HXL[key]) for key in COLUMNS),
        Column("new", t(N_("First-time")), 24, "right",
               meaning=t(N_("1 for somebody who took part in this programme for the first time.")),
               hxl="#value+new"),
        Column("activities", t(N_("Activities")), 24, "right", hxl="#value+activities"),
        Column("sessions", t(N_("Sessions attended")), 24, "right", hxl="#value+sessions"),
        Column("completed", t(N_("Completed")), 24, "right",
               meaning=t(N_("Activities of which the share of sessions that they ask for was reached.")),
               hxl="#value+completed"),
    ]  # fmt: skip


def _lines(answer: DonorAnswer, t: Texts) -> Iterator[list[str | int]]:
    for number, row in answer.told.rows.items():
        one = answer.people[number]
        said = (row[column] for column in COLUMNS)
        yield [
            one.pseudonym,
            *(t(HIDDEN) if value is None else t.label(answer.labels[value]) for value in said),
            *(int(one.new), one.activities, one.sessions, one.completed),
        ]


def _note(answer: DonorAnswer, t: Texts) -> list[str]:
    told = answer.told
    said = [t(text) for text in ABOUT]
    if answer.sample:
        said.insert(0, t(SAMPLE))
    if told.less:
        said.append(t(ALIKE, least=answer.least))
        said += [
            t.count(*LESS, told.less[column], column=t(LABELS[column]))
            for column in COLUMNS
            if told.less[column]
        ]
    if told.removed:
        said.append(t.count(*REMOVED, told.removed))
    if answer.restricted:
        said.append(t.count(*RESTRICTED, answer.restricted))
    if not (told.less or told.removed or answer.restricted):
        said.append(t(NONE))
    scope = answer.scope
    said.append(
        t(VERSION, version=answer.version, first=scope.first or "…", last=scope.last or "…")
    )
    return said


def _csv(asked: _Asked, t: Texts) -> bytes:
    """As Excel of that language opens it: with a mark of its encoding and, in Indonesian, semicolons."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";" if t.language == "id" else ",")
    columns = _columns(t)
    writer.writerow(column.label for column in columns)
    if asked.hxl:
        writer.writerow(column.hxl for column in columns)
    for line in _lines(asked.answer, t):
        writer.writerow(
            f"'{value}" if isinstance(value, str) and value.startswith(TRAPS) else value
            for value in line
        )
    return written.getvalue().encode("utf-8-sig")


def _workbook(asked: _Asked, t: Texts) -> bytes:
    from exports.kit.long_workbook import LongWorkbook
    from exports.kit.paper import PAPERS

    answer, title = asked.answer, t(TITLE)
    book = LongWorkbook(title, PAPERS["a4"], hxl=asked.hxl)
    heading = f"{title} – {asked.office}"
    notes: list[tuple[str, ...]] = [(text,) for text in _note(answer, t)]
    meanings = [(f"{one.label}: {one.meaning}",) for one in _columns(t) if one.meaning]
    book.page(t(NOTE), heading, (250,), [*notes, (), *meanings])
    book.table(t(N_("Data")), heading, _columns(t), _lines(answer, t))
    return book.done(DATA_TIME)


DOCUMENT = Document(
    key="donor_data",
    title=TITLE,
    formats=("xlsx", "csv", "txt"),
    choices=(
        *SCOPE,
        Choice("threshold", N_("Fewest people who are alike"), NUMBER, USUAL),
        Choice("hxl", N_("With HXL hashtags"), YES_NO, default=False),
    ),
    question=_question,
    make=make,
    nameless=True,
)
