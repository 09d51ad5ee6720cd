"""What this user of this computer prefers; one typed dataclass, kept as JSON outside every workspace."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from db.log.identity import home

RECENT = 6
RECENT_DOCUMENTS = 10


@dataclass(slots=True)
class Preferences:
    """Language, look, name, after how many minutes it locks (0: never), the files opened last, and what was chosen last for each document.

    ``documents``: those saved last; their names tell activities, never people.

    ``lists``: list → its columns and order. ``window``: where the window stood last, in Qt's own letters.

    ``folders``: workspace → the shared folder through which this computer exchanges it.
    """

    language: str = "id"
    theme: str = "light"
    text_size: int = 100
    author: str = ""
    lock_minutes: int = 10
    window: str = ""
    recent: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    choices: dict[str, dict[str, Any]] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Preferences":
        """Those of this user; what cannot be read is as on the first day."""
        try:
            found = json.loads(_file().read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {one.name for one in fields(cls)}
        loaded = cls(**{name: value for name, value in found.items() if name in known})
        loaded.recent, loaded.documents = tuple(loaded.recent), tuple(loaded.documents)
        return loaded

    def save(self) -> None:
        """Write them down, whole or not at all."""
        path = _file()
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(self), indent=1), "utf-8")
        partial.replace(path)

    def saved(self, path: Path) -> None:
        """Put a document in front of those saved last."""
        place = _key(path)
        others = (other for other in self.documents if other != place)
        self.documents = (place, *others)[:RECENT_DOCUMENTS]
        self.save()

    def folder_of(self, workspace: Path) -> Path | None:
        """The shared folder of a workspace."""
        found = self.folders.get(_key(workspace))
        return None if found is None else Path(found)

    def share(self, workspace: Path, folder: Path | None) -> None:
        """Exchange a workspace through a folder from now on; None: through none."""
        self.folders.pop(_key(workspace), None)
        if folder is not None:
            self.folders[_key(workspace)] = str(folder.resolve())
        self.save()

    def opened(self, path: Path) -> None:
        """Put a file in front of those opened last."""
        place = _key(path)
        self.recent = (place, *(other for other in self.recent if other != place))[:RECENT]
        self.save()


def _key(path: Path) -> str:
    return str(path.resolve())


def _file() -> Path:
    return home() / "preferences.json"
