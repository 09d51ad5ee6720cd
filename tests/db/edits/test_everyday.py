"""What users do every day, each undone again without a trace."""

import pytest

from db.database import Database
from db.edits import (
    activities,
    attachments,
    consents,
    devices,
    many,
    organizations,
    participants,
    people,
    sessions,
)
from db.errors import InvalidDraftError, UserError
from db.queries import activities as activity_questions
from db.queries import organizations as organization_questions
from db.queries import participants as participant_questions
from db.queries import people as people_questions
from tests.db.log.test_undo import listed
from tests.world import World, mark_duplicate


def test_a_person_is_registered_with_everything_in_its_stored_form(
    database: Database, world: World
) -> None:
    office = world.organization("Bappeda Kabupaten Batang", acronym="Bappeda")
    row = world.person(
        "  Siti Aminah ", title_before="Dr.", sex="female", birth="14 Desember 1980",
        phone="0812-3456-7890", email="", district_id="33.25", organization_id=office, position="Staf",
    )  # fmt: skip
    card = database.read(people_questions.card, row)

    assert card.row.full_name == "Dr. Siti Aminah"
    assert (card.row.birth, card.row.phone) == ("1980-12-14", "+6281234567890")
    assert (card.row.district, card.row.organization) == ("Kabupaten Batang", "Bappeda")
    assert [(a.organization, a.position, a.main) for a in card.affiliations] == [
        ("Bappeda", "Staf", True)
    ]


def test_every_problem_of_a_draft_is_told_beside_its_field(database: Database) -> None:
    draft = people.PersonDraft(
        name=" ",
        birth="besok",
        phone="12",
        email="siti",
        sex="F",
        seeing=7,
        disability_said="maybe",
    )
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(people.add, draft)

    assert {problem.field for problem in refusal.value.problems} == {
        *("name", "birth", "phone", "email", "sex", "seeing", "disability_said")
    }
    assert database.read(people_questions.count) == 0


def test_a_new_organization_leaves_the_former_one_in_the_history_of_the_person(
    database: Database, world: World
) -> None:
    first, second = world.organization("Yasanti"), world.organization("SPEKHAM")
    row = world.person("Aminah", organization_id=first, position="Anggota")
    draft = database.read(people.draft, row)
    draft.organization_id, draft.position = second, "Ketua"
    database.edit(people.change, row, draft)
    card = database.read(people_questions.card, row)

    assert [(a.organization, a.main) for a in card.affiliations] == [
        ("SPEKHAM", True),
        ("Yasanti", False),
    ]


def test_a_draft_that_was_read_and_saved_changes_nothing(database: Database, world: World) -> None:
    office = world.organization("Yasanti", districts=["33.25", "33.24"])
    person = world.person("Aminah", organization_id=office, position="Anggota", seeing=2)
    activity = world.activity(
        starts="2015-09-08", ends="2015-09-09", districts=["33.22|33.74", "33.25"],
        organizations=[(office, "organization_role:organizer")],
        signatories=[activities.SignatoryDraft("Ketua Panitia", "Aminah")],
    )  # fmt: skip

    assert not database.edit(people.change, person, database.read(people.draft, person)).changes
    assert not database.edit(
        organizations.change, office, database.read(organizations.draft, office)
    ).changes
    assert not database.edit(
        activities.change, activity, database.read(activities.draft, activity)
    ).changes


def test_a_protected_person_gets_a_code_that_stays(database: Database, world: World) -> None:
    codes = []
    for name in ("A", "B"):
        row = world.person(name, sensitive=True)
        codes.append(
            database.read(
                lambda r, row=row: r.value("SELECT code FROM person WHERE id = ?", (row,))
            )
        )

    assert codes == ["P-0001", "P-0002"]


def test_a_duplicate_leaves_the_list_and_its_activities_come_along(
    database: Database, world: World
) -> None:
    kept, twin = world.person("Sylvia"), world.person("Silvia")
    activity = world.activity()
    session = world.session(activity)
    world.mark(world.participant(activity, twin), session)
    database.edit(mark_duplicate, twin, kept)

    assert [row.name for row in database.read(people_questions.page)] == ["Sylvia"]
    assert database.read(people_questions.count) == 1
    assert [
        (t.there, t.sessions) for t in database.read(people_questions.card, kept).activities
    ] == [(1, 1)]


def test_two_who_are_marked_as_each_others_duplicate_stay_one(
    database: Database, world: World
) -> None:
    one, other = world.person("A"), world.person("B")
    database.edit(mark_duplicate, one, other)
    database.edit(mark_duplicate, other, one)

    assert [row.id for row in database.read(people_questions.page)] == [min(one, other)]


def test_who_is_here_already_is_told_by_name_or_phone(database: Database, world: World) -> None:
    same = world.person("Sitti Aminah", phone="081234567890")
    world.person("Siti Aminah Lestari")

    assert [p.id for p in database.read(people_questions.similar, "Siti Aminah")] == [same]
    assert [p.id for p in database.read(people_questions.similar, "Budi", "+6281234567890")] == [
        same
    ]


def test_an_organization_is_no_unit_of_itself(database: Database, world: World) -> None:
    top = world.organization("Komnas")
    unit = world.organization("Biro", parent_id=top)
    draft = database.read(organizations.draft, top)
    draft.parent_id = unit
    with pytest.raises(UserError) as refusal:
        database.edit(organizations.change, top, draft)

    assert refusal.value.text == organizations.OWN_PARENT
    assert [u.name for u in database.read(organization_questions.card, top).units] == ["Biro"]


def test_only_title_and_status_of_an_activity_are_compulsory(database: Database) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(activities.add, activities.ActivityDraft(title="", status_id=None))
    assert {p.field for p in refusal.value.problems} == {"title", "status_id"}
    database.edit(activities.add, activities.ActivityDraft(title="Rapat"))


@pytest.mark.parametrize(("starts", "ends"), [("2023-12-14", "2023-12-13"), ("2024", "2023-Q4")])
def test_an_end_before_the_start_is_refused(database: Database, starts: str, ends: str) -> None:
    draft = activities.ActivityDraft(title="Rapat", starts=starts, ends=ends)
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(activities.add, draft)
    assert [p.field for p in refusal.value.problems] == ["ends"]


def test_dates_keep_their_precision(database: Database, world: World) -> None:
    row = world.activity(starts="2020-Q3", ends="2020-Q3")
    card = database.read(activity_questions.card, row)
    assert (card.row.starts, card.row.ends) == ("2020-07-01~quarter", "2020-09-30~quarter")


def test_a_participant_is_frozen_as_of_that_day(database: Database, world: World) -> None:
    office = world.organization("Yasanti")
    person = world.person("Aminah", organization_id=office, position="Anggota", district_id="33.25")
    activity = world.activity()
    world.participant(activity, person)
    draft = database.read(people.draft, person)
    draft.organization_id, draft.district_id, draft.position = None, "33.24", None
    database.edit(people.change, person, draft)
    (row,) = database.read(participant_questions.grid, activity).rows

    assert (row.organization, row.position, row.district) == (
        "Yasanti",
        "Anggota",
        "Kabupaten Batang",
    )


def test_registering_twice_makes_one_row_and_brings_a_withdrawn_one_back(
    database: Database, world: World
) -> None:
    activity, person = world.activity(), world.person()
    first = world.participant(activity, person)
    database.edit(participants.withdraw, first)
    assert database.read(participant_questions.count, activity) == 0

    assert world.participant(activity, person) == first
    assert database.read(participant_questions.count, activity) == 1


def test_all_present_leaves_the_marks_that_are_there(database: Database, world: World) -> None:
    activity = world.activity()
    session = world.session(activity)
    rows = [world.participant(activity, world.person(name)) for name in ("A", "B", "C")]
    world.mark(rows[1], session, "sick")
    done = database.edit(participants.all_present, session)
    grid = database.read(participant_questions.grid, activity)

    assert done.value == 2
    assert [row.marks for row in grid.rows] == [("present",), ("sick",), ("present",)]
    database.undo()
    grid = database.read(participant_questions.grid, activity)
    assert [row.marks for row in grid.rows] == [(None,), ("sick",), (None,)]


def test_a_walk_in_is_one_step(database: Database, world: World) -> None:
    activity = world.activity()
    session = world.session(activity)
    before = listed(database)
    database.edit(participants.register_new, activity, people.PersonDraft(name="Baru"), session)
    grid = database.read(participant_questions.grid, activity)
    assert [(row.name, row.marks) for row in grid.rows] == [("Baru", ("present",))]

    database.undo()
    assert listed(database) == before


def test_a_mark_in_a_session_of_another_activity_is_refused(world: World) -> None:
    row = world.participant(world.activity(), world.person())
    with pytest.raises(UserError) as refusal:
        world.mark(row, world.session(world.activity("Lain")))
    assert refusal.value.text == participants.OTHER_ACTIVITY


def test_an_unknown_mark_is_refused(world: World) -> None:
    activity = world.activity()
    with pytest.raises(InvalidDraftError):
        world.mark(world.participant(activity, world.person()), world.session(activity), "maybe")


def test_sessions_number_themselves(database: Database, world: World) -> None:
    activity = world.activity()
    world.session(activity, start_time="9.00", date="8/9/2015")
    world.session(activity)
    sessions = database.read(activity_questions.sessions, activity)

    assert [(s.number, s.start_time, s.date) for s in sessions] == [
        (1, "09:00", "2015-09-08"),
        (2, None, None),
    ]


def _everything(world: World):
    office = world.organization("Yasanti")
    person = world.person("Aminah", organization_id=office)
    activity = world.activity(
        districts=["33.25"], organizations=[(office, "organization_role:host")]
    )
    session = world.session(activity)
    row = world.participant(activity, person)
    world.mark(row, session)
    other = world.person("Budi")
    return {
        "office": office,
        "person": person,
        "activity": activity,
        "session": session,
        "row": row,
        "other": other,
        "device": world.database.read(lambda r: r.value("SELECT id FROM device")),
    }


EDITS = {
    "change person": lambda d, i: d.edit(people.change, i["person"], people.PersonDraft(name="Siti", sensitive=True)),
    "remove person": lambda d, i: d.edit(people.remove, i["other"]),
    "duplicate": lambda d, i: d.edit(mark_duplicate, i["other"], i["person"]),
    "consent": lambda d, i: d.edit(consents.add, consents.ConsentDraft(i["person"], "consent_purpose:photo", given=True)),
    "change organization": lambda d, i: d.edit(organizations.change, i["office"], organizations.OrganizationDraft(name="X", districts=["33.24"])),
    "remove organization": lambda d, i: d.edit(organizations.remove, i["office"]),
    "change activity": lambda d, i: d.edit(activities.change, i["activity"], activities.ActivityDraft(title="X", districts=["33.24"])),
    "remove activity": lambda d, i: d.edit(activities.remove, i["activity"]),
    "plan sessions": lambda d, i: d.edit(sessions.add_many, [sessions.SessionDraft(i["activity"]) for _ in range(3)]),
    "change session": lambda d, i: d.edit(sessions.change, i["session"], sessions.SessionDraft(i["activity"], topic="Hak")),
    "remove session": lambda d, i: d.edit(sessions.remove, i["session"]),
    "session people": lambda d, i: d.edit(sessions.change, i["session"], sessions.SessionDraft(i["activity"], people=[(i["person"], "role:resource_person")])),
    "register many": lambda d, i: d.edit(participants.register_many, [participants.ParticipantDraft(i["activity"], i["other"])]),
    "change participant": lambda d, i: d.edit(participants.change, i["row"], participants.ParticipantDraft(i["activity"], i["person"], age=33)),
    "withdraw": lambda d, i: d.edit(participants.withdraw, i["row"]),
    "mark many": lambda d, i: d.edit(participants.mark_many, [participants.MarkDraft(i["row"], i["session"], "late")]),
    "add link": lambda d, i: d.edit(attachments.add, attachments.AttachmentDraft("activity", i["activity"], link="https://example.org/a")),
    "same word for many": lambda d, i: d.edit(many.set_field, "participation", [i["row"]], "status_id", "participation_status:refused"),
    "name a computer": lambda d, i: d.edit(devices.rename, i["device"], "Laptop kantor", "Ibu Sri"),
    "copy out of use": lambda d, i: d.edit(devices.put_out_of_use, i["device"]),
    "clear a mark": lambda d, i: d.edit(participants.mark, participants.MarkDraft(i["row"], i["session"], None)),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_undone_without_a_trace_and_done_again(
    database: Database, world: World, name: str
) -> None:
    ids = _everything(world)
    before = listed(database)
    assert EDITS[name](database, ids).changes
    after = listed(database)
    assert after != before
    database.undo()
    assert listed(database) == before
    database.redo()
    assert listed(database) == after
    assert database.check() == []
