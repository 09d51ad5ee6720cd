"""Which files are ours: by their endings, and an exchange file by its first bytes. Light: a start needs it."""

from pathlib import Path

from resources.texts import N_

WORKSPACE = ".rembuk"
EXCHANGE = ".rembuk-sync"
CARD = ".rembuk-card"
LARGEST_DOCUMENT = 20 * 1024 * 1024  # bytes of a document that is kept with an activity
TOO_LARGE = N_("The file {name} is larger than {most} MB. Make it smaller, or keep a link to it.")
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
