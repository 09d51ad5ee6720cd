"""Areas of Indonesia: provinces, kabupaten/kota, the pairs in doubt, and the tables below them."""

import csv
import lzma
import re
from pathlib import Path

COLUMNS = (
    *("code", "level", "kind", "name", "short_name", "parent"),
    *("latitude", "longitude", "time_zone", "pcode", "name_en"),
)

# Names of 2020 under which the P-code list knows an area that is called otherwise today.
_PCODE_RENAMED = {
    "ID1206": "12.12",
    "ID6302": "63.02",
    "ID6411": "64.11",
    "ID7108": "71.09",
    "ID7605": "76.01",
    "ID8101": "81.03",
}


# Provinces by their first two digits; the rest of the country has Western time.
_CENTRAL = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
_EASTERN = {"81", "82", "91", "92", "93", "94", "95", "96"}

_SHORT_PROVINCES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}

_ENGLISH_PROVINCES = {
    "12": "North Sumatra",
    "13": "West Sumatra",
    "16": "South Sumatra",
    "19": "Bangka Belitung Islands",
    "21": "Riau Islands",
    "31": "Special Capital Region of Jakarta",
    "32": "West Java",
    "33": "Central Java",
    "34": "Special Region of Yogyakarta",
    "35": "East Java",
    "52": "West Nusa Tenggara",
    "53": "East Nusa Tenggara",
    "61": "West Kalimantan",
    "62": "Central Kalimantan",
    "63": "South Kalimantan",
    "64": "East Kalimantan",
    "65": "North Kalimantan",
    "71": "North Sulawesi",
    "72": "Central Sulawesi",
    "73": "South Sulawesi",
    "74": "Southeast Sulawesi",
    "76": "West Sulawesi",
    "82": "North Maluku",
    "92": "West Papua",
    "93": "South Papua",
    "94": "Central Papua",
    "95": "Highland Papua",
    "96": "Southwest Papua",
}

# Names in which the package writes another sign for the apostrophe, such as Soka"an.
_WRONG_SIGN = {"subdistricts": 1, "villages": 18}

# A dictionary as large as the table; the preset's own would take 64 MB of memory to read.
_PACKED = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def short(name: str) -> str:
    """Name without Kabupaten or Kota."""
    return re.sub(r"^(Kabupaten|Kota)( Administrasi)?\s+", "", name)


def time_zone(code: str) -> str:
    """WIB, WITA or WIT."""
    return "WITA" if code[:2] in _CENTRAL else "WIT" if code[:2] in _EASTERN else "WIB"


def pcodes(package: Path, regencies: dict[str, str]) -> dict[str, str]:
    """Code → P-code, the province's too; provinces made or cut up after 2020 have none."""
    tables = package.glob("*/tests/fixtures/fixtures-download-global-pcodes-adm-1-2.csv")
    listed = [row for row in read(next(tables)) if row["Location"] == "IDN"]
    names = {(_is_city(code), _letters(name)): code for code, name in regencies.items()}
    found: dict[str, str] = {}
    of_provinces: dict[str, set[str]] = {}
    for row in listed:
        pcode = row["P-Code"]
        if row["Admin Level"] != "2" or pcode[4:6] in ("88", "99"):  # lakes and forests
            continue
        city = 71 <= int(pcode[4:6]) <= 79
        code = _PCODE_RENAMED.get(pcode) or names[city, _letters(row["Name"])]
        found[code] = pcode
        of_provinces.setdefault(code[:2], set()).add(pcode[:4])
    if len(found) != len(regencies):
        raise SystemExit(f"{len(found)} P-codes for {len(regencies)} areas")
    known = {row["P-Code"] for row in listed if row["Admin Level"] == "1"}
    # A province has the P-code that all its kabupaten/kota begin with. Not in Papua: the list's ID94
    # and ID91 are the larger provinces that were cut into six after 2020.
    whole = {
        code: found_here.pop()
        for code, found_here in of_provinces.items()
        if code[0] != "9" and len(found_here) == 1
    }
    if len(whole) != 32 or not set(whole.values()) <= known:
        raise SystemExit(f"{len(whole)} provinces have a P-code, not 32")
    return found | whole


def rows(
    package: Path, centres: dict[str, tuple[float, float]], pcodes: dict[str, str]
) -> list[list[object]]:
    """Rows of ``areas.csv``: provinces, kabupaten/kota, pairs in doubt."""
    provinces = {row["code"]: row["name"] for row in read(package / "provinces.csv")}
    regencies = {row["code"]: row["name"] for row in read(package / "regencies.csv")}
    cities = sum(_is_city(code) for code in regencies)
    if (len(provinces), len(regencies), cities) != (38, 514, 98):
        raise SystemExit("not 38 provinces and 416 + 98 kabupaten/kota")
    return [
        *(_province(code, name, centres, pcodes) for code, name in provinces.items()),
        *(_regency(code, name, centres, pcodes) for code, name in regencies.items()),
        *_doubtful(regencies, centres),
    ]


def write_below(package: Path, folder: Path) -> None:
    """``subdistricts.tsv.xz`` and ``villages.tsv.xz``: code, tab, name; sorted, nothing quoted."""
    for source, name, expected in (
        ("districts.csv", "subdistricts", 7_285),
        ("villages.csv", "villages", 83_762),
    ):
        table = {row["code"]: " ".join(row["name"].split()) for row in read(package / source)}
        wrong = [code for code, place in table.items() if '"' in place or "’" in place]
        if (len(table), len(wrong)) != (expected, _WRONG_SIGN[name]):
            raise SystemExit(f"{len(table)} {name}, {len(wrong)} with a wrong sign: not as known")
        table |= {code: table[code].replace('"', "'").replace("’", "'") for code in wrong}
        text = "".join(f"{code}\t{place}\n" for code, place in sorted(table.items()))
        (folder / f"{name}.tsv.xz").write_bytes(
            lzma.compress(text.encode("ascii"), filters=[_PACKED])
        )


def _province(
    code: str, name: str, centres: dict[str, tuple[float, float]], pcodes: dict[str, str]
) -> list[object]:
    kept = (code, "province", "Provinsi", name, _SHORT_PROVINCES.get(code, name), "ID")
    english = _ENGLISH_PROVINCES.get(code, name)
    return [*kept, *centres[code], time_zone(code), pcodes.get(code, ""), english]


def _regency(
    code: str, name: str, centres: dict[str, tuple[float, float]], pcodes: dict[str, str]
) -> list[object]:
    kind = "Kota" if _is_city(code) else "Kabupaten"
    kept = (code, "regency", kind, name, short(name), code[:2])
    return [*kept, *centres[code], time_zone(code), pcodes[code], ""]


def _doubtful(
    regencies: dict[str, str], centres: dict[str, tuple[float, float]]
) -> list[list[object]]:
    """The names that are both a Kabupaten and a Kota, in the middle between the two."""
    twins: dict[str, list[str]] = {}
    for code, name in regencies.items():
        twins.setdefault(short(name), []).append(code)
    doubtful = {name: sorted(codes) for name, codes in twins.items() if len(codes) == 2}
    if len(doubtful) != 26:
        raise SystemExit(f"{len(doubtful)} names are both Kabupaten and Kota, not 26")
    found: list[list[object]] = []
    for name, codes in sorted(doubtful.items()):
        # Banjar lies in two provinces: all that is certain is the country.
        shared = codes[0][:2] if codes[0][:2] == codes[1][:2] else "ID"
        zones = {time_zone(code) for code in codes}
        place = [round(sum(centres[code][i] for code in codes) / 2, 5) for i in (0, 1)]
        found.append(
            [
                *("|".join(codes), "uncertain", ""),
                *(f"{name} (Kabupaten/Kota belum dipastikan)", name, shared),
                *(place if shared != "ID" else ("", "")),
                *(zones if len(zones) == 1 else {""}),
                *("", f"{name} (Kabupaten or Kota not certain)"),
            ]
        )
    return found


def _is_city(code: str) -> bool:
    return int(code.split(".")[1]) >= 70


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", short(name).lower())
