"""``make pictures``: the windows in every language, look, size and state, as contact sheets; and what the README shows.

Single pictures go to ``out/pictures``, sheets to ``docs/pictures``. A large workspace is drawn where one is given
(``--large FILE``, its passphrase in REMBUK_PASSPHRASE; ``make bench`` makes one).
"""

import argparse
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import contact_sheets  # beside this script
import run_demo  # beside this script

from db.database import Database
from desktop import cli
from desktop.pictures import (
    LANGUAGES,
    SHAPES,
    THEMES,
    USUAL,
    grab_all,
    grab_exchange,
    grab_import,
)

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "pictures"
DOCS = ROOT / "docs" / "pictures"
DEMO, EMPTY, LARGE = "demo", "empty", "large"

# What the README and the manual show: picture of the window → name of the file.
SHOWN = {
    "id-light-home": "home",
    "id-light-people": "people",
    "id-light-activities": "activities",
    "id-dark-activities": "activities-dark",
    "id-light-attendance": "attendance",
    "id-light-reports": "reports",
}
# What the pictures of an import read; made-up lists that the tests read, too.
LISTS = ROOT / "tests" / "spreadsheets"
IMPORTED = ("daftar_hadir_lokakarya.xlsx", "anggota_bertahun_tahun.xlsx")


def main() -> int:
    """Exit status of what was done."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", type=Path, help="a large workspace to draw as well")
    large: Path | None = options.parse_args().large
    passphrase = os.environ.pop("REMBUK_PASSPHRASE", None)  # of that one alone: the demo has none
    with tempfile.TemporaryDirectory(prefix="rembuk-") as temporary:
        os.environ["REMBUK_HOME"] = temporary
        demo, empty = Path(temporary) / "Demo.rembuk", Path(temporary) / "Kosong.rembuk"
        status = cli.run(["demo", str(demo)])
        if status != cli.DONE:
            return status
        Database.create(empty, name="Forum").close()
        draw_windows(DEMO, demo)
        draw_windows(EMPTY, empty)
        if large is not None:
            draw_windows(LARGE, large, passphrase)
        for sheet in draw_sheets(OUT, DOCS):
            print(sheet, flush=True)
        for picture, name in SHOWN.items():
            shutil.copy(OUT / DEMO / USUAL.name / f"{picture}.png", DOCS / f"{name}.png")
        draw_stories(demo, Path(temporary))
    return status


def draw_windows(state: str, file: Path, passphrase: str | None = None) -> None:
    """Every page in every language, look and shape, below ``out/pictures/STATE``."""
    for number, _ in enumerate(
        grab_all(file, OUT / state, LANGUAGES, THEMES, SHAPES, passphrase=passphrase), start=1
    ):
        if number % 100 == 0:
            print(f"{state}: {number}", flush=True)


def draw_sheets(pictures: Path, folder: Path) -> Iterator[Path]:
    """One for each state, shape, look and language."""
    states = sorted(one.name for one in pictures.iterdir())
    for state, shape, theme, language in itertools.product(states, SHAPES, THEMES, LANGUAGES):
        drawn = sorted((pictures / state / shape.name).glob(f"{language}-{theme}-*.png"))
        place = folder / f"windows-{state}-{shape.name}-{theme}-{language}.webp"
        yield contact_sheets.windows(drawn, place)


def draw_stories(demo: Path, temporary: Path) -> None:
    """Documents, an import and an exchange, step by step, in each language."""
    about = run_demo.subjects(demo)
    for language in LANGUAGES:
        contact_sheets.draw(demo, about, DOCS, language)
        list(grab_import(demo, [LISTS / name for name in IMPORTED], DOCS, language))
        copy = Path(shutil.copy(demo, temporary / f"{language}.rembuk"))
        list(grab_exchange(copy, DOCS, language))


if __name__ == "__main__":
    sys.exit(main())
