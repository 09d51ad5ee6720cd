"""Device cards: what a new computer hands over so that it can be admitted. A file, or the text of a QR code.

The keys behind a card wait on the computer that made it, outside any workspace, until its first file
comes.
"""

import contextlib
import hashlib
import io
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from db.circle.keys import Keys, PublicKeys, new_keys, restored
from db.errors import UserError
from db.log.identity import device_text, home, new_device
from resources.texts import N_

NOT_A_CARD = N_(
    "This is no device card of Rembuk. Ask for the card again, as a file or as a QR code."
)
NO_KEYS = N_(
    "This card was not made on this computer, or its workspace was started already. "
    "Make a new card here and have it admitted."
)
NO_CODE = N_(
    "No device card can be read from this picture. Take it again: the whole code, sharp and straight."
)
LONGEST = 4096  # bytes of a card
LARGEST_PICTURE = 32 * 1024**2
LARGEST_SIDE = 2400  # pixels; a code that fills a tenth of a photo is read at that size
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"BM", b"GIF8")


@dataclass(frozen=True, slots=True)
class Card:
    """Number (12 hex digits), name and owner of a computer, and its public keys."""

    rembuk_card: int
    device: str
    name: str
    owner: str
    sign: str
    seal: str

    @property
    def keys(self) -> PublicKeys:
        """What others know of it."""
        return PublicKeys(self.sign, self.seal)

    @property
    def digits(self) -> str:
        """Eight digits to read to each other by phone."""
        return digits(self.sign + self.seal)

    def text(self) -> str:
        """What stands in the file and in the QR code."""
        return msgspec.json.encode(self).decode()


def digits(text: str) -> str:
    """Eight digits in two groups that stand for a text."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) % 10**8
    return f"{number // 10**4:04d} {number % 10**4:04d}"


def make(name: str, owner: str) -> Card:
    """A card for this computer; its keys wait here."""
    fresh, device = new_keys(), device_text(new_device())
    place = _place(device)
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode([fresh.signing, fresh.sealing, name, owner]))
    return _card(device, fresh, name, owner)


def waiting() -> list[Card]:
    """Cards of this computer whose first file has not come yet, the newest first."""
    places = sorted(_place("").glob("*"), key=lambda place: -place.stat().st_mtime_ns)
    found = ((place.name, _kept(place)) for place in places)
    return [_card(device, *kept) for device, kept in found if kept is not None]


def read(text: str | bytes) -> Card:
    """The card in a file or QR code. Raises UserError where it is none."""
    try:
        card = msgspec.json.decode(text, type=Card)
        int(card.device, 16)
        bytes.fromhex(card.sign)
    except (msgspec.MsgspecError, ValueError) as error:
        raise UserError(NOT_A_CARD) from error
    if len(card.device) != 12 or len(card.sign) != 64 or not card.seal.startswith("age1"):
        raise UserError(NOT_A_CARD)
    return card


def open_card(path: Path) -> Card:
    """The card in a file, or in a picture of its QR code. Raises UserError where there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PICTURE)
    except OSError as error:
        raise UserError(NOT_A_CARD) from error
    return in_picture(content) if content.startswith(_PICTURES) else read(content[:LONGEST])


def in_picture(content: bytes) -> Card:
    """The card whose QR code a picture shows. Raises UserError where it shows none."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("L", (LARGEST_SIDE, LARGEST_SIDE))
            picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            found = zxingcpp.read_barcodes(picture.convert("L"))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UserError(NO_CODE) from error
    for one in found:
        with contextlib.suppress(UserError):
            return read(one.text)
    raise UserError(NO_CODE)


def waiting_keys(card: Card) -> Keys:
    """The keys behind a card of this computer. Raises UserError where they are not here."""
    kept = _kept(_place(card.device))
    if kept is None or kept[0].public != card.keys:
        raise UserError(NO_KEYS)
    return kept[0]


def forget(card: Card) -> None:
    """The keys are in a workspace now; they need not wait any more."""
    _place(card.device).unlink(missing_ok=True)


def _card(device: str, keys: Keys, name: str, owner: str) -> Card:
    return Card(1, device, name, owner, keys.public.sign, keys.public.seal)


def _kept(place: Path) -> tuple[Keys, str, str] | None:
    """Keys, name and owner of a card, where they can be read."""
    try:
        signing, sealing, name, owner = msgspec.json.decode(place.read_bytes(), type=list[str])
        return restored(signing, sealing), name, owner
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def _place(device: str) -> Path:
    return home() / "cards" / device
