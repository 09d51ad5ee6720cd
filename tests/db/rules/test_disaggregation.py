import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.disaggregation import (
    NOT_KNOWN,
    SMALLEST,
    known,
    shares,
    told_shares,
    without_small_cells,
)

categories = st.sampled_from(["female", "male", "other", "not_said", "unknown", "yes", "not_asked"])
counts = st.dictionaries(categories, st.integers(0, 40))


def test_percentages_are_of_those_known() -> None:
    told = shares({"female": 6, "male": 4, "not_said": 1, "unknown": 9})

    assert told == {"female": 0.6, "male": 0.4, "not_said": None, "unknown": None}


@given(counts)
def test_the_shares_of_those_known_make_a_whole(given_counts: dict[str, int]) -> None:
    told = shares(given_counts)

    assert set(told) == set(given_counts)
    assert all(told[category] is None for category in NOT_KNOWN & set(told))
    whole = sum(share for share in told.values() if share is not None)
    assert whole == pytest.approx(1 if known(given_counts) else 0)


def test_nobody_known_makes_no_percentage() -> None:
    assert shares({"yes": 0, "no": 0, "not_asked": 12}) == {
        "yes": None,
        "no": None,
        "not_asked": None,
    }


@given(counts)
def test_shares_are_printed_from_five_people_on_whose_category_is_known(
    given_counts: dict[str, int],
) -> None:
    enough = known(given_counts) >= SMALLEST

    assert told_shares(given_counts) == (
        shares(given_counts) if enough else dict.fromkeys(given_counts)
    )


@given(counts)
def test_no_small_cell_can_be_worked_out_from_the_total(given_counts: dict[str, int]) -> None:
    shown = without_small_cells(given_counts)
    hidden = [category for category, number in shown.items() if number is None]
    people = [category for category, number in given_counts.items() if number]

    assert all(n is None or n == 0 or n >= SMALLEST for n in shown.values())
    assert len(hidden) != 1 or people == hidden
    assert all(shown[c] in (None, given_counts[c]) for c in shown)


def test_the_next_smallest_goes_with_a_lonely_small_cell() -> None:
    assert without_small_cells({"a": 2, "b": 9, "c": 7, "d": 0}) == {
        "a": None,
        "b": 9,
        "c": None,
        "d": 0,
    }
    assert without_small_cells({"a": 2, "b": 3, "c": 7}) == {"a": None, "b": None, "c": 7}
    assert without_small_cells({"a": 9, "b": 7}) == {"a": 9, "b": 7}
