"""What the workspace sets for its papers and counts, and who reads it."""

import base64
from pathlib import Path

import pytest

from db.database import Database
from db.edits import activities, programmes, settings
from db.edits.activities import SignatoryDraft
from db.errors import InvalidDraftError
from db.queries import activity_report as report
from db.queries import attendance_sheet, history, statistics, workspace_info
from db.queries import settings as questions
from db.queries.taken_part import Scope
from db.rules.ages import NOT_BANDS
from tests.world import World

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 60).decode()
CHAIR = SignatoryDraft("Ketua Panitia", "Siti Aminah", "Koordinator", "K-1")


def full() -> settings.PapersDraft:
    return settings.PapersDraft(
        lines=["Jl. Melati 7 ", "", "kantor@example.org"],
        logo=PIXEL,
        signatories=[CHAIR, SignatoryDraft("")],
        consent_id="Dipakai oleh {office}.",
        paper="f4",
    )


def edits(database: Database) -> int:
    return len(database.read(history.edits, limit=100))


def refused(database: Database, draft: settings.PapersDraft) -> list[str]:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(settings.change_papers, draft)
    return [problem.field for problem in refusal.value.problems]


def test_papers_are_kept_in_their_stored_form(database: Database) -> None:
    database.edit(settings.change_papers, full())
    found = database.read(questions.papers)

    assert found.lines == ("Jl. Melati 7", "kantor@example.org")
    assert found.logo == base64.b64decode(PIXEL)
    assert [(one.caption, one.name) for one in found.signatories] == [
        ("Ketua Panitia", "Siti Aminah")
    ]
    assert found.consent == ("Dipakai oleh {office}.", None)
    assert found.paper == "f4"


def test_who_changes_nothing_writes_nothing(database: Database) -> None:
    before = edits(database)
    database.edit(settings.change_papers, database.read(settings.papers_draft))
    database.edit(settings.change_counting, settings.CountingDraft("0 - 17, 18–24,25-34,35-59,60+"))
    database.edit(settings.rename, settings.NameDraft("Forum Uji"))
    assert edits(database) == before

    database.edit(settings.change_papers, full())
    database.edit(settings.change_papers, database.read(settings.papers_draft))
    assert edits(database) == before + 1


def test_what_is_emptied_is_as_on_the_first_day(database: Database) -> None:
    fresh = database.read(questions.papers)
    database.edit(settings.change_papers, full())
    database.edit(settings.change_papers, settings.PapersDraft())
    assert database.read(questions.papers) == fresh
    database.undo()
    assert database.read(questions.papers).paper == "f4"
    database.undo()
    assert database.read(questions.papers) == fresh
    database.redo()
    assert database.read(questions.papers).paper == "f4"


def test_wrong_papers_are_told_field_by_field(database: Database) -> None:
    wrong = settings.PapersDraft(
        lines=["x"] * 7,
        logo=base64.b64encode(b"GIF89a").decode(),
        signatories=[CHAIR, SignatoryDraft("", "Tanpa jabatan")],
        consent_en="x" * 601,
        paper="a5",
    )
    assert refused(database, wrong) == [
        *("lines", "logo", "signatories[1].caption", "consent_en", "paper"),
    ]
    assert refused(database, settings.PapersDraft(lines=["x" * 121])) == ["lines"]
    assert refused(database, settings.PapersDraft(logo="bukan base64")) == ["logo"]
    assert refused(database, settings.PapersDraft(signatories=[CHAIR] * 4)) == ["signatories"]
    huge = base64.b64encode(base64.b64decode(PIXEL) + b"0" * settings.BIGGEST_LOGO).decode()
    assert refused(database, settings.PapersDraft(logo=huge)) == ["logo"]
    with pytest.raises(InvalidDraftError):
        database.edit(settings.rename, settings.NameDraft("  "))


def test_a_new_name_is_read_everywhere_and_stays_in_the_file(workspace_file: Path) -> None:
    database = Database.open(workspace_file)
    database.edit(settings.rename, settings.NameDraft("Forum “Baru”"))
    database.close()
    reopened = Database.open(workspace_file)
    assert reopened.read(workspace_info.overview).name == "Forum “Baru”"
    assert reopened.read(questions.papers).name == "Forum “Baru”"
    reopened.close()


def test_who_usually_signs_stands_in_only_where_an_activity_names_nobody(
    database: Database, world: World
) -> None:
    database.edit(settings.change_papers, full())
    plain = world.activity()
    own = world.activity("Lain", signatories=[activities.SignatoryDraft("Mengetahui", "Budi")])

    for activity, caption in ((plain, "Ketua Panitia"), (own, "Mengetahui")):
        sheet = database.read(attendance_sheet.attendance_sheet, activity)
        told = database.read(report.activity_report, activity)
        assert sheet is not None
        assert told is not None
        assert [one.caption for one in sheet.signatories] == [caption]
        assert [one.caption for one in told.card.signatories] == [caption]
        assert sheet.papers.logo == told.papers.logo == base64.b64decode(PIXEL)
        assert sheet.papers.paper == told.papers.paper == "f4"


def bands(database: Database, **scope: str) -> list[str]:
    counted = database.read(statistics.statistics, Scope(**scope))
    return [row.label[0] for split in counted.splits if split.key == "age" for row in split.rows]


def test_counts_and_sheets_follow_the_bands_of_the_workspace(
    database: Database, world: World
) -> None:
    activity = world.activity(starts="2020-05-05")
    world.mark(world.participant(activity, world.person(), age=29), world.session(activity))
    database.edit(settings.change_counting, settings.CountingDraft("0-29, 30+"))

    assert bands(database, activity=activity)[:2] == ["0–29", "30+"]
    sheet = database.read(attendance_sheet.attendance_sheet, activity)
    assert sheet is not None
    assert [one.age for one in sheet.people] == ["0–29"]


def test_a_programme_keeps_bands_of_its_own(database: Database) -> None:
    programme = database.edit(
        programmes.add, programmes.ProgrammeDraft(name="A", age_bands="0-9,10+")
    ).value
    database.edit(settings.change_counting, settings.CountingDraft("0-29,30+"))
    assert database.read(questions.age_bands) == "0-29,30+"
    assert "0–9" in bands(database, programme=programme)


def test_bands_with_a_gap_are_refused(database: Database) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(settings.change_counting, settings.CountingDraft("0-17,19+"))
    (problem,) = refusal.value.problems
    assert (problem.field, problem.text) == ("age_bands", NOT_BANDS)


def test_templates_are_kept_in_their_stored_form_and_undone(database: Database) -> None:
    draft = settings.TemplatesDraft(
        accent="#1b4f9c",
        letter_number=" {no}/YM/{year} ",
        invitation_id="Salam.",
        certificate_background=PIXEL,
        sections={"activity_report": ["results", "background"], "period_report": []},
    )
    database.edit(settings.change_templates, draft)
    kept = database.read(questions.templates)
    assert (kept.accent, kept.letter_number) == ("#1B4F9C", "{no}/YM/{year}")
    assert kept.invitation == ("Salam.", None)
    assert kept.certificate_background == base64.b64decode(PIXEL)
    assert kept.sections_of("activity_report") == ("results", "background")
    assert kept.sections_of("period_report") == ()
    database.undo()
    assert database.read(questions.templates) == questions.Templates()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("accent", "merah"),
        ("accent", "#12345"),
        ("accent", "#FFD54F"),  # nobody can read yellow on white
        ("letter_number", "YM/{year}"),
        ("certificate_number", "{no}" + "x" * 200),
        ("invitation_en", "x" * 601),
        ("certificate_background", "kein Bild"),
    ],
)
def test_templates_that_would_harm_a_document_are_refused(
    database: Database, field: str, value: str
) -> None:
    with pytest.raises(InvalidDraftError) as refusal:
        database.edit(settings.change_templates, settings.TemplatesDraft(**{field: value}))
    assert [problem.field for problem in refusal.value.problems] == [field]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#FFFFFF", "#FFFFFF", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    from db.rules.colours import contrast

    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
