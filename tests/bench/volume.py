"""The large workspace that everything is measured on; made once, kept under ``.cache/bench``."""

import os
import random
from datetime import date, timedelta
from pathlib import Path

from sqlmodel import Session

from db.database import Database
from db.edits.edit import edit
from db.log.identity import derived_id

PASSPHRASE = "padi menguning"
FOLDER = Path(".cache/bench")

_GIVEN = [
    "Siti",
    "Nur",
    "Ahmad",
    "Budi",
    "Dewi",
    "Sri",
    "Rahayu",
    "Slamet",
    "Agus",
    "Joko",
    "Putri",
    "Hasan",
    "Fatimah",
    "Aminah",
    "Yusuf",
    "Rina",
    "Tono",
    "Wati",
    "Kartini",
    "Maria",
    "Yohana",
    "Markus",
    "Petrus",
    "Daeng",
    "Andi",
    "Sutrisno",
    "Suparman",
    "Endang",
    "Wayan",
    "Made",
    "Ketut",
    "Nyoman",
    "Asep",
    "Ujang",
    "Euis",
    "Neneng",
    "Ratna",
    "Lestari",
    "Bambang",
    "Hendra",
    "Indah",
    "Yanti",
    "Rosmini",
    "Halimah",
    "Zainab",
    "Salma",
    "Rukmini",
]
_ENDINGS = ("", "", "", "wati", "ningsih", "ono", "yani", "man", "yah", "din")


def workspace(people: int, activities: int, attendances: int) -> Path:
    """Path of an encrypted workspace of that size; its passphrase is PASSPHRASE."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["REMBUK_HOME"] = str((FOLDER / "home").resolve())
    path = FOLDER / f"{people}-{activities}-{attendances}.rembuk"
    if not path.exists():
        partial = path.with_suffix(".making")
        partial.unlink(missing_ok=True)
        database = Database.create(partial, name="Bench", passphrase=PASSPHRASE)
        database.edit(_fill, people, activities, attendances)
        database.close()
        partial.rename(path)
    return path


def opened(path: Path) -> Database:
    """The workspace, open."""
    return Database.open(path, passphrase=PASSPHRASE)


def person_rows(number: int, seed: int = 1) -> list[tuple[object, ...]]:
    """Rows for ``PERSON_SQL``."""
    chance = random.Random(seed)
    districts = ("33.25", "33.24", "33.74", "73.71", "74.71", "72.71", "33.22|33.74", None)
    return [
        (
            f"{seed:08x}{i:024x}",
            " ".join(chance.choice(_GIVEN) + chance.choice(_ENDINGS) for _ in range(3)),
            chance.choice(("female", "male", "female", None)),
            f"{chance.randint(1950, 2008)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
            f"+62812{i:08d}",
            f"Desa {chance.choice(_GIVEN)}",
            chance.choice(districts),
            chance.choice((0, 0, 0, 2, None)),
        )
        for i in range(number)
    ]


PERSON_SQL = (
    "INSERT INTO person (id, name, sex, birth, phone, village, district_id, seeing)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@edit("Fill the bench")
def _fill(session: Session, people: int, activities: int, attendances: int) -> None:
    run = session.connection().connection.driver_connection.executemany
    chance = random.Random(7)
    persons = person_rows(people)
    run(PERSON_SQL, persons)
    run(
        "INSERT INTO organization (id, name, kind_id, district_id) VALUES (?, ?, ?, ?)",
        [
            (f"{2:08x}{i:024x}", f"Lembaga {_GIVEN[i % len(_GIVEN)]} {i}", kind, "33.25")
            for i, kind in enumerate(_kinds(session) * 40)
        ],
    )
    organizations = [
        row for (row,) in session.connection().exec_driver_sql("SELECT id FROM organization")
    ]
    run(
        "INSERT INTO programme (id, name) VALUES (?, ?)",
        [(f"{3:08x}{i:024x}", f"Program {i}") for i in range(20)],
    )
    run(
        "INSERT INTO activity (id, title, kind_id, status_id, programme_id, starts, ends)"
        " VALUES (?, ?, 'activity_kind:workshop', 'activity_status:done', ?, ?, ?)",
        [
            (f"{4:08x}{i:024x}", f"Lokakarya {i}", f"{3:08x}{i % 20:024x}", _day(i), _day(i))
            for i in range(activities)
        ],
    )
    per_activity = attendances // activities
    sessions = 5
    participants = per_activity // sessions
    run(
        "INSERT INTO activity_session (id, activity_id, number, date) VALUES (?, ?, ?, ?)",
        [
            (f"{5:08x}{i:020x}{s:04x}", f"{4:08x}{i:024x}", s + 1, _day(i))
            for i in range(activities)
            for s in range(sessions)
        ],
    )
    for i in range(activities):
        activity = f"{4:08x}{i:024x}"
        rows = []
        for person in chance.sample(persons, participants):
            row = derived_id("participation", activity, str(person[0]))
            rows.append((row, activity, person[0], chance.choice(organizations), person[6]))
        run(
            "INSERT INTO participation (id, activity_id, person_id, organization_id, district_id,"
            " role_id, status_id)"
            " VALUES (?, ?, ?, ?, ?, 'role:participant', 'participation_status:confirmed')",
            rows,
        )
        run(
            "INSERT INTO attendance (id, participation_id, session_id, status) VALUES (?, ?, ?, ?)",
            [
                (
                    derived_id("attendance", row[0], f"{5:08x}{i:020x}{s:04x}"),
                    row[0],
                    f"{5:08x}{i:020x}{s:04x}",
                    chance.choice(("present", "present", "present", "late", "absent", "excused")),
                )
                for row in rows
                for s in range(sessions)
            ],
        )


def _kinds(session: Session) -> list[str]:
    rows = session.connection().exec_driver_sql(
        "SELECT id FROM term WHERE vocabulary = 'organization_kind' ORDER BY id"
    )
    return [row for (row,) in rows] or ["organization_kind:civil_society"]


def _day(number: int) -> str:
    return (date(2021, 1, 1) + timedelta(days=number)).isoformat()
