"""QR codes as pictures."""

import io

import segno

_SCALE = 8  # pixels of a module


def png(text: str) -> bytes:
    """A QR code in black on white with its quiet zone, as PNG."""
    picture = io.BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="png", scale=_SCALE, border=4)
    return picture.getvalue()
