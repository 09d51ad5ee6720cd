"""The order in which Tab goes through the window: as it is read, whatever was made first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QScrollArea, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """What Tab reaches in a widget, in the order of its layouts: lines from top to bottom, each from its beginning."""
    return [widget for widget in _inside(root) if _is_stop(widget)]


def step(root: QWidget | None, now: QWidget | None, *, onwards: bool) -> bool:
    """Go on to the next stop, or back to the one before; round at the end. False: ``now`` is no stop."""
    found = [] if root is None else stops(root)
    if now is None or now not in found:
        return False
    reason = Qt.FocusReason.TabFocusReason if onwards else Qt.FocusReason.BacktabFocusReason
    go_to(found[(found.index(now) + (1 if onwards else -1)) % len(found)], reason)
    return True


def enter(root: QWidget, head: QLayout, before: QWidget | None) -> None:
    """Begin to read: where the user was ``before``, or at the first stop below the head."""
    if before is not None and before.isVisible() and before.isEnabled():
        go_to(before)
        return
    above = set(_of(head))
    found = stops(root)
    below = [one for one in found if one not in above]
    for one in (below or found)[:1]:
        go_to(one)


def go_to(stop: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give it the keyboard, and let it be seen in what scrolls."""
    stop.setFocus(reason)
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    # Of buttons that take turns Tab reaches the chosen one; arrows go to the others.
    return not (group and group.exclusive() and group.checkedButton() not in (None, widget))


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if not (widget.isVisible() and widget.isEnabled()):
        return
    yield widget
    layout = widget.layout()
    for child in widget.children() if layout is None else _of(layout):
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _inside(child)


def _of(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout, and of the layouts in it."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=layout.getItemPosition)  # type: ignore[arg-type]  # four numbers, row first
    for place in places:
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        within = item.layout() if item else None
        if widget is not None:
            yield widget
        elif within is not None:
            yield from _of(within)
