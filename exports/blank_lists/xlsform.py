"""A registration form as XLSForm (https://xlsform.org), in Indonesian and English, for people with a phone.

Names of questions are the meanings that the import knows, so that answers come back by themselves.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook

from db.imports import fields
from db.rules.disability import ANSWERS as DEGREES
from db.rules.disability import QUESTIONS
from exports.blank_lists import FormAnswer
from exports.kit.wording import DATA_TIME
from exports.kit.workbook import HEAD_FONT, done, write
from resources.texts import N_, Texts, translator

LANGUAGES = {"id": "Bahasa Indonesia (id)", "en": "English (en)"}
SEXES = (
    ("perempuan", N_("Female")),
    ("laki_laki", N_("Male")),
    ("lainnya", N_("Other")),
    ("tidak_menjawab", N_("Prefers not to say")),
)
ANSWERS = (("ya", N_("Yes")), ("tidak", N_("No")))
DIFFICULTIES = tuple((str(number), text) for number, text in enumerate(DEGREES))
CONSENT = N_("I agree that the organizer keeps these answers for administration and reports")
SESSION = N_("Session {number}")

Row = tuple[str, str, str, str, str]
"""Type, name, msgid of the label, whether it is required, appearance."""


def make(answer: FormAnswer, t: Texts) -> bytes:
    """The form; the language of ``t`` is the one that opens."""
    book = Workbook()
    survey, choices, settings = (
        book.active,
        book.create_sheet("choices"),
        book.create_sheet("settings"),
    )
    survey.title = "survey"
    order = (t.language, *(one for one in LANGUAGES if one != t.language))
    texts = [translator(one) for one in order]
    labels = [f"label::{LANGUAGES[one]}" for one in order]
    _lines(survey, ["type", "name", *labels, "required", "appearance"], [])
    asked = [
        [kind, name, *(one(label) if label else None for one in texts), required, appearance]
        for kind, name, label, required, appearance in _questions(answer)
    ]
    _lines(survey, [], asked, start=2)
    _lines(choices, ["list_name", "name", *labels], list(_choices(answer, texts)))
    title = answer.title or t(N_("Registration"))
    _lines(
        settings,
        ["form_title", "form_id", "default_language"],
        [[title, "rembuk_registration", LANGUAGES[t.language]]],
    )
    return done(book, DATA_TIME)


def _questions(answer: FormAnswer) -> Iterator[Row]:
    yield "start", "start", "", "", ""
    yield "text", fields.NAME, fields.LABELS[fields.NAME], "yes", ""
    yield "select_one sex", fields.SEX, fields.LABELS[fields.SEX], "", ""
    yield "integer", fields.BIRTH_YEAR, fields.LABELS[fields.BIRTH_YEAR], "", ""
    for name in (fields.ORGANIZATION, fields.POSITION):
        yield "text", name, fields.LABELS[name], "", ""
    yield "select_one district", fields.DISTRICT, fields.LABELS[fields.DISTRICT], "", "minimal"
    yield "text", fields.VILLAGE, fields.LABELS[fields.VILLAGE], "", ""
    yield "text", fields.PHONE, fields.LABELS[fields.PHONE], "", "numbers"
    yield "text", fields.EMAIL, fields.LABELS[fields.EMAIL], "", ""
    for question in QUESTIONS:
        yield "select_one difficulty", question, fields.LABELS[question], "", ""
    yield "text", fields.ACCOMMODATION, fields.LABELS[fields.ACCOMMODATION], "", ""
    if answer.sessions:
        yield "select_multiple session", "sessions_attended", N_("Sessions you are at"), "", ""
    yield "select_one answer", fields.CONSENT, CONSENT, "yes", ""


def _choices(answer: FormAnswer, texts: list[Texts]) -> Iterator[list[object]]:
    for name, options in (("sex", SEXES), ("answer", ANSWERS), ("difficulty", DIFFICULTIES)):
        for key, label in options:
            yield [name, key, *(t(label) for t in texts)]
    for place in answer.places:
        yield ["district", place.replace(" ", "_").replace("'", ""), *(place for _ in texts)]
    for number, topic in answer.sessions:
        said = [t(SESSION, number=number) + (f": {topic}" if topic else "") for t in texts]
        yield ["session", f"sesi_{number}", *said]


def _lines(sheet: Any, heads: list[str], rows: Sequence[Sequence[object]], start: int = 1) -> None:
    for position, text in enumerate(heads, start=1):
        cell = sheet.cell(start, position, text)
        cell.font = HEAD_FONT
    first = start + 1 if heads else start
    for row, values in enumerate(rows, start=first):
        for position, value in enumerate(values, start=1):
            if value not in (None, ""):
                write(sheet, row, position, value, text=isinstance(value, str))
