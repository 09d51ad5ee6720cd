"""Ages and age bands, as of a day."""

import datetime as dt
import re
from dataclasses import dataclass

from db.errors import UserError
from db.rules.dates import DAY, YEAR, stored
from resources.texts import N_

DEFAULT_BANDS = "0-17,18-24,25-34,35-59,60+"
UNKNOWN = "unknown"
NOT_BANDS = N_(
    "Age bands are written like 0-17,18-24,25-34,35-59,60+ without gaps. Please check “{typed}”."
)
NOT_A_BAND = N_("An age band is written like 18-24 or 60+. Please check “{typed}”.")

_BAND = re.compile(r"(\d{1,3})\s*(?:[-–]\s*(\d{1,3})|\+)")
OLDEST = 150  # end of an open band


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

    def said(
        self, band: str | None, noted: dt.date | None = None, day: dt.date | None = None
    ) -> str:
        """Band on ``day`` of somebody of whom only a band is known, as noted on another day.

        Ages move on by the full years between the two days; within a year the band stays as it was
        noted. Unknown where that lies in more than one band, or the text is no band.
        """
        found = _BAND.fullmatch((band or "").strip())
        if not found:
            return UNKNOWN
        years = 0 if noted is None or day is None else full_years(noted, day)
        youngest = max(0, int(found[1]) + years)
        oldest = int(found[2]) + years if found[2] else OLDEST
        first, last = self.band(youngest), self.band(oldest)
        return first if first == last else UNKNOWN


def band_text(typed: str) -> str:
    """``18–24`` or ``60+`` as it is kept. Raises UserError where it is no band."""
    found = _BAND.fullmatch(typed.strip())
    if not found or (found[2] and int(found[2]) < int(found[1])):
        raise UserError(NOT_A_BAND, typed=typed)
    return f"{int(found[1])}–{int(found[2])}" if found[2] else f"{int(found[1])}+"


def bands_text(typed: str) -> str:
    """``0-17,18-24,25+`` as it is kept. Raises UserError where bands overlap or leave a gap."""
    plain = re.sub(r"\s", "", typed).replace("–", "-")
    Bands.parse(plain)
    return plain


def full_years(start: dt.date, day: dt.date) -> int:
    """Birthdays of ``start`` up to ``day``; negative where it lies ahead. 29 February waits for March."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def age_on(birth: str | None, day: dt.date | None) -> int | None:
    """Full years on a day, from a stored birth date; by the year alone where only that is known.

    None where either is unknown, or the day lies before the birth.
    """
    born = stored(birth)
    if born is None or day is None:
        return None
    years = day.year - born.first.year if born.precision == YEAR else full_years(born.first, day)
    return years if years >= 0 else None


def is_approximate(birth: str | None) -> bool:
    """Whether ages from this birth date may be a year off, because the day is not known."""
    born = stored(birth)
    return born is not None and born.precision != DAY
