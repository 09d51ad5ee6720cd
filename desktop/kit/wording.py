"""How lists say dates, and what is made up."""

from db.rules.dates import stored
from desktop.texts import N_, Texts

SEXES = (
    ("female", N_("Female")),
    ("male", N_("Male")),
    ("other", N_("Other")),
    ("not_said", N_("Prefers not to say")),
)


def said_date(t: Texts, value: str | None) -> str:
    """A stored date in words; nothing where there is none."""
    date = stored(value)
    return t.date(date.first, date.precision) if date else ""


def said_when(t: Texts, starts: str | None, ends: str | None) -> str:
    """Dates of an activity as a list shows them."""
    first, last = stored(starts), stored(ends)
    return t.period(
        first.first if first else None,
        last.last if last else None,
        first.precision if first else "day",
        last.precision if last else "day",
    )


def marked(t: Texts, text: str, sample: object) -> str:
    """A name, with a word behind it where the row is made up."""
    return f"{text} · {t(N_('sample'))}" if sample else text
