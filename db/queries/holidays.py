"""Questions about public holidays."""

from dataclasses import dataclass

from db.engine import Reader

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A holiday. ``date``: a day; ``estimated``: not decreed yet."""

    id: str
    date: str
    name: Pair
    estimated: bool


def holidays(reader: Reader, year: int | None = None) -> list[HolidayRow]:
    """The holidays of a year, or all of them, day after day."""
    first, last = ("", "~") if year is None else (f"{year:04}-", f"{year:04}-~")
    return reader.rows(
        lambda row, date, name_id, name_en, estimated: HolidayRow(
            row, date, (name_id, name_en), bool(estimated)
        ),
        "SELECT id, date, name_id, name_en, estimated FROM holiday"
        " WHERE removed = 0 AND date BETWEEN ? AND ? ORDER BY date, name_id",
        (first, last),
    )


def years(reader: Reader) -> list[int]:
    """Years that have holidays, the newest first."""
    return reader.rows(
        int,
        "SELECT DISTINCT substr(date, 1, 4) FROM holiday WHERE removed = 0 ORDER BY 1 DESC",
    )
