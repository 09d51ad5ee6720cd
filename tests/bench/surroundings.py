"""What surrounds people and activities in the large workspace: everything else that pages list, so that none is empty.

Forums came from a second computer, and both computers changed some of them, so there is something to decide.
"""

import hashlib
import io
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from csv import DictReader
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image
from sqlmodel import Session

from db.circle import cards
from db.database import Database
from db.edits import devices
from db.edits.edit import edit
from db.queries.circle import called
from db.sync import outgoing
from resources import resource
from tests.bench.numbers import day_of, put, row_id

OTHER = "Laptop lapangan"
FORUMS, AGREEMENTS, PLANS, STEPS, PHOTOS, ISSUES = 150, 300, 1000, 10, 3000, 600
_WORDS = (
    "rapat desa anggaran perempuan disabilitas pelatihan data kecamatan kader posyandu musyawarah laporan"
    " pendampingan kelompok usaha tani nelayan sekolah layanan rujukan kekerasan anak forum peraturan"
).split()


@cache
def regencies() -> tuple[str, ...]:
    """Codes of all regencies and cities."""
    with resource("reference/areas.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["code"] for row in DictReader(file) if row["level"] == "regency")


def circle(database: Database, folder: Path) -> None:
    """Admit a second computer that founds the forums, and leave some of them with two answers."""
    home, file = folder / "other", folder / "other.rembuk"
    file.unlink(missing_ok=True)
    with _home(home):
        card = cards.make(OTHER, OTHER)
    database.edit(devices.admit, card)
    starter = database.hand_over(_starter, OTHER)
    with _home(home):
        other = Database.start(file, starter, card, author=OTHER)
        for number in range(FORUMS):
            other.edit(_add_forum, number)
        first = other.hand_over(_for_all)
    database.merge(first)
    with _home(home):
        for number in range(25):
            other.edit(_change_forum, number, "Kata komputer lain")
        second = other.hand_over(_for_all)
        other.close()
    for number in range(25):
        database.edit(_change_forum, number, "Kata kantor")
    database.merge(second)
    file.unlink()


def fill(database: Database, people: int, activities: int) -> None:
    """Everything that hangs on the people and activities that are there, as many edits."""
    part = max(1, 100_000 // people)
    chance = random.Random(11)
    database.edit(_add_belonging, people, chance)
    database.edit(_add_to_activities, people, activities, chance)
    for number in range(AGREEMENTS // part):
        database.edit(_add_agreement, number, activities, people, chance)
    for number in range(PLANS // part):
        database.edit(_add_plan, number, activities, people, chance)
    for start in range(0, PHOTOS // part, 50):
        database.edit(_add_photos, range(start, start + 50), activities, chance)
    for number in range(ISSUES // part):
        database.edit(_add_issue, number, activities, people, chance)
    for _ in range(3000 // part):
        database.edit(_change_member, row_id(1, chance.randrange(people)), said(chance, 2))
    for number in range(40):
        typed = {"name": said(chance, 2), "notes": said(chance, 20)}
        database.keep("PersonDraft", row_id(1, people - 1 - number), typed)


def said(chance: random.Random, words: int) -> str:
    """Words that somebody could have written."""
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize()


@contextmanager
def _home(home: Path) -> Iterator[None]:
    before = os.environ["REMBUK_HOME"]
    os.environ["REMBUK_HOME"] = str(home.resolve())
    yield
    os.environ["REMBUK_HOME"] = before


def _starter(holder: Any, name: str) -> bytes:
    return outgoing.starter(holder, called(holder.reader, name)).data


def _for_all(holder: Any) -> bytes:
    return outgoing.make(holder, outgoing.everybody(holder)[0]).data


@edit("Add forum")
def _add_forum(session: Session, number: int) -> None:
    district = regencies()[number * 3 % len(regencies())]
    put(
        *(session, "forum", "id, name, district_id, status_id, founded, aims"),
        [
            (
                row_id(6, number),
                f"Forum {number}",
                district,
                "forum_status:active",
                "2022",
                "Bersama",
            )
        ],
    )


@edit("Change forum")
def _change_forum(session: Session, number: int, words: str) -> None:
    session.connection().exec_driver_sql(
        "UPDATE forum SET aims = ? WHERE id = ?", (f"{words} {number}", row_id(6, number))
    )


@edit("Change member")
def _change_member(session: Session, person: str, village: str) -> None:
    session.connection().exec_driver_sql(
        "UPDATE person SET village = ? WHERE id = ?", (village, person)
    )


@edit("Import list")
def _add_belonging(session: Session, people: int, chance: random.Random) -> None:
    """Who belongs where: in organizations, forums and groups; what they agreed to; who is protected."""
    run = session.connection().exec_driver_sql
    some = range(0, people, 2)
    put(
        *(session, "affiliation", "id, person_id, organization_id, position, main"),
        [
            (row_id(20, i), row_id(1, i), row_id(2, chance.randrange(900)), "Anggota", 1)
            for i in some
        ],
    )
    put(
        *(session, "consent", "id, person_id, purpose_id, given, date"),
        [(row_id(21, i), row_id(1, i), "consent_purpose:data", 1, "2024-05-01") for i in some],
    )
    put(
        *(session, "forum_member", "id, forum_id, person_id, role_id"),
        [
            (row_id(22, forum, i), row_id(6, forum), row_id(1, person), "forum_role:member")
            for forum in range(FORUMS)
            for i, person in enumerate(chance.sample(range(people), min(60, people)))
        ],
    )
    protected = "UPDATE person SET sensitive = 1, code = 'P-' || substr(id, -5) WHERE id = ?"
    for person in chance.sample(range(people), people // 200):
        run(protected, (row_id(1, person),))


@edit("Change activity")
def _add_to_activities(
    session: Session, people: int, activities: int, chance: random.Random
) -> None:
    """Where activities were, who organized them, who spoke, and what was said and learned there."""
    every = range(activities)
    put(
        *(session, "activity_district", "id, activity_id, district_id"),
        [(row_id(23, i), row_id(4, i), chance.choice(regencies())) for i in every],
    )
    put(
        *(session, "activity_organization", "id, activity_id, organization_id, role_id"),
        [
            (row_id(24, i, n), row_id(4, i), row_id(2, chance.randrange(900)), role)
            for i in every
            for n, role in enumerate(("organization_role:organizer", "organization_role:partner"))
        ],
    )
    put(
        *(session, "session_person", "id, session_id, person_id, role_id"),
        [
            (
                row_id(25, i),
                row_id(5, i, 0),
                row_id(1, chance.randrange(people)),
                "role:facilitator",
            )
            for i in every
        ],
    )
    put(
        *(session, "quote", "id, words, person_id, activity_id, consent"),
        [
            (row_id(26, i), said(chance, 15), row_id(1, chance.randrange(people)))
            + (row_id(4, i), "yes")
            for i in every
        ],
    )
    put(
        *(session, "recommendation", "id, text, activity_id, status_id"),
        [
            (row_id(27, i), said(chance, 12), row_id(4, i), "recommendation_status:open")
            for i in every
        ],
    )


@edit("Add agreement")
def _add_agreement(
    session: Session, number: int, activities: int, people: int, chance: random.Random
) -> None:
    agreement = row_id(7, number)
    ends = day_of(chance.randrange(-600, 400))
    columns = "id, title, number, kind_id, status_id, programme_id, signing_activity_id, signed, starts, ends"
    put(
        *(session, "agreement", columns),
        [
            (agreement, f"Kerja sama {said(chance, 3)}", f"{number}/2024", "agreement_kind:mou")
            + ("agreement_status:in_force", row_id(3, number % 20))
            + (row_id(4, chance.randrange(activities)), day_of(-700), day_of(-700), ends)
        ],
    )
    parties = chance.sample(range(900), 3)
    put(
        *(session, "agreement_party", "id, agreement_id, organization_id, signatory_id, rank"),
        [
            (
                row_id(28, number, n),
                agreement,
                row_id(2, one),
                row_id(1, chance.randrange(people)),
                n,
            )
            for n, one in enumerate(parties)
        ],
    )
    put(
        *(
            session,
            "commitment",
            "id, agreement_id, organization_id, text, unit, agreed, done, due",
        ),
        [
            (row_id(29, number, n), agreement, row_id(2, parties[n % 3]), said(chance, 8))
            + ("orang", 100, chance.randrange(100), ends)
            for n in range(5)
        ],
    )


@edit("Add follow-up plan")
def _add_plan(
    session: Session, number: int, activities: int, people: int, chance: random.Random
) -> None:
    plan, district = row_id(8, number), chance.choice(regencies())
    put(
        *(session, "action_plan", "id, title, district_id, activity_id, problem, aim"),
        [
            (plan, f"RTL {said(chance, 3)}", district, row_id(4, chance.randrange(activities)))
            + (said(chance, 12), said(chance, 12))
        ],
    )
    put(
        *(session, "action_plan_party", "id, plan_id, organization_id, side"),
        [
            (row_id(30, number, n), plan, row_id(2, chance.randrange(n * 400, n * 400 + 400)), side)
            for n, side in enumerate(("government", "civil_society"))
        ],
    )
    states = ("not_started", "running", "running", "done", "delayed")
    columns = "id, plan_id, number, what, person_id, organization_id, starts, ends, district_id, status_id, progress"
    steps, visits = [], []
    for n in range(STEPS):
        starts, state = chance.randrange(-400, 200), chance.choice(states)
        progress = 100 if state == "done" else chance.randrange(0, 90, 10)
        steps.append(
            (
                row_id(9, number, n),
                plan,
                n + 1,
                said(chance, 8),
                row_id(1, chance.randrange(people)),
            )
            + (row_id(2, chance.randrange(900)), day_of(starts), day_of(starts + 60), district)
            + (f"step_status:{state}", progress)
        )
        if n % 3 == 0:
            visits.append(
                (
                    row_id(31, number, n),
                    day_of(starts + 30),
                    row_id(1, chance.randrange(people)),
                    plan,
                )
                + (row_id(9, number, n), "follow_up_mode:visit", said(chance, 15), said(chance, 8))
            )
    put(session, "action_step", columns, steps)
    put(
        *(session, "follow_up", "id, date, mentor_id, plan_id, step_id, mode_id, found, next"),
        visits,
    )


@edit("Add barrier or practice")
def _add_issue(
    session: Session, number: int, activities: int, people: int, chance: random.Random
) -> None:
    put(
        session,
        "issue",
        "id, title, theme_id, district_id, activity_id, described_by_id, barrier, solution, repeatable",
        [
            (row_id(10, number), said(chance, 5), "theme:disability_inclusion")
            + (chance.choice(regencies()), row_id(4, chance.randrange(activities)))
            + (row_id(1, chance.randrange(people)), said(chance, 30), said(chance, 30), number % 2)
        ],
    )


@edit("Add files")
def _add_photos(session: Session, numbers: range, activities: int, chance: random.Random) -> None:
    """Small photos, each another one; the newest activity that was held has the most."""
    rows, contents = [], []
    newest = activities - activities // 40 - 1
    for number in numbers:
        content = _photo(number)
        name = hashlib.sha256(content).hexdigest()
        contents.append((name, content))
        about = newest if number % 50 == 0 else chance.randrange(activities)
        rows.append(
            (row_id(11, number), "activity", row_id(4, about), "attachment_kind:photo")
            + (
                said(chance, 4),
                f"foto_{number}.jpg",
                "image/jpeg",
                len(content),
                name,
                number,
                "yes",
            )
        )
    put(session, "attachment_content", "sha256, content", contents)
    columns = "id, subject, subject_id, kind_id, caption, file_name, media_type, size, sha256, rank, consent"
    put(session, "attachment", columns, rows)


def _photo(number: int) -> bytes:
    chance = random.Random(number)
    small = Image.frombytes("RGB", (8, 6), bytes(chance.randrange(256) for _ in range(144)))
    out = io.BytesIO()
    small.resize((640, 480), Image.Resampling.BICUBIC).save(out, "JPEG", quality=70)
    return out.getvalue()
