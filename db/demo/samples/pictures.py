"""Drawings that stand for photos of made-up activities; 'CONTOH' is written into each."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from db.demo.samples.chance import share
from db.demo.samples.events import EVENTS
from db.demo.shelf import key
from db.models import Attachment

_SIZE = (1200, 800)
_WALLS = ("#dfe9e6", "#efe6d8", "#e3e4ee")
_CLOTHES = ("#0f766e", "#b45309", "#7c3aed", "#be123c", "#1d4ed8", "#4d7c0f")
_SKIN = ("#8d5b3d", "#a9744f", "#6f4630")
_SHOWN = {
    "pembentukan-2025": ("Peserta memperkenalkan diri", "Diskusi kelompok tentang harapan forum"),
    "perencanaan-2026": ("Kelompok menyusun usulan untuk musrenbang", "Pleno hasil kelompok"),
    "pelatihan-2026": ("Pembukaan pelatihan", "Permainan peran: memimpin rapat"),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, what is said of it, and its SHA-256."""

    said: dict[str, Any]
    content: bytes
    sha256: str


@cache
def drawings() -> tuple[Drawing, ...]:
    """Two drawings for each of three activities; all may be shown but the last."""
    made = []
    for event in EVENTS:
        for rank, caption in enumerate(_SHOWN.get(event.key, ())):
            name = f"{event.key}-{rank + 1}"
            content = _drawn(name)
            last = name == "pelatihan-2026-2"
            said = {
                "id": key("attachment", name),
                "subject_id": event.id,
                "caption": caption,
                "date": event.starts,
                "place": event.venue,
                "consent": None if last else "yes",
                "file_name": f"{name}.png",
                "rank": rank,
            }
            made.append(Drawing(said, content, hashlib.sha256(content).hexdigest()))
    return tuple(made)


def rows() -> Iterator[Attachment]:
    """What is said of each drawing."""
    for one in drawings():
        yield Attachment(
            **one.said,
            subject="activity",
            kind_id="attachment_kind:photo",
            credit="Panitia",
            media_type="image/png",
            size=len(one.content),
            sha256=one.sha256,
        )


def _drawn(name: str) -> bytes:
    """A room with people around a table, seen from the front."""
    from PIL import Image, ImageDraw, ImageFont

    def chosen(options: tuple[str, ...], what: str) -> str:
        return options[int(share(what, name) * len(options))]

    width, height = _SIZE
    image = Image.new("RGB", _SIZE, chosen(_WALLS, "wall"))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, int(height * 0.62), width, height), fill="#c9b79c")
    pen.rectangle((330, 90, 870, 330), fill="white", outline="#475569", width=6)
    font = ImageFont.load_default(64)
    pen.text((600, 210), "CONTOH", fill="#475569", font=font, anchor="mm")
    for place in range(7):
        x = 130 + place * 157
        y = 430 + int(share(f"stand {place}", name) * 60)
        cloth = chosen(_CLOTHES, f"cloth {place}")
        pen.rounded_rectangle((x - 58, y + 60, x + 58, y + 290), radius=44, fill=cloth)
        pen.ellipse((x - 42, y - 34, x + 42, y + 62), fill=chosen(_SKIN, f"skin {place}"))
        if share(f"veil {place}", name) < 0.6:
            pen.chord((x - 56, y - 52, x + 56, y + 96), 150, 390, fill=cloth)
            pen.ellipse((x - 32, y - 20, x + 32, y + 52), fill=chosen(_SKIN, f"skin {place}"))
    pen.rounded_rectangle((60, 690, width - 60, 770), radius=18, fill="#8a6d4b")
    buffer = io.BytesIO()
    image.quantize(64).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
