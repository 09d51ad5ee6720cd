"""Photos, documents, links, consents and who speaks in sessions."""

import io

import pytest
from PIL import Image

from db.database import Database
from db.edits import attachments, consents, many, participants, sessions
from db.errors import InvalidDraftError, UserError
from db.queries import activities
from db.queries import activity_report as reports
from db.queries import attachments as files
from tests.world import World


def jpeg(colour: str = "green") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (2400, 1200), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def on(activity: str, **values: object) -> attachments.AttachmentDraft:
    return attachments.AttachmentDraft("activity", activity, **values)


def contents(database: Database) -> int:
    return database.read(lambda reader: reader.value("SELECT count(*) FROM attachment_content"))


def test_a_photo_is_kept_small_and_once(database: Database, world: World) -> None:
    activity = world.activity()
    first = database.edit(attachments.add, on(activity, file_name="a.jpg"), jpeg()).value
    database.edit(attachments.add, on(activity, file_name="b.jpg"), jpeg())
    kept = database.read(files.content, first)
    assert Image.open(io.BytesIO(kept)).size == (1920, 960)
    rows = database.read(files.of, activity)
    assert [(row.file_name, row.media_type, row.size) for row in rows] == [
        ("a.jpg", "image/jpeg", len(kept)),
        ("b.jpg", "image/jpeg", len(kept)),
    ]
    assert contents(database) == 1


def test_a_document_stays_as_it_is(database: Database, world: World) -> None:
    draft = on(world.activity(), file_name="tor.pdf", kind_id=attachments.DOCUMENT)
    row = database.edit(attachments.add, draft, b"%PDF-1.7 whole").value
    assert database.read(files.content, row) == b"%PDF-1.7 whole"
    assert database.read(attachments.draft, row).file_name == "tor.pdf"


def test_files_are_put_in_order_and_described_together_and_the_report_follows(
    database: Database, world: World
) -> None:
    activity = world.activity()
    rows = [
        database.edit(attachments.add, on(activity, file_name=name), jpeg(colour)).value
        for name, colour in (("a.jpg", "red"), ("b.jpg", "green"), ("c.jpg", "blue"))
    ]
    assert database.edit(attachments.arrange, [rows[2], rows[0], rows[1]]).value == 3
    assert database.edit(attachments.arrange, [rows[2], rows[0], rows[1]]).value == 0
    assert [one.file_name for one in database.read(files.of, activity)] == [
        *("c.jpg", "a.jpg", "b.jpg")
    ]
    assert database.edit(attachments.describe, rows[1:], "consent", "yes").value == 2
    database.edit(attachments.describe, rows[2:], "caption", "Penutupan")
    database.edit(many.set_field, "attachment", rows[:2], "date", "8/9/2026")
    shown = database.read(reports.activity_report, activity).photos
    assert [one.caption for one in shown] == ["Penutupan", None]
    assert database.read(attachments.draft, rows[0]).date == "2026-09-08"
    with pytest.raises(InvalidDraftError):
        database.edit(attachments.describe, rows, "date", "entah kapan")
    with pytest.raises(KeyError):
        database.edit(attachments.describe, rows, "file_name", "x.jpg")
    database.undo()
    database.undo()
    assert [one.caption for one in database.read(reports.activity_report, activity).photos] == [
        None,
        None,
    ]


def test_what_is_no_photo_leaves_nothing(database: Database, world: World) -> None:
    activity = world.activity()
    with pytest.raises(UserError):
        database.edit(attachments.add, on(activity, file_name="a.jpg"), b"no photo")
    assert database.read(files.of, activity) == []
    assert contents(database) == 0


def test_too_large_a_document_is_refused(
    database: Database, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 10)
    draft = on(world.activity(), file_name="film.mp4", kind_id=attachments.DOCUMENT)
    with pytest.raises(UserError) as refusal:
        database.edit(attachments.add, draft, b"more than ten bytes")
    assert refusal.value.text == attachments.TOO_LARGE


def test_a_file_is_changed_taken_out_and_brought_back(database: Database, world: World) -> None:
    activity = world.activity()
    row = database.edit(attachments.add, on(activity, link="https://example.org")).value
    draft = database.read(attachments.draft, row)
    draft.caption, draft.consent, draft.date = "Pembukaan", "yes", "8/9/2026"
    database.edit(attachments.change, row, draft)
    changed = database.read(attachments.draft, row)
    assert (changed.caption, changed.consent, changed.date) == ("Pembukaan", "yes", "2026-09-08")
    database.edit(attachments.remove, row)
    assert database.read(files.of, activity) == []
    database.undo()
    assert [one.caption for one in database.read(files.of, activity)] == ["Pembukaan"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "link"),
        ({"link": "x", "consent": "perhaps"}, "consent"),
        ({"link": "x", "date": "someday"}, "date"),
        ({"link": "x", "caption": "x" * 1001}, "caption"),
    ],
)
def test_bad_files_are_refused_beside_the_field(
    database: Database, world: World, values: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(attachments.add, on(world.activity(), **values))
    assert [problem.field for problem in refusal.value.problems] == [field]


def answers(database: Database, person: str) -> list[tuple[str, int, str | None, int]]:
    return database.read(
        lambda reader: reader.rows(
            lambda *values: values,
            "SELECT purpose_id, given, withdrawn, removed FROM consent WHERE person_id = ?"
            " ORDER BY id",
            (person,),
        )
    )


def test_an_answer_to_one_question_leaves_the_others(database: Database, world: World) -> None:
    person = world.person("Siti")

    def say(purpose: str, given: bool, **more: str) -> None:
        database.edit(
            consents.add,
            consents.ConsentDraft(person, f"consent_purpose:{purpose}", given, **more),
        )

    say("data", True, date="8/9/2026", how_id="consent_how:paper")
    say("photo", True)
    say("photo", True, date="9/9/2026")
    say("photo", False, date="10/9/2026")
    assert answers(database, person) == [
        ("consent_purpose:data", 1, None, 0),
        ("consent_purpose:photo", 1, "2026-09-10", 0),
    ]
    say("photo", True, date="11/9/2026")
    assert answers(database, person)[1:] == [
        ("consent_purpose:photo", 1, "2026-09-10", 1),
        ("consent_purpose:photo", 1, None, 0),
    ]


def test_a_consent_needs_an_answer(database: Database, world: World) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(consents.add, consents.ConsentDraft(world.person("Siti")))
    assert {problem.field for problem in refusal.value.problems} == {"purpose_id", "given"}


def test_speakers_come_and_go_with_the_draft_of_a_session(database: Database, world: World) -> None:
    activity, siti, budi = world.activity(), world.person("Siti"), world.person("Budi")
    speaker, moderator = "role:resource_person", "role:moderator"
    row = database.edit(
        sessions.add,
        sessions.SessionDraft(activity, topic="Hak", people=[(siti, speaker), (budi, moderator)]),
    ).value
    draft = database.read(sessions.draft, row)
    assert (draft.number, draft.people) == (1, [(siti, speaker), (budi, moderator)])
    draft.people = [(budi, moderator)]
    draft.start_time = "8.30"
    database.edit(sessions.change, row, draft)
    (shown,) = database.read(activities.sessions, activity)
    assert [name for name, _ in shown.speakers] == ["Budi"]
    assert shown.start_time == "08:30"
    draft.people = None
    database.edit(sessions.change, row, draft)
    assert len(database.read(activities.sessions, activity)[0].speakers) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("age", 160),
        ("age", "tua"),
        ("age_band", "muda"),
        ("pre_test", 101),
        ("transport_paid", -1),
    ],
)
def test_bad_details_of_a_participant_are_refused(
    database: Database, world: World, field: str, value: object
) -> None:
    row = world.participant(world.activity(), world.person("Siti"))
    draft = database.read(participants.draft, row)
    setattr(draft, field, value)
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(participants.change, row, draft)
    assert [problem.field for problem in refusal.value.problems] == [field]


@pytest.mark.parametrize(("sensitivity", "printed"), [("internal", 1), ("restricted", 0)])
def test_photos_of_a_restricted_activity_are_never_printed(
    database: Database, world: World, sensitivity: str, printed: int
) -> None:
    activity = world.activity(sensitivity=sensitivity)
    for consent in ("yes", "no", None):
        draft = on(activity, file_name="a.jpg", consent=consent)
        database.edit(attachments.add, draft, jpeg())
    report = database.read(reports.activity_report, activity)
    assert len(report.photos) == printed
