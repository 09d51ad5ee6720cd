"""Pictures as they are kept: upright, no larger than needed, without what a camera notes of place and owner."""

import io
from dataclasses import dataclass

from db.errors import UserError
from resources.texts import N_

PHOTO_SIDE = 1920  # pixels of the longer side
LOGO_SIDE = 480  # enough for 20 mm on paper
UNREADABLE = N_("This picture cannot be read. Choose a PNG or JPEG file.")

_KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_MOST_PIXELS = 120_000_000  # what unfolds to more is no photo
_ENOUGH = 150_000  # bytes up to which a drawing stays without loss
_QUALITY = 85


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG. Sides in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


def reduced(content: bytes, side: int) -> Picture:
    """A picture whose longer side is at most ``side``. Small ones with few colours stay PNG.

    Raises:
        UserError: it is no picture, a damaged one, or one far too large.
    """
    from PIL import Image, ImageOps  # takes long to load, and few need it

    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise UserError(UNREADABLE)
            opened.draft("RGB", (side, side))
            image = ImageOps.exif_transpose(opened)
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise UserError(UNREADABLE) from None
    image.thumbnail((side, side), Image.Resampling.LANCZOS)
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    drawn = image.convert("RGBA" if see_through else "RGB")
    written = _written(drawn, "PNG") if side <= LOGO_SIDE or see_through else b""
    if written and len(written) <= _ENOUGH:
        return Picture(written, "image/png", *drawn.size)
    if see_through:
        white = Image.new("RGB", drawn.size, "white")
        white.paste(drawn, mask=drawn.getchannel("A"))
        drawn = white
    return Picture(_written(drawn, "JPEG"), "image/jpeg", *drawn.size)


def _written(image: object, kind: str) -> bytes:
    """The pixels alone: what the file noted beside them is not handed on."""
    buffer = io.BytesIO()
    image.save(buffer, kind, quality=_QUALITY, optimize=True)  # type: ignore[attr-defined]  # a PIL.Image
    return buffer.getvalue()
