"""What each column of a table means: from the words over it and from what stands in it."""

import datetime as dt
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from db.imports import fields
from db.imports.cells import Cell, text_of
from db.imports.tables import Table
from db.rules.disability import QUESTIONS
from db.rules.districts import Places

PEOPLE, ORGANIZATIONS, PARTICIPANTS, ATTENDANCE, ACTIVITIES = (
    *("people", "organizations", "participants", "attendance", "activities"),
)
TARGETS = (PEOPLE, ORGANIZATIONS, PARTICIPANTS, ATTENDANCE, ACTIVITIES)

_SAMPLE = 200
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Column:
    """``meaning`` is one of ``fields``; ``sure`` is false where the user should look at it."""

    index: int
    heading: str
    meaning: str
    sure: bool = True

    @property
    def letter(self) -> str:
        """The letter over the column, as Excel writes it."""
        return letter(self.index)


def letter(index: int) -> str:
    """A, B … Z, AA … for 0, 1 … 25, 26 …."""
    more, last = divmod(index, 26)
    return (letter(more - 1) if more else "") + chr(65 + last)


def signature(headings: Sequence[str]) -> str:
    """What the choices for a set of headings are remembered by; it holds none of their words."""
    text = "|".join(fields.plain(heading) for heading in headings)
    return f"{zlib.crc32(text.encode()):08x}"


_PERSON = frozenset({
    *(fields.NAME, fields.LAST_NAME, fields.SEX, fields.WOMAN, fields.MAN, fields.BIRTH, fields.BIRTH_YEAR),
    *(fields.AGE, fields.BAND, fields.ORGANIZATION, fields.POSITION, fields.OCCUPATION),
    *(fields.DISTRICT, fields.PROVINCE, fields.SUBDISTRICT, fields.VILLAGE, fields.ADDRESS),
    *(fields.PHONE, fields.WHATSAPP, fields.EMAIL, fields.DISABILITY, fields.DISABILITY_KIND),
    *(fields.ACCOMMODATION, *QUESTIONS, fields.CONSENT, fields.NOTES, fields.TIMESTAMP),
    *(fields.UUID, fields.ROW_ID),
})  # fmt: skip
_TOOK_PART = _PERSON | {
    *(fields.ROLE, fields.PRESENCE, fields.PRE_TEST, fields.POST_TEST),
    *(fields.JOINED, fields.LEFT, fields.MINUTES),
}
MEANINGS: Mapping[str, frozenset[str]] = {
    PEOPLE: _TOOK_PART,
    PARTICIPANTS: _TOOK_PART,
    ATTENDANCE: _TOOK_PART,
    ORGANIZATIONS: frozenset({
        *(fields.ORGANIZATION, fields.ACRONYM, fields.KIND, fields.DISTRICT, fields.PROVINCE),
        *(fields.CONTACT, fields.PHONE, fields.WHATSAPP, fields.EMAIL, fields.WEBSITE),
        *(fields.ADDRESS, fields.FOUNDED, fields.NOTES, fields.ROW_ID, fields.UUID),
    }),
    ACTIVITIES: frozenset({
        *(fields.TITLE, fields.KIND, fields.THEME, fields.STARTS, fields.ENDS, fields.DATE),
        *(fields.START_TIME, fields.END_TIME, fields.VENUE, fields.PLATFORM, fields.DISTRICT),
        *(fields.OBJECTIVE, fields.PLANNED, fields.PROGRAMME, fields.STATUS, fields.SESSION),
        *(fields.TOPIC, fields.NOTES, fields.ROW_ID),
    }),
}  # fmt: skip

# What a word means that stands over a list of something else than people.
_OTHERWISE = {
    ORGANIZATIONS: {fields.NAME: fields.ORGANIZATION, fields.BIRTH: fields.FOUNDED},
    ACTIVITIES: {
        fields.NAME: fields.TITLE,
        fields.TIMESTAMP: fields.START_TIME,
        fields.ADDRESS: fields.VENUE,
        fields.PRESENCE: fields.SESSION,
    },
}

_PHONE = re.compile(r"'?\+?\(?\d[\d\s().+-]{6,20}\d\.?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_UUID = re.compile(r"(?:uuid:)?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_SEX = frozenset(
    [
        "l",
        "p",
        "lk",
        "pr",
        "laki",
        "perempuan",
        "laki-laki",
        "laki_laki",
        "lakilaki",
        "pria",
        "wanita",
        "male",
        "female",
        "m",
        "f",
        "w",
        "man",
        "woman",
    ]
)
_TICK = re.compile(r"[vVxX√✓✔✗☑●•*1]+")
_YES_NO = re.compile(
    r"(?:ya|tidak|iya|yes|no|y|t|n|ada|tidak ada|setuju|tidak setuju|bersedia|true|false|non.?disabilitas"
    r"|disabilitas|-)\b.*",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:tidak |tdk )?hadir|terlambat|i[zj]in|sakit|alpa|absen|tanpa keterangan|present|absent|late|excused",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}[/. -]\w{1,9}\.?[/. ,-]+['’]?\d{2,4}(?:[ T]\d.*)?|\d{4}-\d{2}-\d{2}.*|\w+,? \d{1,2} \w+ \d{4}"
)
_NAME = re.compile(r"[^\W\d_][^\d@/:;<>=+]{1,80}")


def _is_phone(cell: Cell) -> bool:
    if isinstance(cell, int):
        return 80_000_000 <= cell < 10**15
    text = text_of(cell)
    return _PHONE.fullmatch(text) is not None and sum(sign.isdigit() for sign in text) >= 8


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, dt.date) or (isinstance(cell, str) and _DATE.search(cell) is not None)


def _is_number_in(low: int, high: int) -> Callable[[Cell], bool]:
    def check(cell: Cell) -> bool:
        text = text_of(cell)
        found = re.match(r"\d{1,4}(?!\d)", text)
        return found is not None and low <= int(found[0]) <= high and len(text) < 12

    return check


_LIKE: dict[str, Callable[[Cell], bool]] = {
    "phone": _is_phone,
    "email": lambda cell: _EMAIL.fullmatch(text_of(cell)) is not None,
    "uuid": lambda cell: _UUID.fullmatch(text_of(cell)) is not None,
    "sex": lambda cell: text_of(cell).lower().rstrip(".") in _SEX,
    "tick": lambda cell: _TICK.fullmatch(text_of(cell)) is not None,
    "yes": lambda cell: isinstance(cell, bool) or _YES_NO.fullmatch(text_of(cell)) is not None,
    "presence": lambda cell: _PRESENT.fullmatch(text_of(cell)) is not None,
    "date": _is_date,
    "year": _is_number_in(1900, 2030),
    "age": _is_number_in(1, 115),
    "name": lambda cell: isinstance(cell, str) and _NAME.fullmatch(cell) is not None,
}
# What a column with a meaning holds; either is enough.
_HOLDS = {
    fields.PHONE: ("phone",),
    fields.WHATSAPP: ("phone", "yes"),
    fields.EMAIL: ("email",),
    fields.SEX: ("sex",),
    fields.WOMAN: ("tick", "sex"),
    fields.MAN: ("tick", "sex"),
    fields.BIRTH: ("date", "year"),
    fields.BIRTH_YEAR: ("year", "date"),
    fields.AGE: ("age",),
    fields.DISTRICT: ("district",),
    fields.PROVINCE: ("province",),
    fields.UUID: ("uuid",),
    fields.TIMESTAMP: ("date",),
    fields.STARTS: ("date",),
    fields.NAME: ("name",),
    fields.MINUTES: ("age", "year"),
}


def columns(
    table: Table, target: str, places: Places, chosen: Mapping[str, str] | None = None
) -> list[Column]:
    """The meaning of every column; ``chosen`` are those that the user gave, by heading or letter."""
    contents = [
        [
            record.cells[index]
            for record in table.records[:_SAMPLE]
            if record.cells[index] is not None
        ]
        for index in range(len(table.headings))
    ]
    weighed = []
    for index, heading in enumerate(table.headings):
        for meaning, weight in _candidates(heading, contents[index], target, places):
            weighed.append((weight, -index, meaning))
    meanings: dict[int, tuple[str, float]] = {}
    for index, heading in enumerate(table.headings):
        given = (chosen or {}).get(letter(index)) or (chosen or {}).get(heading)
        if given is not None:
            meanings[index] = (given, 2.0)
    taken = {meaning for meaning, _ in meanings.values()} - fields.MANY
    for weight, minus, meaning in sorted(weighed, reverse=True):
        if -minus in meanings or meaning in taken:
            continue
        meanings[-minus] = (meaning, weight)
        if meaning not in fields.MANY:
            taken.add(meaning)
    answer = [
        Column(i, heading, *_settled(meanings.get(i))) for i, heading in enumerate(table.headings)
    ]
    return _without_choices(_with_pairs(answer))


def _settled(found: tuple[str, float] | None) -> tuple[str, bool]:
    return (fields.IGNORED, True) if found is None else (found[0], found[1] >= _SURE)


def _candidates(
    heading: str, cells: list[Cell], target: str, places: Places
) -> list[tuple[str, float]]:
    allowed = MEANINGS[target] | fields.MANY
    otherwise = _OTHERWISE.get(target, {})
    shares = _shares(cells, places)
    said = [(otherwise.get(meaning, meaning), weight) for meaning, weight in fields.said(heading)]
    if not heading:
        return [one for one in _by_content(shares, cells) if one[0] in allowed]
    found = []
    for meaning, weight in said:
        meaning = _rather(meaning, shares)
        holds = _HOLDS.get(meaning)
        if meaning not in allowed:
            continue
        if holds is None or not cells:
            found.append((meaning, weight if weight >= 0.5 else weight * 0.9))
            continue
        share = max(shares[one] for one in holds)
        if weight < 0.5:
            if share >= 0.7:
                found.append((meaning, weight + 0.35 * share))
        elif share >= 0.2 or meaning in (fields.DISTRICT, fields.NAME):
            found.append((meaning, weight * (0.75 + 0.25 * share)))
        else:
            found.append((meaning, weight * 0.4))
    if not any(weight >= 0.5 for _, weight in found):
        found += [
            (meaning, weight * 0.95)
            for meaning, weight in _by_content(shares, cells)
            if meaning in allowed and meaning != fields.NAME
        ]
    return found


def _rather(meaning: str, shares: dict[str, float]) -> str:
    """What a column means whose content says something else than the word over it."""
    if meaning == fields.NOTES and shares["presence"] > 0.8:
        return fields.PRESENCE  # 'Ket' over nothing but hadir and tidak hadir
    if meaning == fields.PROVINCE and shares["district"] > 0.6 > shares["province"]:
        return fields.DISTRICT
    return meaning


def _shares(cells: list[Cell], places: Places) -> dict[str, float]:
    shares = {
        kind: sum(check(cell) for cell in cells) / len(cells) if cells else 0.0
        for kind, check in _LIKE.items()
    }
    texts = [text_of(cell) for cell in cells[:60]]
    for kind, level in (("district", "regency"), ("province", "province")):
        found = sum(bool(places.match(text, (level,)).candidates) for text in texts)
        shares[kind] = found / len(texts) if texts else 0.0
    return shares


def _by_content(shares: dict[str, float], cells: list[Cell]) -> list[tuple[str, float]]:
    """What a column without a telling word over it holds; never surer than 'please look'."""
    if len(cells) < 3:
        return []
    found = [
        (fields.EMAIL, 0.74 * (shares["email"] >= 0.8)),
        (fields.PHONE, 0.7 * (shares["phone"] >= 0.8)),
        (fields.UUID, 0.7 * (shares["uuid"] >= 0.9)),
        (fields.SEX, 0.7 * (shares["sex"] >= 0.9)),
        (fields.DISTRICT, 0.6 * (shares["district"] >= 0.8)),
        (fields.NUMBER, 0.9 * _counts_up(cells)),
        (fields.NAME, 0.5 * (shares["name"] >= 0.9 and _varied(cells))),
    ]
    return [(meaning, weight) for meaning, weight in found if weight]


def _counts_up(cells: Sequence[Cell]) -> bool:
    return all(isinstance(cell, int) for cell in cells) and all(
        0 < after - before <= 3  # type: ignore[operator]
        for before, after in pairwise(cells)
    )


def _varied(cells: Sequence[Cell]) -> bool:
    """Names differ from line to line; positions and kinds repeat."""
    texts = [text_of(cell) for cell in cells]
    return len(set(texts)) > len(texts) * 0.8


def _with_pairs(found: list[Column]) -> list[Column]:
    """A column for women needs one for men beside it; alone, 'P' and 'L' are something else."""
    meanings = {column.meaning for column in found}
    if (fields.WOMAN in meanings) == (fields.MAN in meanings):
        return found
    return [
        replace(column, meaning=fields.IGNORED)
        if column.meaning in (fields.WOMAN, fields.MAN)
        else column
        for column in found
    ]


def _without_choices(found: list[Column]) -> list[Column]:
    """Columns of a form's single choices ('group/question/choice') repeat the question's own column."""
    parents = {column.heading for column in found if column.heading}
    return [
        replace(column, meaning=fields.IGNORED, sure=True)
        if "/" in column.heading and column.heading.rsplit("/", 1)[0] in parents
        else column
        for column in found
    ]
