"""Pictures are made small and upright, and tell nothing but what they show."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from db.errors import UserError
from db.rules.pictures import LOGO_SIDE, PHOTO_SIDE, reduced

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def photo(width: int, height: int, kind: str = "JPEG", orientation: int = 1) -> bytes:
    image = Image.effect_noise((width, height), 80).convert("RGB")
    image.paste("red", (0, 0, width // 4, height // 4))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = "Kamera Rahasia"
    exif.get_ifd(GPS)[2] = (6.0, 54.0, 0.0)
    buffer = io.BytesIO()
    image.save(buffer, kind, exif=exif)
    return buffer.getvalue()


def test_a_photo_loses_what_the_camera_noted() -> None:
    content = photo(600, 400)
    assert b"Kamera Rahasia" in content
    kept = reduced(content, PHOTO_SIDE)
    assert kept.media_type == "image/jpeg"
    assert b"Kamera" not in kept.content
    assert dict(Image.open(io.BytesIO(kept.content)).getexif()) == {}


def test_a_large_photo_becomes_as_small_as_it_may_be() -> None:
    kept = reduced(photo(4000, 3000), PHOTO_SIDE)
    assert (kept.width, kept.height) == (1920, 1440)
    assert Image.open(io.BytesIO(kept.content)).size == (1920, 1440)


def test_a_photo_taken_upright_stands_upright() -> None:
    kept = reduced(photo(600, 400, orientation=6), PHOTO_SIDE)
    assert (kept.width, kept.height) == (400, 600)
    corner = Image.open(io.BytesIO(kept.content)).getpixel((390, 10))
    assert corner[0] > 200
    assert corner[1] < 80


def test_a_logo_keeps_its_clear_ground() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (1000, 500), (0, 0, 0, 0)).save(buffer, "PNG")
    kept = reduced(buffer.getvalue(), LOGO_SIDE)
    assert (kept.media_type, kept.width, kept.height) == ("image/png", 480, 240)
    assert Image.open(io.BytesIO(kept.content)).getpixel((5, 5))[3] == 0


def test_a_clear_ground_becomes_white_where_only_a_photo_fits() -> None:
    image = Image.effect_noise((900, 900), 90).convert("RGBA")
    image.putalpha(0)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    kept = reduced(buffer.getvalue(), LOGO_SIDE)
    if kept.media_type == "image/jpeg":
        assert Image.open(io.BytesIO(kept.content)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content", [b"", b"MZ no picture", photo(300, 200)[:700], b"%PDF-1.7", b"<svg/>"]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UserError):
        reduced(content, PHOTO_SIDE)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # of damaged notes, which nobody keeps
@given(st.binary(max_size=200), st.integers(0, 500))
def test_damage_is_refused_and_never_worse(noise: bytes, place: int) -> None:
    content = bytearray(photo(64, 48))
    content[place : place + len(noise)] = noise
    try:
        kept = reduced(bytes(content), PHOTO_SIDE)
    except UserError:
        return
    assert kept.width <= PHOTO_SIDE
