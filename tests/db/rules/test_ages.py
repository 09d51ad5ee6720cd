import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import UserError
from db.rules.ages import UNKNOWN, Bands, age_on, band_text, is_approximate
from db.rules.dates import PartialDate

days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
starts = st.sets(st.integers(1, 99), max_size=8).map(lambda ages: (0, *sorted(ages)))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@given(starts)
def test_a_set_of_bands_is_read_as_it_is_written(ages: tuple[int, ...]) -> None:
    bands = Bands(ages)
    typed = ",".join(bands.names).replace("–", "-")

    assert Bands.parse(typed) == Bands.parse(typed.replace(",", " , ")) == bands


@given(starts, st.integers(0, 120))
def test_every_age_is_in_one_band(ages: tuple[int, ...], age: int) -> None:
    bands = Bands(ages)
    inside = [name for name in bands.names if bands.said(f"{age}-{age}") == name]

    assert inside == [bands.band(age)]


def birthday(birth: dt.date, year: int) -> dt.date:
    """Who was born on 29 February waits for 1 March."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)


@given(days, days)
def test_an_age_is_the_number_of_birthdays(birth: dt.date, on: dt.date) -> None:
    years = range(birth.year + 1, on.year + 1)
    birthdays = sum(birthday(birth, year) <= on for year in years)

    assert age_on(birth.isoformat(), on) == (None if on < birth else birthdays)


@given(days, days)
def test_an_age_by_the_year_alone_is_at_most_a_year_off(birth: dt.date, on: dt.date) -> None:
    exact = age_on(birth.isoformat(), on)
    rough = age_on(PartialDate.of_year(birth.year).start_text(), on)

    if exact is not None:
        assert rough is not None
        assert 0 <= rough - exact <= 1


def test_an_age_is_approximate_where_the_day_of_birth_is_not_known() -> None:
    assert is_approximate("1980-01-01~year")
    assert is_approximate("1980-05-01~month")
    assert not is_approximate("1980-05-12")
    assert not is_approximate(None)


@pytest.mark.parametrize(
    ("said", "noted", "on", "band"),
    [
        ("18–24", None, "2023-12-14", "18–24"),
        ("18-24", "2023-01-01", "2023-12-14", "18–24"),
        ("60+", "2013-01-01", "2023-12-14", "60+"),
        ("40–44", "2020-01-01", "2023-12-14", "35–59"),
        ("18–24", "2022-01-01", "2023-12-14", UNKNOWN),
        ("18–24", "2008-01-01", "2023-12-14", UNKNOWN),
        ("18-20", "2016-01-01", "2023-12-14", "25–34"),
        ("25-34", "2023-12-14", "2020-12-14", UNKNOWN),
        ("15–19", None, None, UNKNOWN),
        ("dewasa", None, None, UNKNOWN),
        (None, None, None, UNKNOWN),
    ],
)
def test_a_band_that_was_said_moves_on_with_the_years_where_it_still_fits_one(
    said, noted, on, band
) -> None:
    noted_on, activity_on = (None if text is None else day(text) for text in (noted, on))
    assert Bands.parse().said(said, noted_on, activity_on) == band


def test_a_band_of_another_set_counts_where_it_fits() -> None:
    assert Bands.parse("0-17,18+").said("35–59") == "18+"
    assert Bands.parse("0-17,18-59,60+").said("50+") == UNKNOWN


def test_a_band_is_kept_in_one_form() -> None:
    assert [band_text(typed) for typed in ("18-24", " 18 – 24 ", "60+", "60 +", "05-9")] == [
        *("18–24", "18–24", "60+", "60+", "5–9"),
    ]
    for typed in ("", "24-18", "18", "18-", "dewasa", "18-24-30"):
        with pytest.raises(UserError, match="60"):
            band_text(typed)
