import datetime as dt
import gettext
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.texts import LANGUAGES, N_, NN_, QUALIFIERS, Texts, translator

id_, en = translator("id"), translator("en")
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
GAP = "\u00a0"


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_text_is_translated_and_its_placeholders_filled() -> None:
    assert id_("more than {figure}", figure=50) == "lebih dari 50"
    assert en("more than {figure}", figure=50) == "more than 50"


def test_a_missing_fact_is_an_error_in_every_language() -> None:
    for t in (id_, en):
        with pytest.raises(KeyError):
            t("more than {figure}")
        with pytest.raises(KeyError):
            t("more than {figure}", number=50)


def test_a_text_without_placeholders_may_hold_no_braces_by_chance() -> None:
    assert en("Saved") == "Saved"
    assert en("") == ""  # gettext would answer its own head


def test_marking_a_text_changes_nothing() -> None:
    assert N_("Save") == "Save"
    assert NN_("{n} row", "{n} rows") == ("{n} row", "{n} rows")


def test_a_number_chooses_its_form_and_is_written_as_people_do() -> None:
    assert en.count("{n} row", "{n} rows", 1) == "1 row"
    assert en.count("{n} row", "{n} rows", 1200) == "1,200 rows"
    assert en.count("{n} row of {kind}", "{n} rows of {kind}", 0, kind="x") == "0 rows of x"


def test_a_third_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        Texts("fr")


def test_the_pair_of_a_vocabulary_gives_the_side_of_the_language() -> None:
    assert (id_.label(("Peserta", "Participant")), en.label(("Peserta", "Participant"))) == (
        *("Peserta", "Participant"),
    )
    assert id_.label(None) == ""


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (0, 0, "0", "0"),
        (12.5, 0, "13", "13"),
        (2.675, 2, "2,68", "2.68"),
        (-0.2, 0, "0", "0"),
        (-1234.5, 1, "-1.234,5", "-1,234.5"),
    ],
)
def test_numbers_have_the_signs_of_the_language(value, decimals, indonesian, english) -> None:
    assert id_.number(value, decimals) == indonesian
    assert en.number(value, decimals) == english


def test_percent_money_time_and_spans_are_written_as_offices_write_them() -> None:
    assert (id_.percent(0.35), en.percent(0.35)) == (f"35{GAP}%", "35%")
    assert (id_.percent(0.355, 1), en.percent(1 / 3, 1)) == (f"35,5{GAP}%", "33.3%")
    assert id_.percent(0.145) == f"15{GAP}%"  # 0.145 × 100 is 14.499… in floats
    assert id_.money(1_500_000) == "Rp1.500.000"
    assert (id_.time("09:00"), en.time("09:00")) == ("09.00", "09:00")
    assert (id_.span(2, 3), id_.span(2, 2), id_.span(12, 18, "%")) == ("2–3", "2", f"12–18{GAP}%")


@pytest.mark.parametrize(
    ("qualifier", "minimum", "maximum", "unit", "indonesian", "english"),
    [
        ("more_than", 50, None, "", "lebih dari 50", "more than 50"),
        ("about", 35, None, "%", f"sekitar 35{GAP}%", "about 35%"),
        ("about", 35.5, 35.5, "%", f"sekitar 35,5{GAP}%", "about 35.5%"),
        ("planned", 30, None, "", "30 (rencana)", "30 (planned)"),
        ("planned", 25, 30, "", "25–30 (rencana)", "25–30 (planned)"),
        ("between", 12, 18, "", "antara 12 dan 18", "between 12 and 18"),
        ("between", 12, None, "", "12 (between)", "12 (between)"),
        ("exact", 1200, 1200, "", "1.200", "1,200"),
        ("exact", 12, 18, "", "antara 12 dan 18", "between 12 and 18"),
        ("less_than", None, 5, "orang", f"kurang dari 5{GAP}orang", f"fewer than 5{GAP}orang"),
        ("claimed", 34, None, "", "34 (klaim)", "34 (claimed)"),
        ("almost", 7, None, "", "7 (almost)", "7 (almost)"),
    ],
)
def test_a_figure_that_was_said_keeps_its_words(
    qualifier, minimum, maximum, unit, indonesian, english
) -> None:
    assert id_.qualified(qualifier, minimum, maximum, unit) == indonesian
    assert en.qualified(qualifier, minimum, maximum, unit) == english


def test_a_figure_that_nobody_said_cannot_be_printed() -> None:
    for qualifier in (*QUALIFIERS, "between"):
        with pytest.raises(ValueError, match=qualifier):
            id_.qualified(qualifier, None, None)


def test_dates_are_as_precise_as_they_are_known() -> None:
    start = day("2020-07-14")
    assert [id_.date(start, p) for p in ("day", "month", "quarter", "year")] == [
        *("14 Juli 2020", "Juli 2020", "Triwulan III 2020", "2020"),
    ]
    assert [en.date(start, p) for p in ("day", "month", "quarter", "year")] == [
        *("14 July 2020", "July 2020", "Quarter III 2020", "2020"),
    ]
    with pytest.raises(ValueError, match="decade"):
        id_.date(start, "decade")


def test_the_day_of_the_week_is_said_before_the_date() -> None:
    assert id_.day_and_date(day("2023-12-14")) == "Kamis, 14 Desember 2023"
    assert en.day_and_date(day("2023-12-14")) == "Thursday, 14 December 2023"
    assert (id_.weekday(day("2026-11-20")), en.weekday(day("2026-11-20"))) == ("Jumat", "Friday")


def test_dates_in_words_are_those_of_official_records() -> None:
    assert id_.date_words(day("2023-12-14")) == (
        "Kamis, empat belas Desember dua ribu dua puluh tiga"
    )
    assert en.date_words(day("2023-12-14")) == (
        "Thursday, fourteen December two thousand twenty-three"
    )


@pytest.mark.parametrize(
    ("first", "last", "precisions", "indonesian"),
    [
        ("2015-09-08", "2015-09-09", ("day", "day"), "8–9 September 2015"),
        ("2023-09-30", "2023-10-02", ("day", "day"), "30 September–2 Oktober 2023"),
        ("2023-12-29", "2024-01-02", ("day", "day"), "29 Desember 2023–2 Januari 2024"),
        ("2023-12-14", "2023-12-14", ("day", "day"), "14 Desember 2023"),
        ("2023-01-01", "2023-03-31", ("month", "month"), "Januari–Maret 2023"),
        ("2022-12-01", "2023-03-31", ("month", "month"), "Desember 2022–Maret 2023"),
        ("2023-03-01", "2023-03-31", ("month", "month"), "Maret 2023"),
        ("2020-01-01", "2020-06-30", ("quarter", "quarter"), "Triwulan I 2020–Triwulan II 2020"),
        ("2016-01-01", "2017-12-31", ("year", "year"), "2016–2017"),
        ("2017-01-01", "2017-12-31", ("year", "year"), "2017"),
        ("2017-05-08", "2017-12-31", ("day", "year"), "8 Mei 2017–2017"),
        ("2017-01-01", None, ("year", "day"), "sejak 2017"),
        (None, "2023-12-14", ("day", "day"), "sampai 14 Desember 2023"),
        (None, None, ("day", "day"), ""),
    ],
)
def test_periods_say_nothing_twice(first, last, precisions, indonesian) -> None:
    start, end = (None if text is None else day(text) for text in (first, last))
    assert id_.period(start, end, *precisions) == indonesian


@given(days, days)
def test_a_period_of_days_names_both_its_ends(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    for t in (id_, en):
        said = t.period(first, last)
        assert said.endswith(t.date(last))
        assert said.startswith(str(first.day))
        assert said.count("–") == (first != last)


def test_a_translator_is_made_once() -> None:
    assert all(translator(language) is translator(language) for language in LANGUAGES)


def test_texts_load_nothing_heavy() -> None:
    run = "import sys, resources.texts as t; t.translator('id')('Save'); print('babel' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_indonesian_has_one_form_for_every_number() -> None:
    catalogue = id_._catalogue
    assert isinstance(catalogue, gettext.GNUTranslations)
    assert [catalogue.plural(n) for n in (0, 1, 2, 5)] == [0, 0, 0, 0]
