"""A photo of a printed sheet says which sheet it is, and where each of its rows lies."""

import io
import math
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from exports.attendance_sheet import MARGIN, pages
from exports.attendance_sheet.pages import Rows, code
from exports.catalogue import document
from exports.kit import marks
from exports.kit.paper import paper
from resources.texts import translator
from tests.exports.conftest import crowd
from tests.world import World

DPI = 200
PER_MM = DPI / 25.4
DARK = 105
Point = tuple[float, float]
Eight = tuple[float, ...]

pytestmark = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="pages are drawn by pdftoppm (poppler-utils)"
)


def solved(rows: list[list[float]]) -> list[float]:
    """Linear equations, the right side in the last column, by elimination."""
    size = len(rows)
    for place in range(size):
        pivot = max(range(place, size), key=lambda row: abs(rows[row][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for other in range(size):
            if other != place:
                factor = rows[other][place] / rows[place][place]
                rows[other] = [
                    a - factor * b for a, b in zip(rows[other], rows[place], strict=True)
                ]
    return [rows[place][size] / rows[place][place] for place in range(size)]


def lying(source: list[Point], target: list[Point]) -> Eight:
    """The eight numbers of the projection that carries four points to four others."""
    equations = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        equations.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        equations.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return tuple(solved(equations))


def carried(eight: Eight, point: Point) -> Point:
    a, b, c, d, e, f, g, h = eight
    x, y = point
    below = g * x + h * y + 1
    return (a * x + b * y + c) / below, (d * x + e * y + f) / below


def photographed(page: Image.Image) -> Image.Image:
    """A photo from aside: the corners lie anywhere, the light is dim, the lens is soft."""
    width, height = page.size
    seen = [
        (0.06 * width, 0.05 * height), (0.93 * width, 0.02 * height),
        (0.02 * width, 0.97 * height), (0.97 * width, 0.94 * height),
    ]  # fmt: skip
    flat = [(0.0, 0.0), (float(width), 0.0), (0.0, float(height)), (float(width), float(height))]
    photo = page.transform(
        page.size,
        Image.Transform.PERSPECTIVE,
        lying(seen, flat),
        Image.Resampling.BICUBIC,
        fillcolor=230,
    )
    return photo.filter(ImageFilter.GaussianBlur(1.1)).point(lambda light: 40 + light * 0.6)


def dark(photo: Image.Image, box: tuple[int, int, int, int]) -> list[Point]:
    """What is dark in a part of a photo, as middles of pixels."""
    left, top, right, _ = box
    part = photo.crop(box)
    width = right - left
    return [
        (left + place % width + 0.5, top + place // width + 0.5)
        for place, light in enumerate(part.tobytes())
        if light < DARK
    ]


def middle(points: list[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def corner(photo: Image.Image, at: Point) -> Point:
    """Middle of the mark that lies nearest to a corner of the photo."""
    reach = int(45 * PER_MM)
    left = 0 if at[0] == 0 else photo.width - reach
    top = 0 if at[1] == 0 else photo.height - reach
    found = dark(photo, (left, top, left + reach, top + reach))
    nearest = min(found, key=lambda one: math.dist(one, at))
    return middle([one for one in found if math.dist(one, nearest) < 1.5 * marks.CORNER * PER_MM])


def tick(photo: Image.Image, near: Point) -> Point:
    """Middle of what is dark around a point."""
    x, y = near
    across, down = 1.8 * PER_MM, 1.2 * PER_MM  # the table begins a little further
    box = (int(x - across), int(y - down), int(x + across), int(y + down))
    return middle(dark(photo, box))


@pytest.mark.parametrize("size", ["a4", "f4"])
def test_a_photo_from_aside_is_read_row_by_row(
    world: World, activity: str, tmp_path: Path, size: str
) -> None:
    crowd(world, activity, 30)
    made = document("attendance_sheet")
    planned = world.database.read(
        made.question, made.complete({"activity": activity, "paper": size})
    )
    content = made.make(planned, translator("id"), "pdf")
    (tmp_path / "sheet.pdf").write_bytes(content)
    drawn = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-f", "1", "-l", "1"]
    subprocess.run([*drawn, str(tmp_path / "sheet.pdf"), str(tmp_path / "page")], check=True)
    page = Image.open(io.BytesIO(next(tmp_path.glob("page*.png")).read_bytes())).convert("L")
    photo = photographed(page)

    (seen,) = zxingcpp.read_barcodes(photo)
    said = seen.text.split(":")
    assert said[:3] == ["rembuk", "dh", "2"]
    assert said[3] == activity
    first, last = map(int, said[6].split("-"))
    assert seen.text == code(
        planned, Rows(first - 1, last, signed=False), 1, int(said[5].split("/")[1])
    )

    sheet_paper, placed = paper(size), pages.layout(planned, translator("id"))[0]
    assert len(placed.tops) == last - first + 2
    known = [(x + marks.CORNER / 2, y + marks.CORNER / 2) for x, y in marks.corners(sheet_paper)]
    ends = [(x, y) for y in (0, photo.height) for x in (0, photo.width)]
    seen_at = lying(known, [corner(photo, end) for end in ends])
    for x, y in marks.ticks(MARGIN, sheet_paper.width - MARGIN, placed.tops):
        expected = carried(seen_at, (x + marks.TICK[0] / 2, y + marks.TICK[1] / 2))
        found = tick(photo, expected)
        off = max(abs(found[0] - expected[0]), abs(found[1] - expected[1])) / PER_MM
        assert off < 0.25, (x, y, off)
