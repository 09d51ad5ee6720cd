"""Brings the catalogues up to date: ``python -m resources.translations.compile [--prune]``.

English follows the code, ``app.pot`` lists every text, and both languages are compiled. What has no
Indonesian yet is named, and so is what no code uses any more; ``--prune`` takes the latter out.
"""

import io
import os
import sys
from pathlib import Path
from typing import Any

from resources.translations.extraction import Marked, marked

FOLDER = Path(__file__).resolve().parent
HEADER = "# Texts of Rembuk."


def update(texts: list[Marked], folder: Path = FOLDER, *, prune: bool = False) -> list[str]:
    """Write template, English and the compiled catalogues; answers what is missing or unused."""
    indonesian = read(folder, "id")
    report = [
        f"no Indonesian: {t.singular!r} ({t.place})" for t in texts if not _has(indonesian, t)
    ]
    known = {text.singular for text in texts}
    unused = [m.id for m in indonesian if m.id and _singular(m.id) not in known]
    report += [f"not used: {_singular(one)!r}" for one in unused]
    if prune:
        for one in unused:
            indonesian.delete(one)
        write(folder / "id", indonesian)
    else:
        compile_catalogue(folder / "id", indonesian)
    write(folder / "en", _english(texts, read(folder, "en")))
    _replace(folder / "app.pot", _po(_filled(_empty(None), texts, None)))
    return report


def read(folder: Path, language: str) -> Any:
    """A catalogue as it stands; an empty one where there is none."""
    from babel.messages.pofile import read_po

    path = folder / language / "LC_MESSAGES" / "rembuk.po"
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write(folder: Path, catalogue: Any) -> None:
    """Write a catalogue for people, and compiled."""
    _replace(folder / "LC_MESSAGES" / "rembuk.po", _po(catalogue))
    compile_catalogue(folder, catalogue)


def compile_catalogue(folder: Path, catalogue: Any) -> None:
    """Write a catalogue for gettext."""
    from babel.messages.mofile import write_mo

    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    _replace(folder / "LC_MESSAGES" / "rembuk.mo", buffer.getvalue())


def _english(texts: list[Marked], former: Any) -> Any:
    """The texts themselves, except where somebody wrote a better English one."""
    return _filled(_empty("en"), texts, former)


def _filled(catalogue: Any, texts: list[Marked], former: Any) -> Any:
    for text in texts:
        own: Any = (text.singular, text.plural) if text.plural else text.singular
        string = None
        if former is not None:
            said = former[text.singular].string if text.singular in former else None
            string = said if _complete(said, own) else own
        catalogue.add(own, string)
    return catalogue


def _has(catalogue: Any, text: Marked) -> bool:
    message = catalogue.get(text.singular)
    plural = isinstance(message.id, tuple) if message else False
    return message is not None and plural == bool(text.plural) and _complete(message.string, None)


def _complete(string: Any, shape: Any) -> bool:
    if isinstance(string, str) or string is None:
        return bool(string) and not isinstance(shape, tuple)
    return all(string) and not isinstance(shape, str)


def _singular(message_id: Any) -> str:
    return str(message_id[0] if isinstance(message_id, tuple) else message_id)


def _empty(language: str | None) -> Any:
    import datetime as dt

    from babel.messages.catalog import Catalog

    # A fixed time: a file changes when its texts do, not when it is written again.
    made = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    catalogue = Catalog(
        locale=language,
        project="Rembuk",
        version="0.1.0",
        header_comment=HEADER,
        msgid_bugs_address="Rembuk",
        last_translator="Rembuk",
        language_team="Rembuk",
        creation_date=made,
        revision_date=made,
        fuzzy=False,
    )
    if language == "id":  # one form for every number, which the library does not know
        catalogue.mime_headers = [("Plural-Forms", "nplurals=1; plural=0;")]
    return catalogue


def _po(catalogue: Any) -> bytes:
    from babel.messages.pofile import write_po

    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True)
    return buffer.getvalue()


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(content)
    partial.replace(path)


def main() -> int:
    """Update everything; the exit status is 1 where a text has no Indonesian."""
    report = update(marked(), prune="--prune" in sys.argv[1:])
    sys.stdout.write("".join(f"{line}{os.linesep}" for line in report))
    return int(any(line.startswith("no Indonesian") for line in report))


if __name__ == "__main__":
    raise SystemExit(main())
