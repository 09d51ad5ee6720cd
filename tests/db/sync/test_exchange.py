"""Files that go from hand to hand: lost, repeated, late and out of order."""

import base64
import shutil
from pathlib import Path

import pytest

from db.edits.conflicts import resolve
from db.errors import UserError
from db.queries.conflicts import conflicts
from db.sync import incoming
from tests.db import intentions
from tests.db.sync.devices import Computer, contents


def names(computer: Computer) -> list[str]:
    return computer.read(
        lambda r: r.rows(str, "SELECT name FROM person WHERE removed = 0 ORDER BY name")
    )


def test_a_new_computer_has_everything_and_its_work_comes_back(
    admin: Computer, rina: Computer
) -> None:
    admin.edit(intentions.add_person, "Aminah")
    rina.merge(admin.make(rina))
    rina.edit(intentions.add_person, "Siti")
    merged = admin.merge(rina.make(admin))

    assert names(admin) == names(rina) == ["Aminah", "Siti"]
    assert (merged.sender, merged.owner) == ("Rina", "Pemilik Rina")
    assert [(one.name, one.device, one.changes) for one in merged.authors] == [("Rina", "Rina", 1)]
    assert merged.things["person"].new == 1
    assert contents(admin) == contents(rina)


def test_a_file_that_comes_twice_changes_nothing(admin: Computer, rina: Computer) -> None:
    rina.edit(intentions.add_person, "Siti")
    file = rina.make(admin)
    admin.merge(file)
    before = contents(admin)
    again = admin.merge(file)

    assert (again.changes, again.known > 0) == (0, True)
    assert contents(admin) == before


def test_a_lost_file_heals_with_the_next_one(admin: Computer, rina: Computer) -> None:
    rina.edit(intentions.add_person, "Siti")
    rina.make(admin)  # lost on the way
    rina.edit(intentions.add_person, "Sri")
    admin.merge(rina.make(admin))

    assert names(admin) == ["Siti", "Sri"]


def test_a_file_holds_only_what_the_other_is_not_known_to_have(
    admin: Computer, rina: Computer
) -> None:
    for number in range(300):
        rina.edit(intentions.add_person, f"Anggota {number}")
    admin.merge(rina.make(admin))
    rina.merge(admin.make(rina))
    rina.edit(intentions.add_person, "Siti")
    merged = admin.merge(rina.make(admin))

    assert (merged.changes, merged.known) == (1, 0)


def test_work_reaches_a_third_computer_through_the_second(
    admin: Computer, rina: Computer, yusuf: Computer
) -> None:
    rina.edit(intentions.add_person, "Siti")
    admin.merge(rina.make(admin))
    yusuf.merge(admin.make(yusuf))

    assert names(yusuf) == ["Siti"]


def test_a_gap_is_refused_and_the_sentence_says_whom_to_ask(
    admin: Computer, rina: Computer, tmp_path: Path
) -> None:
    copy = Computer(tmp_path / "copy", "Rina")
    shutil.copy(rina.path, copy.path)
    copy.open()
    rina.edit(intentions.add_person, "Siti")
    admin.merge(rina.make(admin))
    rina.merge(admin.make(rina))
    rina.edit(intentions.add_person, "Sri")
    before = contents(copy)
    with pytest.raises(UserError) as refusal:
        copy.merge(rina.make(admin))

    assert refusal.value.text == incoming.GAP
    assert refusal.value.facts == {"sender": "Rina", "missing": "Rina"}
    assert contents(copy) == before
    copy.merge(rina.make(admin, complete=True))
    assert names(copy) == ["Siti", "Sri"]
    copy.close()


def test_both_values_of_a_conflict_are_kept_and_a_decision_travels(
    admin: Computer, rina: Computer, yusuf: Computer
) -> None:
    row = admin.edit(intentions.add_person, "Siti")
    rina.merge(admin.make(rina))
    yusuf.merge(admin.make(yusuf))
    yusuf.ahead = 1
    rina.edit(intentions.change_person, row, name="Sitti")
    yusuf.edit(intentions.change_person, row, name="St.")
    for one in (rina, yusuf):
        assert admin.merge(one.make(admin)).changes == 1

    [found] = admin.read(conflicts)
    assert {found.here.value, found.there.value} == {"Sitti", "St."}
    assert (found.before, found.field, found.shown) == ("Siti", "name", "St.")
    assert {found.here.owner, found.there.owner} == {"Pemilik Rina", "Pemilik Yusuf"}

    admin.edit(resolve, found.id, "there" if found.there.value == "Sitti" else "here")
    for one in (rina, yusuf):
        one.merge(admin.make(one))
        assert one.read(conflicts) == []
        assert names(one) == ["Sitti"]
    assert contents(admin) == contents(rina) == contents(yusuf)


def test_what_documents_look_like_travels(admin: Computer, rina: Computer) -> None:
    from db.edits import settings as edits
    from db.queries import settings

    picture = b"\x89PNG\r\n" + bytes(range(256)) * 3000
    draft = edits.TemplatesDraft(
        accent="#1B4F9C",
        certificate_number="{no}/{year}",
        certificate_background=base64.b64encode(picture).decode(),
        sections={"activity_report": ["results", "background"]},
    )
    admin.edit(edits.change_templates, draft)
    rina.merge(admin.make())
    kept = rina.read(settings.templates)
    assert (kept.accent, kept.certificate_number) == ("#1B4F9C", "{no}/{year}")
    assert kept.certificate_background == picture
    assert kept.sections_of("activity_report") == ("results", "background")
