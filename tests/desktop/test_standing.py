"""Where the window stands on the screen."""

from desktop import app
from desktop.app import Rembuk
from desktop.preferences import Preferences


def test_the_first_window_fills_a_screen_that_is_no_larger_than_it(rembuk: Rembuk) -> None:
    room = rembuk.window.screen().availableSize()
    assert room.width() < app.SIZE.width()  # the screen of the tests
    app._stand(rembuk.window, Preferences())
    assert rembuk.window.isMaximized()


def test_the_window_stands_where_it_stood_last_also_after_a_change_of_language(
    rembuk: Rembuk,
) -> None:
    rembuk.window.setGeometry(30, 40, 700, 500)
    app._keep_standing(rembuk.window, rembuk.preferences)
    rembuk.window.showMaximized()
    app._stand(rembuk.window, Preferences.load())
    assert not rembuk.window.isMaximized()
    assert rembuk.window.width() == 700
    rembuk.window.showMaximized()
    rembuk.restyle()
    assert rembuk.window.isMaximized()


def test_the_side_bar_and_the_foot_come_with_a_workspace(qtbot, demo_copy) -> None:
    from tests.desktop.conftest import started

    running = started(qtbot, None)
    try:
        assert not running.window.side.isVisible()
        running.open(demo_copy)
        assert running.window.side.isVisible()
    finally:
        running.stop()
