"""The font, the icons and the licences of what was taken, copied as they are."""

import shutil
from importlib.metadata import distribution
from pathlib import Path

import packages

FONT_FILES = {
    "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
    "500Medium/Inter_500Medium.ttf": "Inter-Medium.ttf",
    "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
    "700Bold/Inter_700Bold.ttf": "Inter-Bold.ttf",
    "400Regular_Italic/Inter_400Regular_Italic.ttf": "Inter-Italic.ttf",
}


def copy_font(package: Path, folder: Path) -> None:
    """The five styles of Inter that are used, and their licence."""
    for source, name in FONT_FILES.items():
        shutil.copyfile(package / source, folder / name)
    shutil.copyfile(package / "LICENSE_FONT", folder / "LICENSE")


def copy_icons(package: Path, folder: Path) -> None:
    """The icons named in ``icons.txt``, without the comment in front, and their licence.

    An icon of the folder that is named no more is removed.
    """
    names = (Path(__file__).parent / "icons.txt").read_text("utf-8").split()
    for old in folder.glob("*.svg"):
        if old.stem not in names:
            old.unlink()
    for name in names:
        text = (package / "icons" / f"{name}.svg").read_text("utf-8")
        (folder / f"{name}.svg").write_text(text[text.index("<svg") :], "utf-8")
    shutil.copyfile(package / "LICENSE", folder / "LICENSE")


def copy_licences(folder: Path) -> None:
    """Licence texts of the packages that data was taken from; the areas have theirs beside them."""
    folder.mkdir(exist_ok=True)
    gazetteer = next(packages.GAZETTEER.folder().glob("*.dist-info/licenses/LICENSE"))
    pcodes = next(packages.PCODES.folder().glob("*/LICENSE"))
    sources = {
        "LGPL-2.1.txt": gazetteer,
        "hdx-python-country-MIT.txt": pcodes,
        "holidays-MIT.txt": _shipped("holidays", "licenses/LICENSE"),
        "Unicode-3.0.txt": _shipped("babel", "locale-data/LICENSE.unicode"),
    }
    for name, source in sources.items():
        shutil.copyfile(source, folder / name)


def _shipped(package: str, ending: str) -> Path:
    files = distribution(package).files or []
    found = next(file for file in files if file.as_posix().endswith(ending))
    return Path(str(found.locate()))
