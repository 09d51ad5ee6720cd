"""Files that ship with Rembuk, found the same way in a checkout and in the frozen application."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def resource(relative: str) -> Path:
    """Path of a shipped file, e.g. ``resource("fonts/Inter-Regular.ttf")``.

    Raises:
        FileNotFoundError: the file is not part of this build.
    """
    path = _ROOT / relative
    if not path.exists():
        raise FileNotFoundError(relative)
    return path
