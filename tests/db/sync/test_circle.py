"""Who belongs to the circle: cards, certificates that lead back to the founder, dismissal, copies."""

import shutil
from pathlib import Path

import pytest

from db.circle import cards
from db.circle.certificates import EVERYTHING, Circle, DeviceRow, Grant, Scope, certify
from db.circle.keys import Keys, new_keys
from db.edits import devices
from db.errors import UserError
from db.queries import exchange, history
from db.queries.circle import NOT_YOURS
from db.sync import incoming, package
from exports.kit.qr import png
from tests.db import intentions
from tests.db.sync.devices import Computer, contents


def row(number: int, by: Keys, own: Keys, founder: Keys, **changes: object) -> DeviceRow:
    device = f"{number:012x}"
    said = {
        "circle": founder.public.sign, "device": device, "sign": own.public.sign,
        "seal": own.public.seal, "scope": EVERYTHING, "admits": False, "dismissed": False,
        "at": "2026-11-21T00:00:00+00:00", **changes,
    }  # fmt: skip
    return DeviceRow(device, f"K{number}", None, certify(by, Grant(**said)), None, removed=False)


def test_certificates_count_down_from_the_founder_in_any_order() -> None:
    founder, deputy, coordinator, stranger = (new_keys() for _ in range(4))
    rows = [
        row(4, stranger, stranger, founder),
        row(3, deputy, coordinator, founder),
        row(2, founder, deputy, founder, admits=True),
        row(1, founder, founder, founder, admits=True),
    ]
    found = Circle(founder.public.sign, rows)

    assert [one.row.name for one in found.members] == ["K1", "K2", "K3"]
    assert found.by_key(stranger.public.sign) is None
    assert not found.holds("000000000004")
    assert found.holds("000000000003")


def test_who_may_not_admit_admits_nobody() -> None:
    founder, coordinator, friend = new_keys(), new_keys(), new_keys()
    rows = [
        row(1, founder, founder, founder, admits=True),
        row(2, founder, coordinator, founder),
        row(3, coordinator, friend, founder),
    ]
    assert Circle(founder.public.sign, rows).by_key(friend.public.sign) is None


def test_a_certificate_holds_for_its_own_row_and_circle_alone() -> None:
    founder, own = new_keys(), new_keys()
    honest = row(2, founder, own, founder)
    moved = DeviceRow("000000000003", "K3", None, honest.certificate, None, removed=False)
    elsewhere = row(4, founder, own, founder, circle=own.public.sign)
    broken = DeviceRow("000000000005", "K5", None, "{not json", None, removed=False)
    found = Circle(founder.public.sign, [moved, elsewhere, broken])

    assert found.members == ()


def test_a_card_survives_its_file_and_its_picture(tmp_path: Path, admin: Computer) -> None:
    card = admin.card()
    file, picture = tmp_path / "card.rembuk-card", tmp_path / "card.png"
    package.save(file, card.text().encode())
    picture.write_bytes(png(card.text()))

    assert cards.open_card(file) == cards.open_card(picture) == card
    assert len(card.digits) == len("1234 5678")


def test_a_card_is_read_from_a_photo_that_is_turned_and_dim(admin: Computer) -> None:
    import io

    from PIL import Image, ImageEnhance

    card = admin.card()
    code = Image.open(io.BytesIO(png(card.text()))).convert("RGB")
    photo = Image.new("RGB", (1600, 1200), (210, 205, 190))
    photo.paste(
        code.rotate(17, expand=True, fillcolor=(255, 255, 255)).resize((900, 900)), (300, 150)
    )
    shot = io.BytesIO()
    ImageEnhance.Contrast(photo).enhance(0.5).save(shot, "JPEG", quality=60)

    assert cards.in_picture(shot.getvalue()) == card


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\x89PNG nothing", b'{"rembuk_card":1,"device":"zz"}', b"\xff\xd8\xff"]
)
def test_what_is_no_card_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "card"
    file.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        cards.open_card(file)
    assert refusal.value.text in (cards.NOT_A_CARD, cards.NO_CODE)


def test_a_starter_opens_on_the_computer_of_its_card_alone_and_once(
    admin: Computer, tmp_path: Path
) -> None:
    rina, thief = Computer(tmp_path / "rina", "Rina"), Computer(tmp_path / "thief", "Maling")
    card = rina.card()
    admin.edit(devices.admit, card)
    starter = admin.starter(rina)
    with pytest.raises(UserError) as refusal:
        thief.start(starter, card)
    assert refusal.value.text == cards.NO_KEYS

    rina.start(starter, card)
    rina.close()
    rina.path.unlink()
    with pytest.raises(UserError) as refusal:
        rina.start(starter, card)
    assert refusal.value.text == cards.NO_KEYS


def test_a_start_that_fails_leaves_no_file_and_can_be_tried_again(
    admin: Computer, tmp_path: Path
) -> None:
    rina = Computer(tmp_path / "rina", "Rina")
    card = rina.card()
    admin.edit(devices.admit, card)
    starter = admin.starter(rina)
    with pytest.raises(UserError):
        rina.start(starter[:-5], card)
    assert not list(rina.folder.glob("*.rembuk"))

    rina.start(starter, card)
    rina.close()


def test_only_who_may_admit_admits_and_dismisses(rina: Computer, yusuf: Computer) -> None:
    device = rina.read(lambda r: r.value("SELECT id FROM device WHERE name = 'Admin'"))
    for edit, argument in ((devices.admit, yusuf.card()), (devices.dismiss, device)):
        with pytest.raises(UserError) as refusal:
            rina.edit(edit, argument)
        assert refusal.value.text == NOT_YOURS


def test_a_forged_permission_makes_the_whole_file_refused(admin: Computer, rina: Computer) -> None:
    mine = rina.read(lambda r: r.value("SELECT id FROM device WHERE name = 'Rina'"))
    theirs = rina.read(lambda r: r.value("SELECT certificate FROM device WHERE name = 'Admin'"))
    rina.edit(intentions.run, "UPDATE device SET certificate = :c WHERE id = :d", c=theirs, d=mine)
    before = contents(admin)
    with pytest.raises(UserError) as refusal:
        admin.merge(rina.make(admin))
    assert refusal.value.text == package.FALSIFIED
    assert contents(admin) == before


def test_dismissed_is_dismissed_with_all_copies_and_can_come_back(
    admin: Computer, rina: Computer, tmp_path: Path
) -> None:
    copy = Computer(tmp_path / "copy", "Rina")
    shutil.copy(rina.path, copy.path)
    copy.open()
    copy.edit(intentions.add_person, "Siti")
    file = copy.make()
    device = admin.read(lambda r: r.value("SELECT id FROM device WHERE name = 'Rina'"))
    admin.edit(devices.dismiss, device)
    with pytest.raises(UserError) as refusal:
        admin.merge(file)
    assert refusal.value.text == incoming.DISMISSED
    with pytest.raises(UserError):
        rina.merge(admin.make())

    admin.edit(devices.change_scope, device, EVERYTHING)
    assert admin.merge(file).changes > 0
    copy.close()


def test_a_permission_is_not_taken_back_by_undo(admin: Computer, rina: Computer) -> None:
    assert rina.name == "Rina"
    with admin.at_work() as database:
        assert all("Admit" not in one.label for one in database.stacks().undo)


def test_nobody_dismisses_the_computer_in_front(admin: Computer) -> None:
    device = admin.read(lambda r: r.value("SELECT id FROM device"))
    with pytest.raises(UserError) as refusal:
        admin.edit(devices.dismiss, device)
    assert refusal.value.text == devices.NOT_YOURSELF


def test_the_list_of_computers_says_what_was_heard_and_what_waits(
    admin: Computer, rina: Computer
) -> None:
    def told(name: str) -> exchange.DeviceRow:
        return next(one for one in admin.read(exchange.devices) if one.name == name)

    assert told("Admin").here
    assert (told("Rina").received, told("Rina").waiting) == (None, None)
    admin.merge(rina.make(admin))
    admin.edit(intentions.add_person, "Siti")
    assert (told("Rina").waiting, told("Rina").received is not None) == (1, True)
    assert told("Rina").sent is not None  # the starter
    assert [one.incoming for one in admin.read(exchange.files)] == [True, False]


def test_history_names_computers_as_people_call_them(admin: Computer, rina: Computer) -> None:
    rina.edit(intentions.add_person, "Siti")
    admin.merge(rina.make(admin))
    newest = admin.read(history.edits)[0]
    assert (newest.author, newest.device) == ("Rina", "Rina")


def test_what_another_computer_did_is_undone_where_it_is_chosen(
    admin: Computer, rina: Computer
) -> None:
    rina.edit(intentions.add_person, "Siti")
    admin.merge(rina.make(admin))
    theirs = admin.read(history.edits)[0]
    admin.database.undo(theirs.id)
    assert admin.read(lambda r: r.value("SELECT removed FROM person WHERE name = 'Siti'")) == 1
    rina.merge(admin.make(rina))
    assert rina.read(lambda r: r.value("SELECT removed FROM person WHERE name = 'Siti'")) == 1
    assert "undo" in {one.kind for one in rina.read(history.edits)}


def test_a_scope_has_one_key_whatever_its_order() -> None:
    assert Scope(("b", "a"), ("p",)).key == Scope(("a", "b"), ("p",)).key != ""
    assert EVERYTHING.key == ""
