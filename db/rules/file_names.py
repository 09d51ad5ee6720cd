"""Names of files that offices and old systems accept, without personal data."""

import re
import unicodedata


def file_name(*parts: str, ending: str) -> str:
    """``2023-12-14_DaftarHadir_KabKotaHAM.pdf`` from its parts; at most 120 characters."""
    words = ("_".join(_plain(part) for part in parts if part)).strip("_") or "Rembuk"
    return f"{words[: 119 - len(ending)].rstrip('_')}.{ending}"


def _plain(part: str) -> str:
    letters = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9-]+", letters)
    return "".join(word[:1].upper() + word[1:] for word in words)[:48]
