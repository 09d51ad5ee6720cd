"""The installed program tests itself: a workspace, a sheet, a workbook, read back again."""

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from resources.texts import Texts


class SelfTestError(Exception):
    """Something that was written did not come back."""


def run(t: Texts) -> Iterator[str]:
    """Do the main job once in a folder that goes away; yields a line for each step."""
    from db.database import Database
    from db.edits import activities, participants, people
    from exports.catalogue import document

    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMBUK_HOME"] = str(Path(folder) / "home")
        database = Database.create(
            Path(folder) / "test.rembuk", name="Self test", passphrase="self test"
        )
        try:
            person = database.edit(people.add, people.PersonDraft(name="Self Test")).value
            activity = database.edit(
                activities.add, activities.ActivityDraft(title="Self test")
            ).value
            session = database.edit(activities.add_session, activities.SessionDraft(activity)).value
            row = database.edit(
                participants.register, participants.ParticipantDraft(activity, person)
            ).value
            database.edit(participants.mark, participants.MarkDraft(row, session, "present"))
            yield "database: ok"
            for key, kind in (("attendance_sheet", "pdf"), ("summary_workbook", "xlsx")):
                made = document(key)
                answer = database.read(made.question, made.complete({"activity": activity}))
                _read_back(made.make(answer, t, kind), kind)
                yield f"{key}: ok"
            if database.check():
                raise SelfTestError
            yield "check: ok"
        finally:
            database.close()


def _read_back(content: bytes, kind: str) -> None:
    if kind == "pdf":
        import pypdfium2

        pdf = pypdfium2.PdfDocument(content)
        whole = len(pdf) == 1
        pdf.close()
    else:
        from openpyxl import load_workbook

        whole = len(load_workbook(io.BytesIO(content)).sheetnames) > 1
    if not whole:
        raise SelfTestError
