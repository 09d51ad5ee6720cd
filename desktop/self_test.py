"""The installed program tests itself: the main job once in a folder that goes away, everything read back."""

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import UserError
from resources.texts import N_, Texts

if TYPE_CHECKING:
    from db.database import Database

NOT_WHOLE = N_("The self-test failed: {what} did not come back as it was written.")
WINDOW_TIME = 120  # seconds; a window that hangs must not hang the test

_PASSPHRASE = "kata sandi uji diri"  # noqa: S105 - of a file that goes away at once
_NAME = "Siti Uji Diri"
_FROZEN = bool(getattr(sys, "frozen", False))  # then this program is no Python, and has Qt in it


def run(t: Texts) -> Iterator[str]:
    """Do the main job once; yields a line for each step that went well.

    Raises:
        UserError: something that was written did not come back.
    """
    with tempfile.TemporaryDirectory(prefix="rembuk-") as folder:
        os.environ["REMBUK_HOME"] = str(Path(folder) / "home")
        path = Path(folder) / "test.rembuk"
        about = _fill(path)
        yield t(N_("Workspace: in order"))
        _documents(path, about, t)
        yield t(N_("Documents: in order"))
        if _has_qt():
            _window(path, Path(folder) / "pictures")
            yield t(N_("Window: in order"))
        else:
            yield t(N_("Window: not tested, Qt cannot be loaded here"))


def _open(path: Path) -> "Database":
    from db.database import Database

    return Database.open(path, passphrase=_PASSPHRASE)


def _fill(path: Path) -> dict[str, str]:
    """A protected workspace with one attendance, undone and done again; answers what documents are about."""
    from db.database import Database
    from db.edits import activities, forums, organizations, participants, people, sessions

    database = Database.create(path, name="Self-test", passphrase=_PASSPHRASE)
    try:
        office = database.edit(
            organizations.add, organizations.OrganizationDraft(name="Self-test")
        ).value
        draft = people.PersonDraft(name=_NAME, phone="+6281200000000", organization_id=office)
        person = database.edit(people.add, draft).value
        member = forums.MemberDraft(person_id=person)
        forum = database.edit(
            forums.add, forums.ForumDraft(name="Self-test", members=[member])
        ).value
        planned = activities.ActivityDraft(
            title="Self-test", starts="2026-01-05", status_id="activity_status:done"
        )
        activity = database.edit(activities.add, planned).value
        session = database.edit(sessions.add, sessions.SessionDraft(activity)).value
        row = database.edit(
            participants.register, participants.ParticipantDraft(activity, person)
        ).value
        database.edit(participants.mark, participants.MarkDraft(row, session, "present"))
        database.undo()
        database.redo()
        _must(not database.check(), path.name)
    finally:
        database.close()
    return {
        "activity": activity,
        "person": person,
        "organization": office,
        "forum": forum,
        "district": "33.25",
    }


def _documents(path: Path, about: dict[str, str], t: Texts) -> None:
    """Every document of the catalogue in each of its formats, opened again."""
    from exports.catalogue import DOCUMENTS

    database = _open(path)
    try:
        for document in DOCUMENTS:
            choices = document.complete(about)
            answer = database.read(document.question, choices)
            for kind in document.formats:
                content = document.make(answer, t, kind)
                told = _texts_of(content, kind)
                _must(bool(told) if document.nameless else _NAME in told, f"{document.key}.{kind}")
    finally:
        database.close()


def _texts_of(content: bytes, kind: str) -> str:
    """All texts of a document."""
    if kind == "pdf":
        import pypdfium2

        pdf = pypdfium2.PdfDocument(content)
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        pdf.close()
        return "\n".join(pages)
    if kind == "docx":
        import docx
        from docx.oxml.ns import qn

        body = docx.Document(io.BytesIO(content)).element.body
        return "\n".join(node.text or "" for node in body.iter(qn("w:t")))
    if kind in ("json", "geojson", "csv", "txt", "ics", "vcf"):
        return content.decode()
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content))
    return "\n".join(
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
    )


def _has_qt() -> bool:
    """Whether Qt can be loaded, asked in another process: this one stays without it."""
    return _FROZEN or _child("-c", "import PySide6.QtWidgets", seconds=WINDOW_TIME) == 0


def _window(path: Path, out: Path) -> None:
    """One page of the window as a picture, from a process that is ended when it takes too long."""
    status = _child("pictures", str(path), "--out", str(out), "--one", seconds=WINDOW_TIME)
    drawn = [picture.read_bytes()[:4] for picture in out.glob("**/*.png")]
    _must(status == 0 and b"\x89PNG" in drawn, "window")


def _child(*arguments: str, seconds: int) -> int | None:
    """Exit status of another copy of this program; None where it took too long."""
    start = [] if _FROZEN else ["-m", "desktop"]
    command = [sys.executable, *([] if arguments[0] == "-c" else start), *arguments]
    surroundings = {
        **os.environ,
        "REMBUK_PASSPHRASE": _PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
    }
    try:
        done = subprocess.run(  # noqa: S603 - this program, with words of its own
            command,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def _must(fine: bool, what: str) -> None:  # noqa: FBT001 - a condition reads best in front
    if not fine:
        raise UserError(NOT_WHOLE, what=what)
