import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from db.errors import UserError
from db.rules import attendance, disability, names, phones
from db.rules.ages import UNKNOWN, Bands, age_on
from db.rules.dates import PartialDate, parse_period, stored
from db.rules.file_names import file_name


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("14/12/2023", "2023-12-14"),
        ("2023-12-14", "2023-12-14"),
        ("Kamis, 14 Desember 2023", "2023-12-14"),
        ("JUM'AT, 1 Sept '15", "2015-09-01"),
        ("10 NOPEMBER  2023", "2023-11-10"),
        ("14 December 2023", "2023-12-14"),
        ("12/2023", "2023-12-01~month"),
        ("2023-12", "2023-12-01~month"),
        ("Desember 2023", "2023-12-01~month"),
        ("2020-Q3", "2020-07-01~quarter"),
        ("Triwulan III 2020", "2020-07-01~quarter"),
        ("2020", "2020-01-01~year"),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, text: str) -> None:
    assert PartialDate.parse(typed).start_text() == text


@pytest.mark.parametrize(
    "typed", ["", "besok", "31/02/2023", "2023-13", "0000-00-00", "12 Foo 2020", "99"]
)
def test_what_is_no_date_is_refused_with_the_way_to_write_one(typed: str) -> None:
    with pytest.raises(UserError, match="14/12/2023"):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("8-9 September 2015", "2015-09-08", "2015-09-09"),
        ("30 Sept s.d. 2 Okt 2023", "2023-09-30", "2023-10-02"),
        ("29 Desember 2023 – 2 Januari 2024", "2023-12-29", "2024-01-02"),
        ("Desember 2023", "2023-12-01~month", "2023-12-31~month"),
    ],
)
def test_periods_are_read_as_people_write_them(typed: str, start: str, end: str) -> None:
    first, last = parse_period(typed)
    assert (first.start_text(), last.end_text()) == (start, end)


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["day", "month", "quarter", "year"]),
)
def test_a_stored_date_reads_back_as_it_was(day: dt.date, precision: str) -> None:
    date = PartialDate.parse(day.isoformat() + ("" if precision == "day" else f"~{precision}"))

    assert stored(date.start_text()) == stored(date.end_text()) == date
    assert date.first <= day <= date.last


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
            st.sampled_from(["", "~month", "~year"]),
        )
    )
)
def test_stored_dates_sort_as_the_days_they_begin_with(days) -> None:
    dates = [PartialDate.parse(day.isoformat() + precision) for day, precision in days]

    assert [d.first for d in sorted(dates, key=PartialDate.start_text)] == sorted(
        d.first for d in dates
    )


def test_open_and_not_stated_are_no_dates() -> None:
    assert stored("..") is None
    assert stored(None) is None


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2000-06-15", "2023-06-14", 22),
        ("2000-06-15", "2023-06-15", 23),
        ("2000-01-01~year", "2023-01-01", 23),
        ("2000-02-29", "2023-02-28", 22),
        ("2024-01-01", "2023-01-01", None),
        (None, "2023-01-01", None),
    ],
)
def test_age_is_that_of_the_day(birth, day, age) -> None:
    assert age_on(birth, dt.date.fromisoformat(day)) == age


def test_bands_have_no_gaps_and_unknown_is_its_own() -> None:
    bands = Bands.parse()

    assert bands.names == ("0–17", "18–24", "25–34", "35–59", "60+")
    assert [bands.band(age) for age in (0, 17, 18, 24, 59, 60, 101, None)] == [
        *("0–17", "0–17", "18–24", "18–24", "35–59", "60+", "60+", UNKNOWN)
    ]
    for wrong in ("0-17,19-24,25+", "1-17,18+", "0-17", "", "0-17,10-24,25+", "a-b,c+"):
        with pytest.raises(UserError):
            Bands.parse(wrong)


answers = st.tuples(*[st.none() | st.integers(0, 3)] * 6)


@given(answers, st.sampled_from([None, "yes", "no", "not_said"]))
def test_the_sql_of_disability_says_what_the_rule_says(given_answers, said) -> None:
    connection = sqlite.connect(":memory:")
    columns = ", ".join(disability.QUESTIONS)
    connection.execute(f"CREATE TABLE person ({columns}, disability_said)")
    connection.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", (*given_answers, said))
    (told,) = connection.execute(
        f"SELECT {disability.disability_sql('p')} FROM person AS p"
    ).fetchone()
    connection.close()

    assert told == disability.disability(given_answers, said)


def test_not_asked_differs_from_no() -> None:
    assert disability.disability((None,) * 6, None) == "not_asked"
    assert disability.disability((0, 0, 0, None, 0, 0), None) == "not_asked"
    assert disability.disability((0, 1, 1, 0, 0, 0), None) == "no"
    assert disability.disability((0, 0, 2, None, None, None), None) == "yes"
    assert disability.disability((0,) * 6, "yes") == "yes"


def test_every_letter_means_one_mark() -> None:
    for letters in attendance.LETTERS.values():
        assert set(letters) == set(attendance.STATUSES)
        for mark, letter in letters.items():
            assert attendance.KEYS[letter] == mark


def test_completion_counts_all_sessions() -> None:
    assert attendance.completed(["present", "late", "present", "present", "absent"], 80)
    assert not attendance.completed(["present", "present", "present", None, "absent"], 80)
    assert not attendance.completed([], 0)
    assert not attendance.completed(["absent"], 0)


@pytest.mark.parametrize(
    "typed",
    [
        "081234567890",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "6281234567890",
        "81234567890",
        "'081234567890",
        "+62 0812 3456 7890",
        "0812 3456 7890 (WA)",
    ],
)
def test_phones_become_one_form(typed: str) -> None:
    assert phones.normalise(typed) == "+6281234567890"


def test_foreign_phones_stay_foreign() -> None:
    assert phones.normalise("+60 12 345 6789") == "+60123456789"
    assert phones.pretty("+6281234567890") == "0812-3456-7890"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("8.12346E+11", phones.DAMAGED_BY_EXCEL),
        ("08123456789O", phones.LETTERS_IN_IT),
        ("12", phones.NOT_A_PHONE),
        ("0812345678901234567", phones.NOT_A_PHONE),
    ],
)
def test_damaged_phones_are_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(UserError) as refusal:
        phones.normalise(typed)
    assert refusal.value.text == why


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Dr. Siti Aminah, S.H., M.Si", ("Dr.", "Siti Aminah", "S.H., M.Si")),
        ("dr. Harisah, M.Kes.", ("dr.", "Harisah", "M.Kes.")),
        ("Prof. Dr. Hj. Nurhayati", ("Prof. Dr. Hj.", "Nurhayati", None)),
        ("H. Andi Daeng", ("H.", "Andi Daeng", None)),
        ("I Made Oka", (None, "I Made Oka", None)),
        ("Raden Ayu Siti", (None, "Raden Ayu Siti", None)),
        ("Sarsinah", (None, "Sarsinah", None)),
        ("Siti Aminah, Klaten", (None, "Siti Aminah, Klaten", None)),
    ],
)
def test_titles_are_told_from_names(typed: str, parts) -> None:
    found = names.split_titles(typed)
    assert (found.before, found.name, found.after) == parts
    assert str(found) == typed


def test_names_in_capitals_become_normal() -> None:
    assert names.normal_case("SITI AMINAH BINTI HASAN") == "Siti Aminah binti Hasan"
    assert names.normal_case("'AISYIYAH") == "'Aisyiyah"
    assert names.normal_case("McDonald Tua") == "McDonald Tua"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = names.fold(text)
    assert names.fold(once) == once


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_file_names_are_safe_everywhere(parts: list[str]) -> None:
    name = file_name(*parts, ending="pdf")
    assert len(name) <= 120
    assert not set(name) & set('<>:"/\\|?* ')
    assert name.endswith(".pdf")
    assert not name.startswith(".")
