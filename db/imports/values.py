"""What one cell says: sex, date, phone, district, answer … Every doubt is told, nothing is guessed silently."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from db.errors import UserError
from db.imports.cells import Cell, text_of
from db.rules import attendance, dates, phones
from db.rules.districts import Places
from resources.texts import N_

PROBLEM, DOUBT, NOTE = "problem", "doubt", "note"

NOT_A_SEX = N_("“{typed}” is neither L nor P.")
BOTH_MARKED = N_("Both L and P are marked.")
KABUPATEN_OR_KOTA = N_("“{typed}”: is this the Kabupaten or the Kota?")
NO_SUCH_DISTRICT = N_("“{typed}” is not a Kabupaten or Kota that Rembuk knows.")
SEVERAL_DISTRICTS = N_("“{typed}” may mean more than one place.")
DAY_OR_MONTH = N_("“{typed}”: the day and the month could be the other way round.")
NOT_AN_AGE = N_("“{typed}” is not an age.")
NOT_A_YEAR = N_("“{typed}” is not a year of birth.")
NOT_AN_ANSWER = N_("“{typed}” is not one of the answers.")
NOT_A_NUMBER = N_("“{typed}” is not a number.")
NOT_EMAIL = N_("“{typed}” is not an e-mail address.")

_EXCEL_DAY_ONE = dt.date(1899, 12, 30)
_NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        "n/a",
        "na",
        "n.a",
        "n.a.",
        "nihil",
        "kosong",
        "tidak ada",
        "tdk ada",
        "none",
        "null",
        ".",
        "?",
        "belum ada",
        "tidak punya",
        "0",
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a cell. ``severity``: problem, doubt or note; ``text`` is a msgid."""

    field: str
    severity: str
    text: str
    facts: dict[str, Any] = dataclasses.field(default_factory=dict)


def blank(cell: Cell) -> bool:
    """Whether a cell says nothing: empty, or one of the signs for it."""
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in _NOTHING)


_SEXES = {
    **dict.fromkeys(["l", "lk", "laki", "laki-laki", "laki_laki", "lakilaki", "laki2", "pria", "cowok", "male", "m", "man", "lelaki", "bapak"], "male"),
    **dict.fromkeys(["p", "pr", "perempuan", "wanita", "wnt", "w", "cewek", "female", "f", "woman", "ibu", "perempuann", "puan"], "female"),
    **dict.fromkeys(("laki - laki", "laki laki", "lk-lk", "laki- laki", "laki -laki"), "male"),
    **dict.fromkeys(("other", "lainnya", "lain", "transpuan", "transgender", "nonbiner", "non-binary"), "other"),
    **dict.fromkeys(("tidak menjawab", "prefer not to say", "tidak ingin menjawab"), "not_said"),
}  # fmt: skip


def sex(cell: Cell) -> tuple[str | None, Finding | None]:
    """``male``, ``female``, ``other``, ``not_said``."""
    if blank(cell):
        return None, None
    text = re.sub(r"^\d\s*[.=:)-]\s*", "", text_of(cell)).lower().strip(" .()")
    text = re.sub(r"\s*/\s*(?:male|female|man|woman|laki-laki|perempuan)$", "", text)
    found = _SEXES.get(text) or _SEXES.get(re.sub(r"\s*\(.*\)", "", text))
    if found is None:
        return None, Finding("sex", PROBLEM, NOT_A_SEX, {"typed": text_of(cell)})
    return found, None


_MARKS = re.compile(r"[vVxX√✓✔✗✘☑☒●•*/yY1]+|ya|yes|true|[lpLPwWfF]|ada", re.IGNORECASE)


def marked(cell: Cell) -> bool:
    """Whether a cell of a column of ticks is marked; the letter of the column itself is a mark too."""
    if isinstance(cell, bool):
        return cell
    return not blank(cell) and _MARKS.fullmatch(text_of(cell)) is not None


_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\b")


def month_first(cells: Iterable[Cell]) -> bool | None:
    """Whether dates of a column are written m/d/y; None where not one of them tells."""
    first = second = False
    for cell in cells:
        found = _SLASHED.match(cell) if isinstance(cell, str) else None
        if found:
            first = first or int(found[1]) > 12
            second = second or int(found[2]) > 12
    if first == second:
        return False if first else None
    return second


def stamps_month_first(cells: Sequence[Cell]) -> bool:
    """The same for time stamps, which lie close together: 'AM' and 'PM' tell, then the shorter span."""
    told = month_first(cells)
    if told is not None:
        return told
    texts = [cell for cell in cells if isinstance(cell, str) and _SLASHED.match(cell)]
    if any(re.search(r"\d\s*[AaPp]\.?[Mm]\.?\s*$", text) for text in texts):
        return True
    spans = []
    for american in (False, True):
        found = [when for text in texts if (when := moment(text, american=american)) is not None]
        spans.append(max(found) - min(found) if found else dt.timedelta.max)
    return spans[1] < spans[0]


def date(cell: Cell, *, american: bool = False) -> dates.PartialDate | None:
    """A date of a cell; text, serial number or real date; what stands before its comma is a place.

    Raises:
        UserError: it is no date.
    """
    if blank(cell):
        return None
    if isinstance(cell, dt.datetime):
        return dates.PartialDate.of_day(cell.date())
    if isinstance(cell, dt.date):
        return dates.PartialDate.of_day(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if 1900 <= cell <= 2100:
            return dates.PartialDate.of_year(int(cell))
        if 3_000 < cell < 80_000:
            return dates.PartialDate.of_day(_EXCEL_DAY_ONE + dt.timedelta(days=int(cell)))
        if 19_000_000 < cell < 21_000_000:
            return dates.PartialDate.parse(
                f"{int(cell) // 10000}-{int(cell) // 100 % 100:02d}-{int(cell) % 100:02d}"
            )
    return _date_text(text_of(cell), american)


@lru_cache(maxsize=4096)
def _date_text(text: str, american: bool) -> dates.PartialDate:  # noqa: FBT001 - part of the key
    if american:
        text = _SLASHED.sub(r"\2/\1/\3", text)
    text = re.sub(r"^(\d{4}-\d{2}-\d{2})T.*", r"\1", text)
    text = re.sub(
        r"\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?|WIB|WITA|WIT)?$", "", text
    )
    try:
        return dates.PartialDate.parse(text)
    except UserError:
        place, comma, rest = text.partition(",")
        if comma and not any(sign.isdigit() for sign in place):
            return dates.PartialDate.parse(rest)
        found = re.fullmatch(r"[^\d,]+?[\s.]+(\d{1,2}[\s/.-].*\d{4})", text)
        if found:
            return dates.PartialDate.parse(found[1])
        raise


def moment(cell: Cell, *, american: bool = False) -> dt.datetime | None:
    """Day and time of a time stamp; None where it is none."""
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, dt.date):
        return dt.datetime.combine(cell, dt.time())
    text = text_of(cell)
    try:
        return dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    found = re.search(r"\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?", text)
    try:
        day = date(cell, american=american)
    except UserError:
        return None
    if day is None or day.precision != dates.DAY:
        return None
    hour = minute = second = 0
    if found:
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[4]:
            hour = hour % 12 + (12 if found[4] in "Pp" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return dt.datetime.combine(day.first, dt.time(hour, minute, second))


def age(cell: Cell) -> tuple[int | None, Finding | None]:
    """Years; '36', '36 th', '36 tahun'."""
    if blank(cell):
        return None, None
    found = re.fullmatch(
        r"(?:±|\+-|\+/-|sekitar|ca\.?|kurang lebih|k\.l\.)?\s*(\d{1,3})\s*(?:th|thn|tahun|years?|yrs?|y)?\.?",
        text_of(cell).lower(),
    )
    if found is None or not 0 < int(found[1]) <= 115:
        return None, Finding("age", PROBLEM, NOT_AN_AGE, {"typed": text_of(cell)})
    return int(found[1]), None


def phone(cell: Cell) -> tuple[str | None, str | None, Finding | None]:
    """The number in E.164, and what else the cell holds."""
    if blank(cell):
        return None, None, None
    return _phone_text(text_of(cell))


@lru_cache(maxsize=4096)
def _phone_text(text: str) -> tuple[str | None, str | None, Finding | None]:
    try:
        number, rest = phones.first_and_rest(text)
    except UserError as refusal:
        return None, None, Finding("phone", PROBLEM, refusal.text, dict(refusal.facts))
    return number, rest, None


def email(cell: Cell) -> tuple[str | None, Finding | None]:
    """An address in small letters where it stands alone."""
    if blank(cell):
        return None, None
    text = text_of(cell).strip("<>;, ").removeprefix("mailto:").replace(" ", "")
    first = re.split(r"[;,/]", text)[0]
    if re.fullmatch(r"[^@]+@[^@.]+(?:\.[^@.]+)+", first) is None:
        return None, Finding("email", PROBLEM, NOT_EMAIL, {"typed": text_of(cell)})
    return first, None


class Districts:
    """Districts of a list, each text looked up once."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._known: dict[tuple[str, str | None], tuple[str | None, Finding | None]] = {}

    def find(self, text: str, province: str | None = None) -> tuple[str | None, Finding | None]:
        """The code of a place. In doubt the place that stands for both, or none, with the doubt."""
        key = (text, province)
        if key not in self._known:
            self._known[key] = self._find(text, province)
        return self._known[key]

    def like(self, text: str) -> bool:
        """Whether a text is the name of a district, perhaps of two."""
        return bool(self._places.match(text).candidates)

    def _find(self, text: str, province: str | None) -> tuple[str | None, Finding | None]:
        match = self._places.match(text, province=province)
        if not match.candidates:
            match = self._places.match(text)
        if match.code is not None:
            return match.code, None
        facts = {"typed": text, "candidates": list(match.candidates)}
        if match.undecided:
            return match.undecided, Finding("district", NOTE, KABUPATEN_OR_KOTA, facts)
        if match.candidates:
            return None, Finding("district", NOTE, SEVERAL_DISTRICTS, facts)
        whole = self._places.match(text, ("province", "country"))
        if whole.code is not None:
            return whole.code, None
        return None, Finding("district", PROBLEM, NO_SUCH_DISTRICT, {"typed": text})


_YES = re.compile(
    r"(?:ya|iya|y|yes|true|1|v|√|✓|✔|x|ada|setuju|bersedia|agree[d]?|i agree|ok)\b.*|[√✓✔]",
    re.IGNORECASE,
)
_NO = re.compile(r"(?:tidak|tdk|bukan|no|n|false|0|non|t|belum|disagree)\b.*|-", re.IGNORECASE)


def yes(cell: Cell) -> bool | None:
    """Yes, no, or nothing that says either."""
    if isinstance(cell, bool):
        return cell
    if cell is None:
        return None
    text = text_of(cell)
    if _NO.fullmatch(text):
        return False
    return True if _YES.fullmatch(text) else None


_DIFFICULTY = (
    (3, re.compile(r".*(?:tidak bisa sama sekali|sama sekali tidak|cannot do|can ?not|tidak mampu|unable|tidak dapat).*", re.IGNORECASE)),
    (2, re.compile(r".*(?:banyak|sangat|a lot|berat|besar).*", re.IGNORECASE)),
    (1, re.compile(r".*(?:sedikit|beberapa|agak|some|ringan|kadang).*", re.IGNORECASE)),
    (0, re.compile(r".*(?:tidak|tanpa|no\b|none|normal).*", re.IGNORECASE)),
)  # fmt: skip


def difficulty(cell: Cell, *, lowest: int) -> tuple[int | None, Finding | None]:
    """Answer 0–3 to a question of the Washington Group; ``lowest`` is the number for 'no difficulty'."""
    if cell is None or text_of(cell) in ("-", ""):
        return None, None
    text = text_of(cell)
    found = re.match(r"(\d)\b(?![\d/])", text)
    if found and 0 <= int(found[1]) - lowest <= 3:
        return int(found[1]) - lowest, None
    for number, pattern in _DIFFICULTY:
        if pattern.fullmatch(text):
            return number, None
    return None, Finding("disability", PROBLEM, NOT_AN_ANSWER, {"typed": text})


def lowest_answer(columns: Iterable[Sequence[Cell]]) -> int:
    """Whether forms number 'no difficulty' 0 or 1: a 0 or a 4 tells; else most people have none."""
    numbers = [
        int(found[1])
        for cells in columns
        for cell in cells
        if cell is not None and (found := re.match(r"(\d)\b", text_of(cell)))
    ]
    if 0 in numbers or not numbers:
        return 0
    return 1 if 4 in numbers or numbers.count(1) * 2 >= len(numbers) else 0


_PRESENCE = {
    **dict.fromkeys(["hadir", "present", "ya", "yes", "v", "√", "✓", "✔", "x", "1", "h", "p", "o", "●", "•"], attendance.PRESENT),
    **dict.fromkeys(["terlambat", "telat", "late", "t", "l"], attendance.LATE),
    **dict.fromkeys(["izin", "ijin", "excused", "i", "e", "permisi", "cuti"], attendance.EXCUSED),
    **dict.fromkeys(["sakit", "sick", "s"], attendance.SICK),
    **dict.fromkeys(["alpa", "alpha", "absen", "absent", "a", "0", "tidak", "no", "mangkir", "tk"], attendance.ABSENT),
    **dict.fromkeys(("tidak hadir", "tdk hadir", "tanpa keterangan", "not present"), attendance.ABSENT),
}  # fmt: skip


def presence(cell: Cell) -> tuple[str | None, Finding | None]:
    """A mark of attendance; an empty cell says nothing, as on paper where nobody signed."""
    if isinstance(cell, bool):
        return (attendance.PRESENT if cell else attendance.ABSENT), None
    if cell is None or text_of(cell) in ("-", ""):
        return None, None
    text = text_of(cell).lower().strip(" .()")
    found = _PRESENCE.get(text) or _PRESENCE.get(text.split()[0] if text else "")
    if found is None:
        return None, Finding("presence", NOTE, NOT_AN_ANSWER, {"typed": text_of(cell)})
    return found, None


_DURATION = re.compile(
    r"(?:(\d+)\s*(?:h|hrs?|hours?|jam)\b)?\s*(?:(\d+)\s*(?:m|mins?|minutes?|menit)\b)?"
    r"\s*(?:(\d+)\s*(?:s|secs?|seconds?|detik)\b)?",
    re.IGNORECASE,
)


def minutes(cell: Cell) -> float | None:
    """A length of time in minutes: a number, '1h 4m 20s', '1 jam 5 menit', '1:04:20'. None where it is none."""
    plain = number(cell)
    if plain is not None:
        return plain
    text = text_of(cell)
    clock = re.fullmatch(r"(\d+):(\d{2})(?::(\d{2}))?", text)
    found = clock or _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    hours, whole, seconds = (int(part or 0) for part in found.groups())
    return float(hours * 60 + whole + (seconds >= 30))


def number(cell: Cell) -> float | None:
    """A number; decimal comma or point. None where it is none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return float(cell)
    found = re.fullmatch(r"(-?\d+)(?:[.,](\d+))?\s*%?", text_of(cell))
    return float(f"{found[1]}.{found[2] or 0}") if found else None
