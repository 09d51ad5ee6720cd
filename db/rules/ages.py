"""Ages and age bands, as of a day."""

import datetime as dt
import re
from dataclasses import dataclass

from db.errors import UserError
from db.rules.dates import YEAR, stored
from resources.texts import N_

DEFAULT_BANDS = "0-17,18-24,25-34,35-59,60+"
UNKNOWN = "unknown"
NOT_BANDS = N_(
    "Age bands are written like 0-17,18-24,25-34,35-59,60+ without gaps. Please check “{typed}”."
)


@dataclass(frozen=True, slots=True)
class Bands:
    """Age bands without gaps; ``starts`` are their first ages, the last one is open."""

    starts: tuple[int, ...]

    @classmethod
    def parse(cls, typed: str = DEFAULT_BANDS) -> "Bands":
        """Read ``0-17,18-24,25+``. Raises UserError where bands overlap or leave a gap."""
        parts = [part.strip().replace("–", "-") for part in typed.split(",")]
        starts = [0]
        for part in parts[:-1]:
            found = re.fullmatch(r"(\d+)-(\d+)", part)
            if not found or int(found[1]) != starts[-1] or int(found[2]) < starts[-1]:
                raise UserError(NOT_BANDS, typed=typed)
            starts.append(int(found[2]) + 1)
        if parts[-1] != f"{starts[-1]}+":
            raise UserError(NOT_BANDS, typed=typed)
        return cls(tuple(starts))

    @property
    def names(self) -> tuple[str, ...]:
        """``0–17`` … ``60+``, in order; 'unknown' is not among them."""
        ends = [start - 1 for start in self.starts[1:]]
        closed = [f"{a}–{b}" for a, b in zip(self.starts, ends, strict=False)]
        return (*closed, f"{self.starts[-1]}+")

    def band(self, age: int | None) -> str:
        """Name of the band of an age in years."""
        if age is None or age < 0:
            return UNKNOWN
        return self.names[sum(age >= start for start in self.starts) - 1]


def age_on(birth: str | None, day: dt.date | None) -> int | None:
    """Full years on a day, from a stored birth date; by the year alone where only that is known.

    None where either is unknown, or the day lies before the birth.
    """
    born = stored(birth)
    if born is None or day is None:
        return None
    years = day.year - born.first.year
    if born.precision != YEAR and (day.month, day.day) < (born.first.month, born.first.day):
        years -= 1
    return years if years >= 0 else None
