"""Documents of the demo and windows in small, one beside the other, looked at in one glance.

Word files and workbooks are drawn by LibreOffice; without it they are left out, and that is said.
"""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from db.database import Database
from exports.catalogue import DOCUMENTS
from exports.document import Document
from resources import resource
from resources.texts import Texts, translator

PAGES = 4  # of a document that are shown
ACROSS = 6  # pictures in a line
WIDTH, HEIGHT, EDGE, CAPTION = 250, 300, 10, 22  # pixels
LINES = 7  # lines of pictures on a sheet
COLOURS = 128
# Dates that give the same pictures next year.
CHOSEN = {"period_report": {"period": "dates", "from": "2026-01-01", "to": "2026-12-31"}}

WINDOW = 400  # pixels that a window is wide on a sheet
QUALITY = 72

Picture = tuple[str, Image.Image]


def windows(pictures: Sequence[Path], place: Path) -> Path:
    """Write pictures of windows as one sheet, each with the name of its page; answers where it is."""
    drawn = []
    for path in pictures:
        with Image.open(path) as picture:
            high = round(WINDOW * picture.height / picture.width)
            small = picture.convert("RGB").resize((WINDOW, high), Image.Resampling.LANCZOS)
        drawn.append((path.stem.split("-", 2)[2], small))
    sheet = _sheet(drawn, WINDOW, max((one.height for _, one in drawn), default=0))
    sheet.save(place, "WEBP", quality=QUALITY, method=6)
    return place


def draw(demo: Path, about: dict[str, str], folder: Path, language: str) -> list[Path]:
    """Write ``documents-1-id.png`` and so on; answers where they are."""
    pictures = list(_pictures(demo, about, translator(language)))
    each = ACROSS * LINES
    written = []
    for number, start in enumerate(range(0, len(pictures), each), start=1):
        place = folder / f"documents-{number}-{language}.png"
        sheet = _sheet(pictures[start : start + each])
        sheet.quantize(COLOURS).save(place, "PNG", optimize=True)
        written.append(place)
    return written


def _pictures(demo: Path, about: dict[str, str], t: Texts) -> Iterator[Picture]:
    database = Database.open(demo)
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: Word files and workbooks are not drawn.", flush=True)
    try:
        for document in DOCUMENTS:
            known = {choice.key for choice in document.choices}
            needed = {key: value for key, value in about.items() if key in known}
            choices = document.complete({**needed, **CHOSEN.get(document.key, {})})
            answer = database.read(document.question, choices)
            for kind in document.formats:
                content = document.make(answer, t, kind)
                yield from _drawn(document, t, kind, content, office)
    finally:
        database.close()


def _drawn(
    document: Document, t: Texts, kind: str, content: bytes, office: str | None
) -> Iterator[Picture]:
    title = f"{t(document.title)} · {kind}"
    if kind == "pdf":
        pages = _pages(content)
    elif kind in ("docx", "xlsx"):
        pages = _pages(_by_office(content, kind, office)) if office else []
    else:
        pages = [_text(content.decode("utf-8-sig"))]
    for number, page in enumerate(pages[:PAGES], start=1):
        yield (title if number == 1 else f"… {number}/{len(pages)}"), page


def _pages(content: bytes) -> list[Image.Image]:
    pdf = pypdfium2.PdfDocument(content)
    drawn = []
    for number in range(len(pdf)):
        if number < PAGES:
            page = pdf[number]
            scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
            drawn.append(page.render(scale=scale).to_pil())
        else:
            drawn.append(drawn[-1])
    pdf.close()
    return drawn


def _by_office(content: bytes, kind: str, office: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="rembuk-") as folder:
        path = Path(folder) / f"document.{kind}"
        path.write_bytes(content)
        subprocess.run(  # noqa: S603 - the office program, with a file that we wrote
            [office, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return path.with_suffix(".pdf").read_bytes()


def _text(text: str) -> Image.Image:
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    lines = [line[:60] for line in text.splitlines()[:34]]
    ImageDraw.Draw(page).multiline_text((8, 8), "\n".join(lines), "#16212B", _font(7))
    return page


def _sheet(pictures: list[Picture], width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    rows = -(-len(pictures) // ACROSS)
    wide, tall = width + EDGE, height + EDGE + CAPTION
    sheet = Image.new("RGB", (ACROSS * wide + EDGE, rows * tall + EDGE), "#D5DADD")
    pen = ImageDraw.Draw(sheet)
    for number, (title, page) in enumerate(pictures):
        x = EDGE + number % ACROSS * wide
        y = EDGE + number // ACROSS * tall
        pen.text((x, y + 3), title[:38], "#16212B", _font(12))
        sheet.paste(page.convert("RGB"), (x, y + CAPTION))
    return sheet


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(resource("fonts/Inter-Medium.ttf").read_bytes()), size)
