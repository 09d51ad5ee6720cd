"""Which files are ours: by their endings, and an exchange file by its first bytes. Light: a start needs it."""

from pathlib import Path

WORKSPACE = ".rembuk"
EXCHANGE = ".rembuk-sync"
CARD = ".rembuk-card"
EXCHANGE_MAGIC = b"REMBUK-SYNC "


def is_of_others(path: Path) -> bool:
    """Whether a file came from another computer: a card by its name, an exchange file whatever it is called."""
    if path.suffix.lower() == CARD:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(EXCHANGE_MAGIC)) == EXCHANGE_MAGIC
    except OSError:
        return False
