"""The attendance sheet of 500 people beside the same cells on a bare reportlab canvas."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from db.database import Database
from exports.attendance_sheet import DOCUMENT
from exports.kit import fonts
from resources.texts import translator
from tests.bench import volume
from tests.bench.measures import Measure, median


def attendance_sheet(folder: str) -> Measure:
    from pathlib import Path

    from tests.world import World

    database = Database.create(Path(folder) / "sheet.rembuk", name="Bench")
    world = World(database)
    activity = world.activity("Lokakarya")
    for row in volume.person_rows(500, seed=5):
        world.participant(
            activity, world.person(str(row[1]), sex=row[2], birth=row[3], district_id=row[6])
        )
    planned = database.read(DOCUMENT.question, DOCUMENT.complete({"activity": activity}))
    database.close()
    t = translator("id")
    people = planned.answer.people

    def bare() -> bytes:
        fonts.register()
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4, invariant=1)
        for start in range(0, len(people), 24):
            y = 760.0
            for number, one in enumerate(people[start : start + 24], start=start + 1):
                canvas.setFont("Inter", 8.5)
                for x, text in (
                    (45, str(number)),
                    (75, one.name),
                    (215, one.sex or ""),
                    (245, one.age or ""),
                    (290, one.organization or ""),
                    (420, one.district or ""),
                    (500, str(number)),
                ):
                    canvas.drawString(x, y, text)
                for x in (40, 70, 210, 240, 285, 415, 495, 555):
                    canvas.line(x, y - 8, x, y + 20)
                canvas.line(40, y - 8, 555, y - 8)
                y -= 28
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return Measure(
        "attendance sheet of 500 people",
        median(lambda: DOCUMENT.make(planned, t, "pdf")),
        median(bare),
        2,
    )
