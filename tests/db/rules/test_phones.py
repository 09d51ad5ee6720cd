import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import UserError
from db.rules import phones

mobile = st.from_regex(r"8[1-9][0-9]{7,9}", fullmatch=True)
gaps = st.sampled_from(["", " ", "-", ".", "  "])
starts = st.sampled_from(["0", "+62", "62", "", "+62 0", "0062", "'0", "WA 0", "Telp. 0"])


@given(mobile, starts, gaps)
def test_however_a_number_is_written_it_is_the_same(number: str, start: str, gap: str) -> None:
    typed = start + gap.join([number[:3], number[3:7], number[7:]])

    assert phones.normalise(typed) == f"+62{number}"


@given(mobile)
def test_what_is_shown_is_read_again(number: str) -> None:
    kept = phones.normalise(number)

    assert phones.normalise(phones.pretty(kept)) == kept
    assert phones.normalise(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("021-5551234", "+62215551234", "(021) 5551234"),
        ("(0285) 421234", "+62285421234", "(0285) 421234"),
        ("0812 3456 789 (HP)", "+628123456789", "0812-3456-789"),
        ("81234567890.0", "+6281234567890", "0812-3456-7890"),
        ("0060 12 345 6789", "+60123456789", "+60123456789"),
        ("+1 202 555 0123", "+12025550123", "+12025550123"),
    ],
)
def test_numbers_of_towns_and_other_countries_are_known(typed, kept, shown) -> None:
    assert phones.normalise(typed) == kept
    assert phones.pretty(kept) == shown


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("6,28123E+12", phones.DAMAGED_BY_EXCEL),
        ("8.12346e11", phones.DAMAGED_BY_EXCEL),
        ("O8123456789", phones.LETTERS_IN_IT),
        ("081234567890 (Ibu)", phones.LETTERS_IN_IT),
        ("0812-3456-7890 / 0856 1234 5678", phones.SEVERAL),
        ("081234567890 atau 085612345678", phones.SEVERAL),
        ("08123", phones.NOT_A_PHONE),
        ("08123456789012", phones.NOT_A_PHONE),
        ("0000000000", phones.NOT_A_PHONE),
        ("-", phones.NOT_A_PHONE),
        ("", phones.NOT_A_PHONE),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(UserError) as refusal:
        phones.normalise(typed)

    assert (refusal.value.text, refusal.value.field) == (why, "phone")
    assert typed in str(refusal.value)


def test_of_two_numbers_in_a_cell_the_first_is_kept_and_the_rest_not_lost() -> None:
    assert phones.first_and_rest("0812-3456-7890/0856 1234 5678 (WA)") == (
        *("+6281234567890", "0856 1234 5678 (WA)"),
    )
    assert phones.first_and_rest("081234567890") == ("+6281234567890", None)
    for typed in ("", "8,12346E+11", "tidak ada / 081234567890"):
        with pytest.raises(UserError):
            phones.first_and_rest(typed)


def test_nothing_is_shown_where_there_is_no_number() -> None:
    assert phones.pretty(None) == phones.pretty("") == ""


def test_the_large_tables_are_read_only_where_a_number_is_typed() -> None:
    run = (
        "import sys, db.rules.phones as p; p.pretty('+6281'); print('phonenumbers' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
