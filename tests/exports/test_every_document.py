"""All documents of the demo, in both languages and all formats: opened again, measured, compared, looked at by machines."""

import importlib.util
import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics

from db import demo
from db.database import Database
from db.rules.colours import READABLE, WHITE, contrast
from exports.catalogue import DOCUMENTS
from exports.kit import colours, fonts
from exports.kit.sheet import Sheet, Style
from exports.kit.table import Drawn
from resources.texts import translator

ROOT = Path(__file__).resolve().parents[2]
OFFICE = shutil.which("soffice")
ON_PAPER = [one for one in DOCUMENTS if "pdf" in one.formats]
CHOSEN: dict[str, dict[str, Any]] = {
    "period_report": {"period": "dates", "from": "2025", "to": "2026"},
    "transport_list": {"rate": 150_000},
    "attendance_sheet": {"orientation": "landscape", "filled": True},
}


@dataclass(frozen=True)
class Demo:
    database: Database
    about: dict[str, str]

    def made(self, document: Any, kind: str, language: str) -> bytes:
        known = {choice.key for choice in document.choices}
        given = {key: value for key, value in self.about.items() if key in known}
        choices = document.complete({**given, **CHOSEN.get(document.key, {})})
        answer = self.database.read(document.question, choices)
        return document.make(answer, translator(language), kind)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("documents")
    spec = importlib.util.spec_from_file_location("run_demo", ROOT / "installer" / "run_demo.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        demo.build(folder / "demo.rembuk")
        about = script.subjects(folder / "demo.rembuk")
        database = Database.open(folder / "demo.rembuk")
        yield Demo(database, about)
        database.close()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("document", ON_PAPER, ids=lambda one: one.key)
def test_no_sign_is_missing_and_nothing_leaves_its_cell_or_the_page(
    built: Demo, document: Any, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    drawn_text, drawn_init = Sheet.text, Drawn.__init__

    def text(sheet: Sheet, x: float, y: float, said: str, style: Style, align: str = "left") -> None:  # fmt: skip
        glyphs = pdfmetrics.getFont(style.font).face.charToGlyph
        told.extend(f"no sign for {sign!r}" for sign in said if ord(sign) not in glyphs)
        wide = fonts.width(said, style.font, style.size) * 25.4 / 72
        left = x - {"left": 0, "center": wide / 2, "right": wide}[align]
        if left < 0 or left + wide > sheet.paper.width or not 0 < y < sheet.paper.height:
            told.append(f"over the edge: {said!r}")
        drawn_text(sheet, x, y, said, style, align)

    def init(table: Drawn, *arguments: Any, **named: Any) -> None:
        drawn_init(table, *arguments, **named)
        from exports.kit.table import CELL, HEAD, STRONG

        for position, cells in enumerate([table.head, *table._cells], start=-1):
            style = HEAD if position < 0 else STRONG if position in table.table.strong else CELL
            for room, lines in zip(table._rooms, cells, strict=True):
                most = room * 72 / 25.4 + 0.01
                told.extend(
                    f"wider than its cell: {line!r}"
                    for line in lines
                    if len(line) > 1 and fonts.width(line, style.font, style.size) > most
                )

    monkeypatch.setattr(Sheet, "text", text)
    monkeypatch.setattr(Drawn, "__init__", init)
    built.made(document, "pdf", language)
    assert not told


@pytest.mark.parametrize("document", ON_PAPER, ids=lambda one: one.key)
def test_pages_say_what_they_are_to_those_who_do_not_see_them(built: Demo, document: Any) -> None:
    for language in ("id", "en"):
        content = built.made(document, "pdf", language)
        reader = pypdf.PdfReader(io.BytesIO(content))
        assert reader.trailer["/Root"]["/Lang"] == language
        assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata.title == translator(language)(document.title)
        assert all(page.extract_text().strip() for page in reader.pages)
        assert built.made(document, "pdf", language) == content


@pytest.mark.parametrize(
    "key", ["activity_report", "period_report", "certificates", "forum_profile"]
)
def test_long_documents_have_bookmarks(built: Demo, key: str) -> None:
    document = next(one for one in DOCUMENTS if one.key == key)
    reader = pypdf.PdfReader(io.BytesIO(built.made(document, "pdf", "id")))
    titles = [entry.title for entry in reader.outline]
    assert len(titles) >= 2
    for entry in reader.outline:
        page = reader.pages[reader.get_destination_page_number(entry)]
        first = entry.title.split()[-1]
        assert first in page.extract_text()


def test_the_reading_order_is_that_of_the_page(built: Demo) -> None:
    """Text comes in the file as it stands on the page: headings before what they head, rows from above."""
    document = next(one for one in DOCUMENTS if one.key == "period_report")
    pdf = pypdfium2.PdfDocument(built.made(document, "pdf", "en"))
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    places = [text.index(f"\n{n}. ") if f"\n{n}. " in text else text.index(f"{n}. ") for n in range(1, 6)]  # fmt: skip
    assert places == sorted(places)


def test_every_colour_of_letters_can_be_read() -> None:
    for colour in (colours.INK, colours.BLACK, colours.MUTED, colours.ACCENT):
        assert contrast(colour, WHITE) >= READABLE, colour
    assert contrast(colours.INK, colours.TINT) >= READABLE
    for letters, ground in zip(colours.ON_SERIES, colours.SERIES, strict=True):
        assert contrast(letters, ground) >= READABLE, ground


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("language", ["id", "en"])
def test_libreoffice_opens_every_workbook_and_word_file(
    built: Demo, language: str, tmp_path: Path
) -> None:
    files = []
    for document in DOCUMENTS:
        for kind in {"xlsx", "docx"} & set(document.formats):
            path = tmp_path / f"{document.key}-{kind}.{kind}"
            path.write_bytes(built.made(document, kind, language))
            files.append(path)
    assert len(files) >= 15
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
         "--convert-to", "pdf", "--outdir", tmp_path / "seen", *files],
        check=True, capture_output=True, timeout=400,
    )  # fmt: skip
    for path in files:
        seen = tmp_path / "seen" / f"{path.stem}.pdf"
        assert seen.exists(), path.name
        text = "".join(page.extract_text() for page in pypdf.PdfReader(seen).pages[:3])
        assert text.strip(), path.name


def test_a_long_word_goes_on_behind_its_dash() -> None:
    fonts.register()
    room = fonts.width("Tuesday–Thu", fonts.REGULAR, 8)
    assert fonts.wrapped("Tuesday–Thursday, 10", fonts.REGULAR, 8, room) == (
        "Tuesday–",
        "Thursday, 10",
    )
    first, second = fonts.wrapped("Penyelenggaraannya", fonts.REGULAR, 8, room)
    assert first + second == "Penyelenggaraannya"
    assert fonts.width(first, fonts.REGULAR, 8) <= room
