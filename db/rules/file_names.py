"""Names of files that offices and old systems accept, without personal data."""

import re
import unicodedata

LONGEST = 120
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def file_name(*parts: str, ending: str) -> str:
    """``2023-12-14_DaftarHadir_KabKotaHAM.pdf`` from its parts; at most 120 characters."""
    words = "_".join(filter(None, map(_plain, parts))) or "Rembuk"
    if _DEVICES.fullmatch(words):
        words = f"Rembuk_{words}"
    return f"{words[: LONGEST - 1 - len(ending)].rstrip('_-')}.{ending}"


def _plain(part: str) -> str:
    letters = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", letters)
    return "".join(word[:1].upper() + word[1:] for word in words)[:48]
