"""Builds the reference data anew from pinned packages: ``python resources/reference/build``.

Run from the top of the repository, in an environment of its own with ``requirements.txt`` beside
this file (``pip install --require-hashes -r …``), and with npm and Node 20 or newer at hand.
"""

import csv
import shutil
from pathlib import Path

import areas
import assets
import calendar_days
import countries
import outlines
import packages
from shapely.ops import unary_union

TARGET = Path(__file__).resolve().parents[1]
RESOURCES = TARGET.parent


def main() -> None:
    """Make every file and say how large it is."""
    source = packages.AREAS.folder() / "package" / "data"
    regencies = {row["code"]: row["name"] for row in areas.read(source / "regencies.csv")}
    shapes = outlines.shapes(packages.GAZETTEER.folder(), regencies)
    centres = {code: outlines.centre(shape) for code, shape in shapes.items()}
    for province in {code[:2] for code in regencies}:
        whole = unary_union([shape for code, shape in shapes.items() if code[:2] == province])
        centres[province] = outlines.centre(whole)
    pcodes = areas.pcodes(packages.PCODES.folder(), regencies)
    with (TARGET / "areas.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(areas.COLUMNS)
        writer.writerows(countries.rows())
        writer.writerows(areas.rows(source, centres, pcodes))
    areas.write_below(source, TARGET)
    shutil.copyfile(source / "LICENSE.md", TARGET / "LICENSE-ODbL.md")
    outlines.write(shapes, TARGET, packages.mapshaper())
    countries.write_divisions(TARGET)
    calendar_days.write_holidays(TARGET)
    assets.copy_font(packages.FONT.folder() / "package", RESOURCES / "fonts")
    assets.copy_icons(packages.ICONS.folder() / "package", RESOURCES / "icons")
    assets.copy_licences(TARGET / "licences")
    for path in sorted(TARGET.glob("*.*")):
        print(f"{path.name:32} {path.stat().st_size:>9}")


if __name__ == "__main__":
    main()
