"""The archives that workbooks and Word files are: the same content gives the same bytes."""

import io
import shutil
import zipfile
from collections.abc import Callable, Mapping

_PACKED = (".jpg", ".jpeg", ".png", ".xlsx")  # nothing is gained by packing them again

Change = Callable[[bytes], bytes]


def repeatable(content: bytes, changes: Mapping[str, Change] | None = None) -> bytes:
    """The same archive without the time of its saving. ``changes``: name of a part → what becomes of it.

    The other parts, which may be long, are copied piece by piece.
    """
    changes = changes or {}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            packed = entry.filename.endswith(_PACKED)
            fixed.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            if entry.filename in changes:
                new.writestr(fixed, changes[entry.filename](old.read(entry.filename)))
            else:
                with old.open(entry) as source, new.open(fixed, "w") as target:
                    shutil.copyfileobj(source, target)
    return result.getvalue()
