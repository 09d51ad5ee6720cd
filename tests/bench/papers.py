"""Documents beside the least that could make them: sheets on a bare canvas, rows through a bare writer."""

import dataclasses
import io
import tracemalloc
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from db.database import Database
from db.edits import attachments
from db.queries.summary_workbook import summary_workbook
from db.queries.taken_part import Scope
from exports.attendance_sheet import SheetPlan
from exports.catalogue import document
from exports.kit import fonts
from exports.summary_workbook import WorkbookPlan, data
from resources.texts import translator
from tests.bench import volume
from tests.bench.measures import Measure, median
from tests.world import World

PEOPLE = 500
NO_LIMIT = 99
T = translator("id")


def measures(folder: Path, large: Database, tenth: int) -> list[Measure]:
    """All of them; ``large``: the workspace whose attendance fills the workbook."""
    database = Database.create(folder / "papers.rembuk", name="Bench")
    try:
        few, many = (_activity(World(database), number) for number in (PEOPLE // 10, PEOPLE))
        return [
            *_sheets(database, few, many),
            *_reports(database, few, many),
            *_certificates(database, few, many),
            *_workbook(large, 100_000 // tenth),
        ]
    finally:
        database.close()


def _activity(world: World, people: int) -> str:
    """An activity with two sessions, everybody there, and a photo for every 25 people."""
    activity = world.activity(f"Lokakarya {people}", starts="2026-02-02", ends="2026-02-03")
    sessions = [world.session(activity, topic="Topik") for _ in range(2)]
    for row in volume.person_rows(people, seed=5):
        person = world.person(str(row[1]), sex=row[2], birth=row[3], district_id=row[6])
        there = world.participant(activity, person)
        for session in sessions:
            world.mark(there, session)
    for number in range(max(people // 25, 2)):
        noise = Image.effect_noise((1920, 1280), 40 + number).convert("RGB")
        photo = io.BytesIO()
        noise.save(photo, "JPEG", quality=60)
        draft = attachments.AttachmentDraft(
            "activity", activity, file_name="a.jpg", consent="yes", caption=f"Foto {number}"
        )
        world.database.edit(attachments.add, draft, photo.getvalue())
    return activity


def _asked(database: Database, key: str, activity: str, **given: object) -> Any:
    made = document(key)
    return database.read(made.question, made.complete({"activity": activity, **given}))


def _sheets(database: Database, few: str, many: str) -> Iterator[Measure]:
    """50, 500 and 5,000 people; the last are the 500 ten times."""
    make = document("attendance_sheet").make
    plans = [_asked(database, "attendance_sheet", one) for one in (few, many)]
    people = tuple(
        dataclasses.replace(one, name=f"{one.name} {number}")
        for number in range(10)
        for one in plans[1].answer.people
    )
    answer = dataclasses.replace(plans[1].answer, people=people)
    plans.append(dataclasses.replace(plans[1], answer=answer))
    taken = []
    for plan in plans:
        count = len(plan.answer.people)
        ours = median(partial(make, plan, T, "pdf"), 3 if count > PEOPLE else 9)
        taken.append(ours)
        least = median(partial(_bare_sheet, plan), 3 if count > PEOPLE else 9)
        yield Measure(f"attendance sheet of {count:,} people", ours, least, 2)
    yield Measure("… of 5,000 beside ten of 500", taken[2], taken[1] * 10, 1.2)


def _bare_sheet(planned: SheetPlan) -> bytes:
    """The same cells by hand, without measuring or wrapping anything."""
    fonts.register()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    people = planned.answer.people
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


def _reports(database: Database, few: str, many: str) -> Iterator[Measure]:
    """500 people and 20 photos, beside ten times the time of 50 people and two."""
    make = document("activity_report").make
    small, big = (_asked(database, "activity_report", one) for one in (few, many))
    for kind in ("pdf", "docx"):
        times = [median(partial(make, plan, T, kind), 3) for plan in (small, big)]
        name = f"activity report of 500 people, 20 photos, {kind}"
        yield Measure(name, times[1], times[0] * 10, 1.2)


def _certificates(database: Database, few: str, many: str) -> Iterator[Measure]:
    make = document("certificates").make
    small, big = (_asked(database, "certificates", one) for one in (few, many))
    times = [median(partial(make, plan, T, "pdf"), 3) for plan in (small, big)]
    per_second = PEOPLE / times[1] * 1000
    yield Measure(f"500 certificates ({per_second:.0f} in a second)", times[1], times[0] * 10, 1.2)


def _workbook(large: Database, rows: int) -> Iterator[Measure]:
    """So many lines of attendance through the whole workbook, beside the same lines through openpyxl alone."""
    answer = large.read(summary_workbook, Scope())
    plans = []
    for count in (rows // 10, rows):
        lines = tuple(islice(answer.lines, count))
        plans.append(
            WorkbookPlan(dataclasses.replace(answer, lines=lines), "a4", names=True, hxl=False)
        )
    make = document("summary_workbook").make

    def bare(plan: WorkbookPlan) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Data")
        for line in data.rows(plan.answer, T, names=True):
            sheet.append(line)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    ours, least = (median(partial(work, plans[1], *more), 3)
                   for work, more in ((make, (T, "xlsx")), (bare, ())))  # fmt: skip
    yield Measure(f"summary workbook of {rows:,} lines", ours, least, 1.5)
    peaks = [_peak(partial(make, plan, T, "xlsx")) for plan in plans]
    yield Measure("… memory, beside a tenth of the lines", peaks[1], peaks[0], NO_LIMIT, "MB")


def _peak(work: Any) -> float:
    """MB that were held at most while it worked."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak
