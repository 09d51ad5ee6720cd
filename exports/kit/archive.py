"""The archives that workbooks and Word files are: the same content gives the same bytes."""

import io
import zipfile
from collections.abc import Callable


def repeatable(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive without the time of its saving. ``change``: name and content of a part → its content."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, change(entry.filename, old.read(entry.filename)))
    return result.getvalue()
