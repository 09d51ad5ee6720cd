"""Calendars, address books, messages and what is given to a person: read again by what reads them."""

import io
import json

import icalendar
import pypdf
import pytest

from db.edits import activities
from db.errors import UserError
from tests.exports.conftest import LONG
from tests.exports.test_documents import make, words
from tests.world import World

NAME = 'Siti "Ati" Aminah; S.H., M.Si'


def events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_sessions_with_hours_are_events_in_their_zone(world: World, activity: str) -> None:
    world.session(activity, date="2026-11-24", start_time="09.00", end_time="12.00", topic="Hak")
    world.session(activity, date="2026-11-25", start_time="23.00", topic="Larut; malam, sekali")
    first, second = events(make(world, "calendar", "ics"))
    assert first["SUMMARY"] == f"{LONG}: Hak"
    assert (
        first["DTSTART"].dt.isoformat() == "2026-11-24T02:00:00+00:00"
    )  # WIB is seven hours ahead
    assert first["DTEND"].dt.isoformat() == "2026-11-24T05:00:00+00:00"
    assert first["LOCATION"] == "Balai Desa, Kabupaten Batang"
    assert second["SUMMARY"].endswith("Larut; malam, sekali")
    assert second["DTSTART"].dt.isoformat() == "2026-11-25T16:00:00+00:00"
    assert "DTEND" not in second


@pytest.mark.usefixtures("activity")
def test_an_activity_without_hours_takes_whole_days(world: World) -> None:
    world.activity("Hanya bulan", starts="2026-12-01~month", ends="2026-12-31~month")
    off = activities.ActivityDraft(
        title="Batal", starts="2026-12-05", status_id="activity_status:cancelled"
    )
    world.database.edit(activities.add, off)
    found = {str(one["SUMMARY"]): one for one in events(make(world, "calendar", "ics"))}
    assert set(found) == {LONG, "Batal"}
    assert (found[LONG]["DTSTART"].dt.isoformat(), found[LONG]["DTEND"].dt.isoformat()) == (
        "2026-11-24",
        "2026-11-26",
    )
    assert found["Batal"]["STATUS"] == "CANCELLED"


def test_a_calendar_without_zone_shows_the_clock_on_the_wall(world: World) -> None:
    activity = world.activity("Tanpa zona", starts="2026-11-24", time_zone=None)
    world.session(activity, date="2026-11-24", start_time="09.00")
    (one,) = events(make(world, "calendar", "ics"))
    assert one["DTSTART"].dt.isoformat() == "2026-11-24T09:00:00"


def test_contacts_survive_signs_that_mean_something(world: World, activity: str) -> None:
    office = world.organization("Yayasan A; B, C")
    person = world.person(NAME, phone="081234567890", organization_id=office, position="Ketua")
    world.person("Tanpa telepon")
    world.participant(activity, person)
    content = make(world, "contacts", "vcf", activity=activity)
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCARD"
    assert 'FN:Siti "Ati" Aminah\\; S.H.\\, M.Si' in lines
    assert 'N:;Siti "Ati" Aminah\\; S.H.\\, M.Si;;;' in lines
    assert "ORG:Yayasan A\\; B\\, C" in lines
    assert "TEL;TYPE=CELL:+6281234567890" in lines
    assert content.count(b"BEGIN:VCARD") == 1


def test_contacts_of_a_restricted_activity_are_none(world: World) -> None:
    activity = world.activity("Terbatas", sensitivity="restricted")
    world.participant(activity, world.person("Siti", phone="081234567890"))
    assert make(world, "contacts", "vcf", activity=activity) == b""
    assert b"Siti" in make(world, "contacts", "vcf")


def test_a_message_says_what_happened_and_names_nobody(world: World, activity: str) -> None:
    session = world.session(activity, date="2026-11-24", start_time="09.00", end_time="12.00")
    for name, sex in (("Siti", "female"), ("Budi", "male"), ("Ratna", "female")):
        world.mark(world.participant(activity, world.person(name, sex=sex)), session)
    text = make(world, "text_summary", "txt", activity=activity).decode()
    assert text.startswith(f"*{LONG}*\n")
    assert "3 orang hadir (2 perempuan, 1 laki-laki, 0 tidak disebutkan)" in text
    assert not any(name in text for name in ("Siti", "Budi", "Ratna"))


def test_a_person_gets_all_that_is_kept(world: World, activity: str) -> None:
    person = world.person(NAME, sensitive=True, phone="081234567890", village="Kauman")
    world.mark(world.participant(activity, person, position="Ketua"), world.session(activity))
    content = make(world, "own_data", "pdf", person=person)
    text = words(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    )
    for said in (NAME, "Kauman", "81234567890", "Ketua"):
        assert said in text
    found = json.loads(make(world, "own_data", "json", person=person))
    assert found["fields"]["name"] == NAME
    assert found["belongs"]["participation"][0]["position"] == "Ketua"
    with pytest.raises(UserError):
        make(world, "own_data", "pdf", person="0" * 32)


def test_a_calendar_of_a_programme_has_its_components(world: World) -> None:
    from tests.db import intentions

    programme, component, other = (world.programme(name) for name in ("Induk", "Komponen", "Lain"))
    world.database.edit(
        intentions.run,
        "UPDATE programme SET parent_id = :programme WHERE id = :component",
        programme=programme,
        component=component,
    )
    for title, of in (("Satu", programme), ("Dua", component), ("Tiga", other)):
        world.activity(title, starts="2026-11-24", programme_id=of)
    text = make(world, "calendar", "ics", programme=programme).decode()
    assert ["Satu" in text, "Dua" in text, "Tiga" in text] == [True, True, False]
