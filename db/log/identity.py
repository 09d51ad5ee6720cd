"""Ids of rows and devices, and what this computer remembers of a workspace outside its file."""

import os
import uuid
from pathlib import Path

import uuid_utils

_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone tells text from binary
_RELATIONS = uuid.UUID("6f1d7c1e-7f0a-5b52-9d1c-8f0b7c6a5e42")


def new_id() -> str:
    """Id of a new row: UUIDv7 as 32 hex digits, so ids sort by the time they were made."""
    return uuid_utils.uuid7().hex


def derived_id(table: str, *parts: str) -> str:
    """Id of a row that stands for a relation: the same on every device that records the same fact."""
    return uuid.uuid5(_RELATIONS, "|".join((table, *parts))).hex


def new_device() -> int:
    """Random 48-bit number for a copy of a workspace; the highest bit is set so it has 12 hex digits."""
    return int.from_bytes(os.urandom(6)) | 1 << 47


def device_text(device: int) -> str:
    """A device number as ids, files and people have it: 12 hex digits."""
    return f"{device:012x}"


def device_number(text: str) -> int:
    """The number behind 12 hex digits. Raises ValueError where they are none."""
    return int(text, 16)


def home() -> Path:
    """Folder of Rembuk's own data on this computer (``REMBUK_HOME`` overrides it)."""
    override = os.environ.get("REMBUK_HOME")
    if override:
        return Path(override)
    import platformdirs  # not needed where the variable is set

    return Path(platformdirs.user_data_dir("Rembuk", appauthor=False))


class DeviceMemory:
    """Small files outside the workspace that tell a copied or restored file from the original.

    One per workspace and device number, holding the highest ``seq`` that was written under it. It is
    written before the workspace commits: after a crash it may run ahead of the file, which only costs
    a new device number, but it can never lag behind a number that was used.
    """

    _WIDTH = 20

    def __init__(self, workspace: str) -> None:
        self._workspace = workspace
        self._device: int | None = None
        self._descriptor = -1

    def recall(self, device: int) -> int | None:
        """Highest ``seq`` known of a device number; None where this computer never wrote under it."""
        try:
            return int(self._path(device).read_text("ascii"))
        except (OSError, ValueError):
            return None

    def remember(self, device: int, seq: int) -> None:
        """Write down that numbers up to ``seq`` may have been used."""
        if self._device != device:
            self.close()
            path = self._path(device)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
            self._device = device
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, str(seq).rjust(self._WIDTH).encode("ascii"))

    def close(self) -> None:
        """Let go of the file."""
        if self._device is not None:
            os.close(self._descriptor)
            self._device = None

    def _path(self, device: int) -> Path:
        return home() / "devices" / f"{self._workspace}-{device_text(device)}"
