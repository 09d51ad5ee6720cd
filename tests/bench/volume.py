"""The large workspace that everything is measured on; made once, kept under ``.cache/bench``.

People, activities and attendance stand here; what else the pages list comes from ``surroundings``.
"""

import os
import random
from pathlib import Path

from sqlmodel import Session

from db.database import Database
from db.edits.edit import edit
from db.log.identity import derived_id
from tests.bench import surroundings
from tests.bench.numbers import day_of, put, row_id

PASSPHRASE = "padi menguning"
FOLDER = Path(".cache/bench")
SESSIONS = 5
CROWDED = 300
"""People at the newest activity that was held."""

_GIVEN = (
    "Siti Nur Ahmad Budi Dewi Sri Rahayu Slamet Agus Joko Putri Hasan Fatimah Aminah "
    "Yusuf Rina Tono Wati Kartini Maria Yohana Markus Petrus Daeng Andi Sutrisno "
    "Suparman Endang Wayan Made Ketut Nyoman Asep Ujang Euis Neneng Ratna Lestari "
    "Bambang Hendra Indah Yanti Rosmini Halimah Zainab Salma Rukmini"
).split()
_ENDINGS = ("", "", "", "wati", "ningsih", "ono", "yani", "man", "yah", "din")


def workspace(people: int, activities: int, attendances: int) -> Path:
    """Path of an encrypted workspace of that size; its passphrase is PASSPHRASE."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["REMBUK_HOME"] = str((FOLDER / "home").resolve())
    path = FOLDER / f"{people}-{activities}-{attendances}.rembuk"
    if not path.exists():
        partial = path.with_suffix(".making")
        partial.unlink(missing_ok=True)
        database = Database.create(partial, name="Bench", passphrase=PASSPHRASE, author="Kantor")
        surroundings.circle(database, FOLDER)
        _fill(database, people, activities, attendances)
        surroundings.fill(database, people, activities)
        database.close()
        partial.rename(path)
    return path


def opened(path: Path) -> Database:
    """The workspace, open."""
    return Database.open(path, passphrase=PASSPHRASE)


def planned(activities: int) -> int:
    """How many of the activities are still to come."""
    return activities // 40


def person_rows(number: int, seed: int = 1) -> list[tuple[object, ...]]:
    """Rows for ``PERSON_SQL``; half of the people live in eight districts, the others anywhere."""
    chance = random.Random(seed)
    districts = (*("33.25", "33.24", "33.74", "73.71", "74.71", "72.71", "33.22|33.74"), None)
    everywhere = surroundings.regencies()
    return [
        (
            row_id(seed, i),
            " ".join(chance.choice(_GIVEN) + chance.choice(_ENDINGS) for _ in range(3)),
            chance.choice(("female", "male", "female", None)),
            f"{chance.randint(1950, 2008)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
            f"+62812{i:08d}",
            f"Desa {chance.choice(_GIVEN)}",
            chance.choice(districts if i % 2 else everywhere),
            chance.choice((0, 0, 0, 2, None)),
        )
        for i in range(number)
    ]


PERSON_SQL = (
    "INSERT INTO person (id, name, sex, birth, phone, village, district_id, seeing)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def _fill(database: Database, people: int, activities: int, attendances: int) -> None:
    persons = person_rows(people)
    for start in range(0, people, 5000):
        database.edit(_add_people, persons[start : start + 5000])
    database.edit(_add_frame)
    held = activities - planned(activities)
    usual = (attendances // SESSIONS - CROWDED) // (held - 1)
    chance = random.Random(7)
    for number in range(activities):
        attendants = CROWDED if number == held - 1 else usual
        database.edit(_add_activity, number, held, chance.sample(persons, attendants), chance)


@edit("Import list")
def _add_people(session: Session, rows: list[tuple[object, ...]]) -> None:
    session.connection().connection.driver_connection.executemany(PERSON_SQL, rows)


@edit("Add programme")
def _add_frame(session: Session) -> None:
    """Organizations and programmes."""
    chance = random.Random(2)
    kinds = _kinds(session) * 40
    put(
        *(session, "organization", "id, name, acronym, kind_id, district_id"),
        [
            (
                row_id(2, i),
                f"Lembaga {_GIVEN[i % len(_GIVEN)]} {i}",
                f"L{_GIVEN[i % len(_GIVEN)][0]}{i}",
                kind,
                chance.choice(surroundings.regencies()),
            )
            for i, kind in enumerate(kinds)
        ],
    )
    put(
        *(session, "programme", "id, name, starts, ends"),
        [(row_id(3, i), f"Program {i}", "2021", "2027") for i in range(20)],
    )


@edit("Add activity")
def _add_activity(
    session: Session,
    number: int,
    held: int,
    persons: list[tuple[object, ...]],
    chance: random.Random,
) -> None:
    """An activity with its sessions, who takes part, and who was there where it was held."""
    activity, day = row_id(4, number), day_of(number - held)
    status = "done" if number < held else "planned"
    put(
        *(
            session,
            "activity",
            "id, title, kind_id, status_id, programme_id, starts, ends, mode_id",
        ),
        [
            (activity, f"Lokakarya {number}", "activity_kind:workshop", f"activity_status:{status}")
            + (row_id(3, number % 20), day, day, "activity_mode:in_person")
        ],
    )
    sessions = [row_id(5, number, s) for s in range(SESSIONS)]
    put(
        *(session, "activity_session", "id, activity_id, number, date, topic"),
        [(row, activity, s + 1, day, f"Sesi {s + 1}") for s, row in enumerate(sessions)],
    )
    taking_part = [
        (derived_id("participation", activity, str(person[0])), activity, person[0])
        + (row_id(2, chance.randrange(900)), person[6], "role:participant")
        + ("participation_status:confirmed",)
        for person in persons
    ]
    put(
        *(session, "participation"),
        "id, activity_id, person_id, organization_id, district_id, role_id, status_id",
        taking_part,
    )
    if number < held:
        marks = ("present", "present", "present", "late", "absent", "excused")
        put(
            *(session, "attendance", "id, participation_id, session_id, status"),
            [
                (derived_id("attendance", str(row[0]), one), row[0], one, chance.choice(marks))
                for row in taking_part
                for one in sessions
            ],
        )


def _kinds(session: Session) -> list[str]:
    rows = session.connection().exec_driver_sql(
        "SELECT id FROM term WHERE vocabulary = 'organization_kind' ORDER BY id"
    )
    return [row for (row,) in rows]
