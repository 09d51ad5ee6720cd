"""A workspace with one activity, for the documents about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.database import Database
from db.edits.activities import SignatoryDraft
from tests.world import World

LONG = (
    "Penyelenggaraan Rangkaian Kegiatan dalam Penguatan Kepemimpinan Perempuan di Negara Mayoritas Islam, Pemenuhan Hak Asasi "
    "Manusia (HAM) Berbasis Gender dan Demokrasi yang Berkeadilan"
)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("REMBUK_HOME", str(tmp_path / "home"))
    database = Database.create(tmp_path / "forum.rembuk", name="Forum Uji")
    yield World(database)
    database.close()


@pytest.fixture
def activity(world: World) -> str:
    office = world.organization("Yayasan Melati")
    return world.activity(
        LONG,
        starts="2026-11-24",
        ends="2026-11-25",
        venue="Balai Desa",
        districts=["33.25"],
        time_zone="WIB",
        organizations=[(office, "organization_role:organizer")],
        signatories=[SignatoryDraft("Mengetahui,\nDirektur", "Sri Lestari"), SignatoryDraft("Ketua Panitia", "Wati")],
    )  # fmt: skip


def crowd(world: World, activity: str, number: int) -> list[str]:
    """So many people, registered; answers the participations."""
    from db.edits import participants, people

    database = world.database
    rows = []
    for i in range(number):
        draft = people.PersonDraft(
            name=f"Peserta {i:04d}",
            sex=("female", "male", None)[i % 3],
            birth="1980",
            phone=f"0812345{i:05d}",
            district_id="33.25",
        )
        person = database.edit(people.add, draft).value
        rows.append(
            database.edit(
                participants.register, participants.ParticipantDraft(activity, person)
            ).value
        )
    return rows
