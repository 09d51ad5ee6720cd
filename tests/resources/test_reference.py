"""Places, words and holidays that ship with Rembuk; names and codes are compared elsewhere too."""

import json
import re
from collections import Counter

import pytest

from resources import reference, resource

AREAS = {area.code: area for area in reference.areas()}


def level(name: str) -> list[reference.Area]:
    return [area for area in AREAS.values() if area.level == name]


def test_the_counts_are_those_of_the_decree() -> None:
    assert Counter(area.level for area in reference.areas()) == {
        "country": 249,
        "province": 38,
        "regency": 514,
        "uncertain": 26,
    }
    assert Counter(area.kind for area in level("regency")) == {"Kabupaten": 416, "Kota": 98}
    assert len(AREAS) == 827, "each code once"


def test_subdistricts_and_villages_are_all_there() -> None:
    below = [sub for area in level("regency") for sub in reference.subdistricts(area.code)]
    villages = [village for sub in below for village in reference.villages(sub.code)]

    assert len({sub.code for sub in below}) == 7285
    assert len({village.code for village in villages}) == 83762
    assert Counter(village.kind for village in villages) == {
        "Desa": 75252,
        "Kelurahan": 8496,
        "Desa adat": 14,
    }
    assert all(village.name == f"{village.kind} {village.short_name}" for village in villages)


def test_a_place_of_the_texts_is_found_down_to_the_kelurahan() -> None:
    abeli = {sub.code: sub for sub in reference.subdistricts("74.71")}["74.71.06"]
    village = {v.code: v for v in reference.villages("74.71.06")}["74.71.06.1006"]

    assert (abeli.name, abeli.parent) == ("Kecamatan Abeli", "74.71")
    assert (village.name, village.parent) == ("Kelurahan Anggalomelai", "74.71.06")


def test_a_code_that_is_nowhere_has_nothing_below() -> None:
    assert reference.subdistricts("33.99") == ()
    assert reference.villages("3") == ()
    assert reference.villages("74.71.06.1006") == ()
    assert reference.divisions("XX") == ()


def test_the_first_and_the_last_place_of_a_table_are_found() -> None:
    assert reference.villages("11.01.01")[0].code == "11.01.01.2001"
    assert reference.villages("96.71")[-1].code.startswith("96.71.")
    assert {sub.kind for sub in reference.subdistricts("96.71")} == {"Distrik"}


def test_villages_are_found_by_part_of_their_name() -> None:
    assert [v.code for v in reference.find_villages("anggalomel", 5)] == ["74.71.06.1006"]
    assert [v.code for v in reference.find_villages("LOMELAI", 5)] == ["74.71.06.1006"]


def test_a_sign_in_a_name_is_the_one_that_people_type() -> None:
    assert [v.name for v in reference.find_villages("soka'an", 5)] == ["Desa Soka'an"]


def test_every_package_is_named_with_its_hash_where_the_sources_are_listed() -> None:
    sources = resource("reference/SOURCES.md").read_text("utf-8")
    pinned = resource("reference/build/packages.py").read_text("utf-8")
    hashes = re.findall(r'"([0-9a-f]{64})"', pinned)

    assert len(hashes) == 6
    assert [one for one in hashes if one not in sources] == []
    assert "CC BY 3.0 IGO" in sources
    assert "Open Database License" in resource("reference/LICENSE-ODbL.md").read_text("utf-8")


def test_names_that_begin_with_the_text_come_first_and_no_more_than_asked() -> None:
    few = reference.find_villages("wonosobo", 4)
    many = [v.short_name.lower().startswith("suka") for v in reference.find_villages("suka", 9000)]

    assert len(few) == 4
    assert few[0].short_name == "Wonosobo"
    assert 1000 < len(many) < 9000
    assert many == sorted(many, reverse=True)


@pytest.mark.parametrize("text", ["", "  ", "\n", "33.25", "Desa(", "[", '"'])
def test_a_text_that_is_in_no_name_finds_no_village(text: str) -> None:
    assert reference.find_villages(text, 5) == ()


@pytest.mark.parametrize(
    ("code", "name", "short_name", "province", "pcode"),
    [
        ("11.01", "Kabupaten Aceh Selatan", "Aceh Selatan", "Aceh", "ID1103"),
        ("12.06", "Kabupaten Karo", "Karo", "Sumatera Utara", "ID1211"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "Jakarta Pusat", "DKI Jakarta", "ID3173"),
        ("33.25", "Kabupaten Batang", "Batang", "Jawa Tengah", "ID3325"),
        ("33.74", "Kota Semarang", "Semarang", "Jawa Tengah", "ID3374"),
        ("53.19", "Kabupaten Manggarai Timur", "Manggarai Timur", "Nusa Tenggara Timur", "ID5319"),
        ("63.02", "Kabupaten Kotabaru", "Kotabaru", "Kalimantan Selatan", "ID6302"),
        ("73.09", "Kabupaten Maros", "Maros", "Sulawesi Selatan", "ID7308"),
        ("76.01", "Kabupaten Pasangkayu", "Pasangkayu", "Sulawesi Barat", "ID7605"),
        ("93.01", "Kabupaten Merauke", "Merauke", "Papua Selatan", "ID9401"),
    ],
)
def test_names_provinces_and_p_codes_agree(
    code: str, name: str, short_name: str, province: str, pcode: str
) -> None:
    area = AREAS[code]
    of = AREAS[area.parent or ""]
    assert (area.name, area.short_name, of.short_name) == (name, short_name, province)
    assert area.pcode == pcode


def test_every_regency_has_its_own_p_code_and_provinces_cut_up_since_have_none() -> None:
    pcodes = [area.pcode for area in level("regency")]

    assert len({pcode for pcode in pcodes if re.fullmatch(r"ID\d{4}", pcode or "")}) == 514
    without = {area.code for area in level("province") if area.pcode is None}
    assert without == {"91", "92", "93", "94", "95", "96"}
    assert AREAS["33"].pcode == "ID33"


def test_provinces_have_an_english_name() -> None:
    names = {area.code: area.name_en for area in level("province")}

    assert all(names.values())
    assert (names["33"], names["73"], names["51"]) == ("Central Java", "South Sulawesi", "Bali")


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("33.25", -7.02, 109.86),
        ("33.74", -7.02, 110.39),
        ("73.71", -5.13, 119.46),
        ("74.07", -5.3, 123.6),
        ("61.72", 0.90, 109.03),
        ("11.71", 5.56, 95.33),
        ("53.19", -8.57, 120.69),
    ],
)
def test_points_lie_where_the_place_is(code: str, latitude: float, longitude: float) -> None:
    assert AREAS[code].latitude == pytest.approx(latitude, abs=0.3)
    assert AREAS[code].longitude == pytest.approx(longitude, abs=0.3)


def test_points_lie_in_indonesia() -> None:
    places = [*level("province"), *level("regency"), *level("uncertain")]
    for area in places:
        if area.code != "32.79|63.03":
            assert -11.1 < (area.latitude or 90) < 6.1, area
            assert 95.0 < (area.longitude or 0) < 141.1, area


def test_twenty_six_names_are_both_kabupaten_and_kota() -> None:
    doubtful = {area.short_name: area for area in level("uncertain")}

    assert " ".join(sorted(doubtful)) == (
        "Bandung Banjar Bekasi Bima Blitar Bogor Cirebon Gorontalo Jayapura Kediri Kupang Madiun"
        " Magelang Malang Mojokerto Pasuruan Pekalongan Probolinggo Semarang Serang Solok Sorong"
        " Sukabumi Tangerang Tasikmalaya Tegal"
    )
    for area in doubtful.values():
        twins = [AREAS[code] for code in area.code.split("|")]
        assert [twin.short_name for twin in twins] == [area.short_name] * 2
        assert {twin.kind for twin in twins} == {"Kabupaten", "Kota"}
        assert twins[0].code < twins[1].code


def test_a_place_in_doubt_says_so_and_lies_where_both_lie() -> None:
    semarang, banjar = AREAS["33.22|33.74"], AREAS["32.79|63.03"]

    assert semarang.name == "Semarang (Kabupaten/Kota belum dipastikan)"
    assert (semarang.parent, semarang.time_zone, semarang.pcode) == ("33", "WIB", None)
    # One Banjar lies in Kalimantan, the other in Jawa: only the country is certain.
    assert (banjar.parent, banjar.time_zone, banjar.latitude) == ("ID", None, None)


def test_every_parent_is_there() -> None:
    assert [a.code for a in AREAS.values() if a.parent and a.parent not in AREAS] == []
    assert {a.parent for a in level("province")} == {"ID"}
    assert {a.parent for a in level("regency")} == {a.code for a in level("province")}


def test_an_alias_means_one_place_of_its_level() -> None:
    seen = Counter((area.level, alias.lower()) for area in AREAS.values() for alias in area.aliases)
    names = {(a.level, name.lower()) for a in AREAS.values() for name in (a.name, a.short_name)}

    assert [key for key, times in seen.items() if times > 1] == []
    assert set(seen) & names == set()


def test_aliases_that_differ_in_signs_only_still_mean_one_place() -> None:
    def letters(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", text.lower())

    meant: dict[tuple[str, str], set[str]] = {}
    for area in (*level("country"), *level("province"), *level("regency")):
        for name in (area.short_name, *area.aliases):
            meant.setdefault((area.level, letters(name)), set()).add(area.code)
    both = {(area.level, letters(area.short_name)) for area in level("uncertain")}
    doubtful = {key: codes for key, codes in meant.items() if len(codes) > 1}

    assert {name for _, name in doubtful} == {name for _, name in both}


@pytest.mark.parametrize(
    ("alias", "code"),
    [("Solo", "33.72"), ("Pare-Pare", "73.72"), ("Makasar", "73.71"), ("Matim", "53.19")],
)
def test_other_names_of_the_texts_are_known(alias: str, code: str) -> None:
    assert alias in AREAS[code].aliases


def test_jogja_means_the_town_or_the_province() -> None:
    assert {a.code for a in AREAS.values() if "Jogja" in a.aliases} == {"34", "34.71"}


def test_every_alias_in_the_table_belongs_to_an_area() -> None:
    lines = resource("reference/aliases.csv").read_text("utf-8").splitlines()[1:]
    assert len(lines) == sum(len(area.aliases) for area in AREAS.values())


def test_countries_are_named_in_both_languages() -> None:
    names = {area.code: (area.name, area.name_en) for area in level("country")}

    assert names["KR"] == ("Korea Selatan", "South Korea")
    assert names["SE"] == ("Swedia", "Sweden")
    assert [code for code, pair in names.items() if not all(pair)] == []


def test_foreign_divisions_are_there() -> None:
    korea = {division.code: division for division in reference.divisions("KR")}

    assert (korea["KR-29"].name, korea["KR-29"].level) == ("Gwangju", "division")
    assert len({division.name for division in korea.values()}) == len(korea) == 17
    assert [len(reference.divisions(code)) for code in ("MY", "PK", "SE")] == [16, 7, 21]
    assert reference.divisions("ID") == (), "its provinces are areas"


@pytest.mark.parametrize("detail", ["overview", "detailed"])
def test_outlines_cover_every_area(detail: str) -> None:
    path = reference.outlines(detail)
    objects = json.loads(path.read_text("utf-8"))["objects"]
    regencies, provinces = (objects[name]["geometries"] for name in ("regencies", "provinces"))
    codes = [shape["properties"]["code"] for shape in regencies]

    assert sorted(codes) == sorted(area.code for area in level("regency"))
    assert sorted(shape["properties"]["province"] for shape in provinces) == sorted(
        area.code for area in level("province")
    )
    for shape in (*regencies, *provinces):
        assert shape["type"] in ("Polygon", "MultiPolygon")
        assert shape["arcs"], shape["properties"]
    assert {s["properties"]["code"][:2] == s["properties"]["province"] for s in regencies} == {True}
    assert path.stat().st_size < 1_000_000


def test_holidays_are_there_for_every_year_and_the_estimated_ones_are_marked() -> None:
    days = {(h.date.isoformat(), h.name_id): h for h in reference.holidays()}

    assert {h.date.year for h in reference.holidays()} == set(range(2015, 2028))
    assert len(days) == len(reference.holidays())
    independence = days["2026-08-17", "Hari Kemerdekaan Republik Indonesia"]
    assert (independence.name_en, independence.estimated) == ("Independence Day", False)
    assert days["2027-03-10", "Hari Raya Idul Fitri"].estimated
    assert not any("perkiraan" in h.name_id + h.name_en for h in reference.holidays())


def test_the_holidays_of_2026_are_those_of_the_decree() -> None:
    this_year = [h for h in reference.holidays() if h.date.year == 2026]
    leave = [h for h in this_year if h.name_id.startswith("Cuti Bersama")]

    assert (len(this_year) - len(leave), len(leave)) == (17, 8)
