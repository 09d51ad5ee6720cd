"""Countries in two languages, and the first-level divisions of other countries."""

import csv
import re
from pathlib import Path

import pycountry
from babel import Locale


def rows() -> list[list[object]]:
    """Rows of ``areas.csv`` for the countries of ISO 3166-1, in Indonesian and English."""
    indonesian, english = Locale("id").territories, Locale("en").territories
    codes = sorted(country.alpha_2 for country in pycountry.countries)
    if len(codes) != 249:
        raise SystemExit(f"{len(codes)} countries, not 249")
    return [
        [code, "country", "", indonesian[code], indonesian[code], *[""] * 5, english[code]]
        for code in codes
    ]


def write_divisions(folder: Path) -> None:
    """``divisions.csv``: top-level divisions of other countries (ISO 3166-2)."""
    table = [
        (one.code, one.country_code, _plain(one.country_code, one.name), one.type)
        for one in sorted(pycountry.subdivisions, key=lambda one: one.code)
        if one.parent_code is None and one.country_code != "ID"
    ]
    if len(table) != 3_583:
        raise SystemExit(f"{len(table)} divisions, not 3583")
    with (folder / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "country", "name", "kind"))
        writer.writerows(table)


def _plain(country: str, name: str) -> str:
    """The name as people write it."""
    # Some names carry their own code in square brackets.
    name = re.sub(r"\s*\[.*?\]", "", name).strip()
    # Korean ones carry what they are: Gwangju-gwangyeoksi is the metropolitan city of Gwangju.
    return name.split("-")[0] if country == "KR" else name
