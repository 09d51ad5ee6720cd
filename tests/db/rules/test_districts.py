import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.districts import Match, Places
from resources import reference

AREAS = tuple(reference.areas())
REGENCIES = [area for area in AREAS if area.level == "regency"]
PLACES = Places(AREAS)
BOTH = ("province", "regency")

regencies = st.sampled_from(REGENCIES)
habits = st.sampled_from(
    [
        str.upper,
        str.lower,
        lambda name: name.replace(" ", ""),
        lambda name: name.replace(" ", "-"),
        lambda name: f"  {name}  ",
        lambda name: name.replace("Kabupaten ", "Kab. "),
        lambda name: name.replace("Kabupaten ", "Kab."),
        lambda name: name.replace("Kepulauan", "Kep."),
        lambda name: name.replace("Administrasi", "Adm."),
        lambda name: name.replace("Administrasi ", ""),
        lambda name: f"{name}, Indonesia",
    ]
)


@given(regencies, habits)
def test_every_kabupaten_and_kota_is_found_however_it_is_written(area, habit) -> None:
    assert PLACES.match(habit(area.name)).code == area.code


@given(regencies)
def test_a_bare_name_is_the_place_itself_or_leaves_the_choice(area) -> None:
    found = PLACES.match(area.short_name)

    assert area.code in found.candidates
    if found.code is None:
        assert found.undecided == "|".join(found.candidates)
        assert {PLACES.match(code).code for code in found.candidates} == set(found.candidates)


def test_all_names_of_two_places_leave_the_choice_and_no_others() -> None:
    doubtful = {area.short_name for area in REGENCIES if not PLACES.match(area.short_name).code}

    assert doubtful == {area.short_name for area in AREAS if area.level == "uncertain"}
    assert len(doubtful) == 26


@given(regencies)
def test_another_name_is_as_good_as_the_official_one(area) -> None:
    for alias in area.aliases:
        assert area.code in PLACES.match(alias).candidates


@given(regencies, st.integers(2, 30))
def test_the_beginning_of_a_name_is_no_name(area, letters: int) -> None:
    start = area.short_name[:letters]
    for code in PLACES.match(start).candidates:
        found = next(one for one in REGENCIES if one.code == code)
        spelled = [found.short_name, *found.aliases]
        assert any("".join(filter(str.isalnum, name)).lower() == plain(start) for name in spelled)


def plain(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Batang", "33.25"),
        ("Batanghari", "15.04"),
        ("Solo", "33.72"),
        ("Kota Solo", "33.72"),
        ("Jogja", "34.71"),
        ("Pare-Pare", "73.72"),
        ("kota pare pare", "73.72"),
        ("Semarang (Kota)", "33.74"),
        ("Semarang, Kab.", "33.22"),
        ("Kab. Semarang, Jawa Tengah", "33.22"),
        ("Kotamadya Bandung", "32.73"),
        ("Banjar, Jawa Barat", "32.79"),
        ("Banjar (Kalsel)", "63.03"),
        ("Kab. Adm. Kep. Seribu", "31.01"),
        ("Kota Jakarta Pusat", "31.71"),
        ("Kota Baru", "63.02"),
        ("Lima Puluh Kota", "13.07"),
        ("Tj. Pinang", "21.72"),
        ("Tg Pinang", "21.72"),
        ("33.25", "33.25"),
        ("Semarang (Kabupaten/Kota belum dipastikan)", "33.22|33.74"),
    ],
)
def test_places_are_found_as_people_write_them(typed: str, code: str) -> None:
    assert PLACES.match(typed).code == code


@pytest.mark.parametrize(
    "typed",
    [
        *("", "Batan", "Kab. Solo", "Kota Batang", "Semarang, Jawa Barat", "Semarang, Solo"),
        *("Jawa Tengah", "33", "Kabupaten", "-", "Semarang Batang"),
    ],
)
def test_what_does_not_fit_is_not_found(typed: str) -> None:
    assert PLACES.match(typed) == Match()


def test_kabupaten_and_kota_of_one_name_are_never_guessed() -> None:
    assert PLACES.match("SEMARANG") == Match(None, ("33.22", "33.74"), "33.22|33.74")
    assert PLACES.match("Kab./Kota Semarang") == PLACES.match("Semarang")
    assert PLACES.match("Banjar") == Match(None, ("32.79", "63.03"), "32.79|63.03")


def test_the_province_beside_a_name_decides() -> None:
    assert PLACES.match("Banjar", province="Jawa Barat").code == "32.79"
    assert PLACES.match("Banjar", province="63").code == "63.03"
    assert PLACES.match("Semarang", province="33").undecided == "33.22|33.74"
    assert PLACES.match("Batang", province="Jatim") == Match()


def test_a_province_is_found_where_it_is_asked_for() -> None:
    assert PLACES.match("Prov. Jawa Tengah", BOTH).code == "33"
    assert PLACES.match("NTB", BOTH).code == "52"
    assert PLACES.match("D.I. Yogyakarta", BOTH).code == "34"
    assert PLACES.match("Bengkulu", BOTH).candidates == ("17", "17.71")
    assert PLACES.match("Provinsi Bengkulu", BOTH).code == "17"
    assert PLACES.match("Kota Bengkulu", BOTH).code == "17.71"
    assert PLACES.match("Gorontalo", BOTH).candidates == ("75", "75.01", "75.71")
    assert PLACES.match("Korea Selatan", ("country",)).code == "KR"


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    found = PLACES.match(typed, BOTH)
    assert found.code is None or found.candidates == (found.code,)
