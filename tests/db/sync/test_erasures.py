"""The right to erasure: in rows, log, index, attachments and backups, on every computer, and for ever."""

import dataclasses

import pytest

from db import backup
from db.edits import attachments, consents, duplicates, erasures, organizations, participants
from db.errors import UserError
from db.queries import conflicts, people, statistics
from db.queries.circle import NOT_YOURS
from db.queries.taken_part import Scope
from db.rules.erasures import BLANK_TEXT
from tests.db import intentions
from tests.db.sync.devices import Computer, contents
from tests.world import World

NAME, PHONE, PLACE = "Khadijah Zubaidah", "+6281298765432", "Kampung Rawabelong"
REASON = "Atas permintaan sendiri"


def fill(computer: Computer) -> str:
    """Somebody with something personal in every corner."""
    with computer.at_work() as database:
        world = World(database)
        office = world.organization("Yayasan Melati")
        row = world.person(
            NAME, sex="female", birth="1988-03-04", phone=PHONE, village=PLACE, seeing=3,
            organization_id=office, position="Ketua Rawabelong", district_id="33.25",
        )  # fmt: skip
        activity = world.activity(starts="2024-05-06")
        session = world.session(activity, number=1)
        taking_part = world.participant(activity, row, position="Wakil Rawabelong")
        world.mark(taking_part, session)
        world.mark(world.participant(activity, world.person("Sri", sex="female")), session)
        world.database.edit(
            consents.add,
            consents.ConsentDraft(
                person_id=row,
                purpose_id="consent_purpose:data",
                given=True,
                given_by="Ibu Rawabelong",
            ),
        )
        world.database.edit(
            attachments.add,
            attachments.AttachmentDraft(
                subject="person", subject_id=row, kind_id="attachment_kind:document",
                caption="KTP Rawabelong", file_name="rawabelong.txt",
            ),
            b"isi KTP Rawabelong",
        )  # fmt: skip
        draft = database.read(organizations.draft, office)
        draft.contact_id, draft.contact_name, draft.phone = row, NAME, PHONE
        database.edit(organizations.change, office, draft)
    return row


def erase(computer: Computer, row: str, reason: str = REASON) -> list[str]:
    with computer.at_work() as database:
        return database.erase(row, reason).value


def everything_written(computer: Computer) -> bytes:
    """The bytes of the file and of all that lies around it."""
    computer.close()
    found = b"".join(
        path.read_bytes() for path in sorted(computer.folder.rglob("*")) if path.is_file()
    )
    computer.open()
    return found


def traces(data: bytes) -> list[str]:
    words = ("Khadijah", "khadijah", PHONE, "81298765432", "Rawabelong", "rawabelong", "1988-03-04")
    return [word for word in words if word.encode() in data]


def test_nothing_personal_is_left_in_the_file_or_in_its_backups(admin: Computer) -> None:
    row = fill(admin)
    with admin.at_work() as database:
        database.back_up()
    assert traces(everything_written(admin))

    erase(admin, row)

    assert traces(everything_written(admin)) == []
    assert len(backup.backups(admin.path)) == 1
    with admin.at_work() as database:
        assert database.check() == []
        assert database.read(people.count) == 1
        assert database.read(people.count, search_text="khadijah") == 0


def test_what_is_counted_stays_right(admin: Computer) -> None:
    row = fill(admin)
    before = admin.read(statistics.statistics, Scope())
    erase(admin, row)

    after = admin.read(statistics.statistics, Scope())
    assert (before.people, before.attendances) == (2, 2)
    assert before.split("age").rows != ()
    assert dataclasses.replace(after, version=0) == dataclasses.replace(before, version=0)


def test_an_erasure_travels_and_a_late_file_brings_nobody_back(
    admin: Computer, rina: Computer, yusuf: Computer
) -> None:
    row = fill(admin)
    for one in (rina, yusuf):
        one.merge(admin.make(one))
    rina.edit(intentions.change_person, row, village="Rawabelong Baru")
    late = rina.make()
    erase(admin, row)
    admin.merge(late)
    for one in (rina, yusuf):
        one.merge(admin.make(one))

    assert contents(admin) == contents(rina) == contents(yusuf)
    for one in (admin, rina, yusuf):
        assert traces(everything_written(one)) == []
        assert (
            one.read(lambda r: r.value("SELECT name FROM person WHERE id = ?", (row,)))
            == BLANK_TEXT
        )


def test_who_was_merged_with_somebody_is_erased_with_her(admin: Computer) -> None:
    with admin.at_work() as database:
        world = World(database)
        first, second = world.person(NAME), world.person("Khadijah Z.")
        database.edit(duplicates.merge, first, second)
    assert set(erase(admin, second)) == {first, second}
    assert traces(everything_written(admin)) == []


def test_the_record_of_an_erasure_names_nobody(admin: Computer) -> None:
    row = fill(admin)
    for telling in ("Khadijah minta", "Nomor 0812-9876-5432", "  "):
        with pytest.raises(UserError):
            erase(admin, row, telling)
    erase(admin, row)

    [(person, reason)] = admin.read(lambda r: list(r.each("SELECT person_id, reason FROM erasure")))
    assert (person, reason) == (row, REASON)


def test_an_erasure_cannot_be_undone_and_what_came_before_it_can(admin: Computer) -> None:
    row = fill(admin)
    admin.edit(intentions.add_programme, "Program")
    erase(admin, row)
    with admin.at_work() as database:
        assert database.undo().value == "Add programme"
        while database.stacks().undo:
            try:
                database.undo()
            except UserError:
                break
        assert database.check() == []
    assert traces(everything_written(admin)) == []


def test_only_who_may_admit_may_erase(admin: Computer, rina: Computer) -> None:
    row = fill(admin)
    rina.merge(admin.make(rina))
    with pytest.raises(UserError) as refusal:
        erase(rina, row)

    assert refusal.value.text == NOT_YOURS
    assert "Admin" in str(refusal.value.facts["names"])


def test_a_false_order_is_refused(admin: Computer, rina: Computer) -> None:
    row = fill(admin)
    rina.merge(admin.make(rina))
    rina.edit(
        intentions.run,
        "INSERT INTO erasure (id, person_id, date, reason, naming, certificate)"
        " VALUES ('f00', :row, '2026-11-21', 'x', '[]', '{}')",
        row=row,
    )
    before = contents(admin)
    with pytest.raises(UserError):
        admin.merge(rina.make(admin))
    assert contents(admin) == before


def test_a_new_participation_of_an_erased_person_is_refused(admin: Computer) -> None:
    row = fill(admin)
    erase(admin, row)
    activity = admin.read(lambda r: r.value("SELECT id FROM activity"))
    with pytest.raises(UserError):
        admin.edit(
            participants.register,
            participants.ParticipantDraft(activity_id=activity, person_id=row),
        )


def test_the_contents_go_and_those_of_others_stay(admin: Computer) -> None:
    row = fill(admin)
    other = admin.edit(intentions.add_person, "Sri")
    for subject in (row, other):
        draft = attachments.AttachmentDraft(
            subject="person",
            subject_id=subject,
            kind_id="attachment_kind:document",
            file_name="a.txt",
        )
        admin.edit(attachments.add, draft, b"beide")
    erase(admin, row)

    assert admin.read(lambda r: r.rows(bytes, "SELECT content FROM attachment_content")) == [
        b"beide"
    ]


@pytest.mark.parametrize("kept", ["erased", "other"])
@pytest.mark.parametrize("answer", ["one", "two"])
def test_who_was_joined_elsewhere_with_an_erased_person_is_shown_and_decided(
    admin: Computer, rina: Computer, kept: str, answer: str
) -> None:
    one = admin.edit(intentions.add_person, "Khadijah")
    other = admin.edit(intentions.add_person, "Hatijah")
    rina.merge(admin.make(rina))
    rows = (one, other) if kept == "erased" else (other, one)
    rina.edit(duplicates.merge, *rows)
    with admin.at_work() as database:
        database.erase(one, REASON)
    admin.merge(rina.make(admin))

    assert [row.id for row in admin.read(conflicts.joined)] == [other]
    assert admin.read(conflicts.to_decide) == 1
    with admin.at_work() as database:
        if answer == "one":
            database.erase(other, REASON)
        else:
            database.edit(erasures.keep_apart, other)
    rina.merge(admin.make(rina))
    for computer in (admin, rina):
        assert computer.read(conflicts.joined) == []
        listed = [row.id for row in computer.read(people.page)]
        assert listed == ([] if answer == "one" else [other])
