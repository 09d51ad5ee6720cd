"""Cells say what people meant; what is in doubt is told."""

import datetime as dt

import pytest

from db.errors import UserError
from db.imports import values
from db.imports.columns import letter, signature
from db.imports.fields import said
from db.rules.districts import Places
from resources.reference import areas

PLACES = Places(areas())


@pytest.mark.parametrize(
    ("typed", "sex"),
    [
        *(("L", "male"), ("P", "female"), ("Lk", "male"), ("Pr.", "female"), ("Laki-laki", "male")),
        *(("PEREMPUAN", "female"), ("wanita", "female"), ("1. Laki-laki", "male"), ("F", "female")),
        *(("perempuan/female", "female"), ("laki_laki", "male"), ("", None), ("-", None)),
    ],
)
def test_sexes_as_people_write_them(typed: str, sex: str | None) -> None:
    assert values.sex(typed) == (sex, None)


def test_what_is_no_sex_is_told() -> None:
    sex, finding = values.sex("X1")
    assert sex is None
    assert finding is not None
    assert finding.facts == {"typed": "X1"}


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        *((dt.date(1964, 5, 12), "1964-05-12"), ("12 Mei 1964", "1964-05-12")),
        *(("24-05-1955", "1955-05-24"), ("1 Sept '15", "2015-09-01"), (42255, "2015-09-08")),
        *(("Semarang, 12 Mei 1970", "1970-05-12"), ("Batang 3-4-1980", "1980-04-03")),
        *((1971, "1971-01-01~year"), ("2015-09-08T08:00:00.000+07:00", "2015-09-08")),
        *(("08/09/2015 13:45:00", "2015-09-08"), (19700512, "1970-05-12")),
    ],
)
def test_dates_as_people_write_them(cell: values.Cell, date: str) -> None:
    found = values.date(cell)
    assert found is not None
    assert found.start_text() == date


def test_one_cell_tells_how_the_whole_column_writes_its_dates() -> None:
    assert values.month_first(["05/06/2020", "13/06/2020"]) is False
    assert values.month_first(["05/06/2020", "06/13/2020"]) is True
    assert values.month_first(["05/06/2020"]) is None
    american = values.date("06/13/2020", american=True)
    assert american is not None
    assert american.start_text() == "2020-06-13"


def test_time_stamps_are_read_so_that_they_lie_close_together() -> None:
    assert values.stamps_month_first(["12/05/2023 08:45:00 AM"]) is True
    assert values.stamps_month_first(["11/10/2023 08:00", "11/11/2023 08:00", "11/12/2023 09:00"])
    assert not values.stamps_month_first(
        ["10/11/2023 08:00", "11/11/2023 08:00", "12/11/2023 9:00"]
    )


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        *(("+62 822 36125432", "+6282236125432"), (6285468996411, "+6285468996411")),
        *((85716960057, "+6285716960057"), ("0815-9642-2704", "+6281596422704")),
        *(("'081234567890", "+6281234567890"), ("WA: 0812 3456 7890", "+6281234567890")),
        *(("-", None), (0, None)),
    ],
)
def test_phones_with_lost_zeros_are_repaired(cell: values.Cell, phone: str | None) -> None:
    assert values.phone(cell)[0] == phone


def test_a_second_phone_is_kept_beside_the_first() -> None:
    assert values.phone("081234567890 / 081298765432") == ("+6281234567890", "081298765432", None)


@pytest.mark.parametrize("cell", ["36", 36, "36 th", "36 tahun", "± 36", "36 thn."])
def test_ages_as_people_write_them(cell: values.Cell) -> None:
    assert values.age(cell) == (36, None)


def test_a_place_that_may_be_two_is_told_and_not_guessed() -> None:
    districts = values.Districts(PLACES)
    code, finding = districts.find("Semarang")
    assert code == "33.22|33.74"
    assert finding is not None
    assert finding.facts["candidates"] == ["33.22", "33.74"]
    assert districts.find("Kota Semarang") == ("33.74", None)
    assert districts.find("Solo") == ("33.72", None)
    code, finding = districts.find("Negeri Antah")
    assert code is None
    assert finding is not None


@pytest.mark.parametrize("cell", ["v", "V", "√", "x", 1, "✓", True, "L"])
def test_ticks_mark(cell: values.Cell) -> None:
    assert values.marked(cell)
    assert not values.marked(None)
    assert not values.marked("-")


def test_answers_of_the_washington_group_are_numbered_from_none() -> None:
    assert values.lowest_answer([[1, 1, 1], [1, 3, 1]]) == 1
    assert values.lowest_answer([[0, 0], [1, 3]]) == 0
    assert values.lowest_answer([[1, 4]]) == 1
    assert values.difficulty(3, lowest=1) == (2, None)
    assert values.difficulty("3 - Ya, banyak kesulitan", lowest=1) == (2, None)
    assert values.difficulty("Tidak ada kesulitan", lowest=0) == (0, None)
    assert values.difficulty("Tidak bisa sama sekali", lowest=0) == (3, None)
    assert values.difficulty("Sedikit kesulitan", lowest=0) == (1, None)


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        *(
            ("H", "present"),
            ("v", "present"),
            (1, "present"),
            ("hadir", "present"),
            (True, "present"),
        ),
        *(("I", "excused"), ("izin", "excused"), ("S", "sick"), ("A", "absent"), (0, "absent")),
        *(("T", "late"), ("tidak hadir", "absent"), (None, None), ("-", None)),
    ],
)
def test_marks_of_attendance(cell: values.Cell, mark: str | None) -> None:
    assert values.presence(cell) == (mark, None)


def test_yes_and_no_in_both_languages() -> None:
    assert [
        values.yes(cell) for cell in ("Ya, setuju", "Tidak", "yes", "no", True, None, "tuli")
    ] == [
        *(True, False, True, False, True, None, None),
    ]


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(UserError):
        values.date("kapan-kapan")


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        *(("Nama Lengkap (beserta gelar)", "full_name"), ("peserta/nama_lengkap", "full_name")),
        *(("NAMA SEKOLAH", "organization"), ("Asal Instansi/Organisasi", "organization")),
        *(("Lembaga/Instansi", "organization"), ("Kab./Kota", "district"), ("L/P", "sex")),
        *(("No. HP", "phone"), ("Nomor WhatsApp aktif", "whatsapp"), ("No", "number")),
        *(("Tgl Lahir", "birth_date"), ("TTL", "birth_date"), ("Usia (th)", "age")),
        *(("NIK", "secret"), ("Tanda Tangan", "signature"), ("_uuid", "uuid")),
        *(
            ("Apakah Anda penyandang disabilitas?", "disability"),
            ("Ragam Disabilitas", "disability_kind"),
        ),
        *(("Apakah Anda mengalami kesulitan melihat, meski memakai kacamata?", "seeing"),),
        *(
            ("Hari ke-2", "presence"),
            ("Sesi II", "presence"),
            ("Name (Original Name)", "full_name"),
        ),
        *(("Do you have difficulty walking or climbing steps?", "walking"), ("Village", "village")),
        *(
            ("Full name", "full_name"),
            ("Institution", "organization"),
            ("Date of birth", "birth_date"),
        ),
        *(("District/City", "district"), ("Phone number", "phone"), ("Email address", "email")),
    ],
)
def test_words_over_columns_are_understood_in_both_languages(heading: str, meaning: str) -> None:
    assert said(heading)[0][0] == meaning


def test_columns_have_letters_as_in_excel() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 701)] == ["A", "Z", "AA", "AZ", "ZZ"]


def test_headings_are_remembered_without_their_words() -> None:
    assert signature(["Nama", "No. HP"]) == signature(["NAMA", "No HP"])
    assert signature(["Nama", "No. HP"]) != signature(["Nama", "Email"])


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        (32, 32),
        ("45", 45),
        ("1h 4m 20s", 64),
        ("1 hr 5 min", 65),
        ("45m", 45),
        ("2 jam", 120),
        ("1 jam 30 menit", 90),
        ("40s", 1),
        ("1:04:40", 65),
        ("lama", None),
        ("", None),
    ],
)
def test_lengths_of_time_become_minutes(typed: object, minutes: int | None) -> None:
    assert values.minutes(typed) == minutes
