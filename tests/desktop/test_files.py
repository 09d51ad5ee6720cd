"""Photos and files of an activity in the window: taken in, ordered, described many at once, seen large."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.demo.samples.plans import BARRIERS
from db.queries import attachments
from desktop.app import Rembuk
from desktop.files import FilesPage
from desktop.files.viewer import PictureViewer
from desktop.kit import files
from desktop.kit.choices import Choices


def ask(rembuk: Rembuk, query, *args):
    return rembuk.tasks.database.read(query, *args)


@pytest.fixture
def page(rembuk: Rembuk) -> FilesPage:
    rembuk.desk.navigation.go("files", BARRIERS)
    found = rembuk.window.page("files")
    assert isinstance(found, FilesPage)
    return found


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    made = []
    for number, colour in enumerate(("red", "green", "blue")):
        path = tmp_path / f"foto{number}.jpg"
        Image.new("RGB", (600, 400), colour).save(path)
        made.append(path)
    return made


def names(rembuk: Rembuk) -> list[str]:
    return [one.file_name for one in ask(rembuk, attachments.of, BARRIERS)][-3:]


def rows(page: FilesPage, photos: list[Path]) -> list[str]:
    """Ids of the photos that are taken in now."""
    page.add_files(photos)
    return page.list.order()[-len(photos) :]


def by_keys(page: FilesPage, keys: str) -> None:
    """What these keys do on the page."""
    next(one for one in page.commands if one.keys == keys).step()


def test_several_files_are_chosen_at_once(
    rembuk: Rembuk, page: FilesPage, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rembuk.desk.dialogs, "open_files", lambda *_: photos)
    page.add()
    assert names(rembuk) == ["foto0.jpg", "foto1.jpg", "foto2.jpg"]
    rembuk.desk.navigation.undo()
    assert not set(names(rembuk)) & {"foto0.jpg", "foto1.jpg", "foto2.jpg"}


def test_what_cannot_be_kept_is_told_by_name_and_the_others_are_taken_in(
    rembuk: Rembuk,
    page: FilesPage,
    photos: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "rusak.jpg").write_bytes(photos[0].read_bytes()[:300])
    (tmp_path / "program.exe").write_bytes(b"MZ")
    (tmp_path / "besar.png").write_bytes(b"x" * 100)
    (tmp_path / "tebal.pdf").write_bytes(b"%PDF" + b"x" * 100)
    monkeypatch.setattr(files, "LARGEST_PHOTO", 20_000)
    monkeypatch.setattr("db.rules.file_kinds.LARGEST_DOCUMENT", 50)
    (tmp_path / "besar.png").write_bytes(b"x" * 20_001)
    said: list[str] = []
    monkeypatch.setattr(rembuk.desk.dialogs, "tell", said.append)
    odd = [
        tmp_path / name
        for name in ("rusak.jpg", "program.exe", "besar.png", "tebal.pdf", "hilang.jpg")
    ]
    page.add_files([odd[0], photos[0], *odd[1:3], photos[1], *odd[3:], photos[2]])
    assert names(rembuk) == ["foto0.jpg", "foto1.jpg", "foto2.jpg"]
    (told,) = said
    head, *lines = told.split("\n")
    assert "5" in head
    assert [any(path.name in line for line in lines) for path in odd] == [True] * 5
    assert len(lines) == 5


def test_files_from_outside_may_be_dropped_on_the_pictures(
    rembuk: Rembuk, page: FilesPage, photos: list[Path]
) -> None:
    rows(page, photos[:1])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in photos[1:]])
    about = (
        *(Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    QApplication.sendEvent(page.list.viewport(), QDragEnterEvent(QPoint(20, 20), *about))
    QApplication.sendEvent(page.list.viewport(), QDropEvent(QPointF(20, 20), *about))
    assert names(rembuk) == ["foto0.jpg", "foto1.jpg", "foto2.jpg"]


def test_the_order_is_changed_by_keys_and_by_laying_one_before_another(
    rembuk: Rembuk, page: FilesPage, photos: list[Path]
) -> None:
    one, two, three = rows(page, photos)
    page.list.mark([three])
    by_keys(page, "Alt+Up")
    assert names(rembuk) == ["foto0.jpg", "foto2.jpg", "foto1.jpg"]
    assert page.list.marked() == [three]
    rembuk.desk.navigation.undo()
    assert names(rembuk) == ["foto0.jpg", "foto1.jpg", "foto2.jpg"]
    page.list.mark([one, two])
    by_keys(page, "Alt+Down")
    assert names(rembuk) == ["foto2.jpg", "foto0.jpg", "foto1.jpg"]
    page.list.mark([two])
    place = page.list.order().index(three)
    corner = page.list.visualRect(page.list.model().index(place, 0)).topLeft()
    page.list.drop_at(corner + QPoint(3, 3))
    assert names(rembuk) == ["foto1.jpg", "foto2.jpg", "foto0.jpg"]


def test_several_photos_are_described_at_once(
    rembuk: Rembuk, page: FilesPage, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rows(page, photos)
    for row in made[:2]:
        page.list.item(page.list.order().index(row)).setSelected(True)
    assert page.many.isVisibleTo(page)
    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda *_: "Pembukaan")
    page.many.buttons["Caption"].click()
    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda *_: "8/9/2026")
    page.many.buttons["Date"].click()
    page.many.buttons["May it be shown?"].click()
    (popup,) = (one for one in page.findChildren(Choices) if one.isVisible())
    popup._tick(popup.list.item(0))
    found = {one.id: one for one in ask(rembuk, attachments.of, BARRIERS)}
    assert [(found[row].caption, found[row].consent) for row in made] == [
        ("Pembukaan", "yes"),
        ("Pembukaan", "yes"),
        (None, None),
    ]
    assert page.list.marked() == made[:2]
    last = page.list.item(page.list.count() - 1).text()
    assert "tidak masuk laporan" in last
    monkeypatch.setattr(rembuk.desk.dialogs, "text", lambda *_: "entah kapan")
    page.many.buttons["Date"].click()
    assert "entah kapan" in rembuk.window.notice._text.text()
    page.many.buttons["Remove"].click()
    assert page.list.order()[-1:] == made[2:]
    assert not set(made[:2]) & set(page.list.order())
    rembuk.desk.navigation.undo()
    assert page.list.order()[-3:] == made


def test_a_photo_is_seen_large_and_arrows_lead_on(
    rembuk: Rembuk, page: FilesPage, photos: list[Path]
) -> None:
    made = rows(page, photos)
    page.list.mark([made[0]])
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    (viewer,) = rembuk.window.findChildren(PictureViewer)
    assert viewer.image.pixmap().toImage().pixelColor(5, 5).red() > 200
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    assert "foto1.jpg" in viewer.said.text()
    assert viewer.image.pixmap().toImage().pixelColor(5, 5).green() > 100
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    QTest.keyClick(viewer, Qt.Key.Key_Left)
    assert "foto0.jpg" not in viewer.said.text()
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_stopping_takes_nothing_in(photos: list[Path]) -> None:
    class Stopped(Exception):  # noqa: N818 - a sentence of the test
        pass

    told: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        files.contents(photos, step)
    assert told == [(1, 3), (2, 3)]
