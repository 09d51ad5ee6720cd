"""What is cut on the screen: texts without room, content beyond its edge, widgets over each other.

Measured from the widgets, so that it needs nobody who looks. What is painted by hand (charts, the map, cells
of lists) is not measured here; cells of lists say their whole text in a tool tip.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTextEdit,
    QWidget,
)

SLACK = 1  # pixel that rounding may take
OVER = 3  # pixels that neighbours may share: borders and rings of the focus lie over each other
OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
FLOATS = "notice"  # lies over the page on purpose


def cuts(root: QWidget) -> list[str]:
    """A sentence for everything on ``root`` and below it that cannot be seen whole; in no order."""
    found = []
    for one in (root, *root.findChildren(QWidget)):
        if one.isVisible() and _is_seen(one):
            found += [f"{_path(one)}: {said}" for said in _of(one)]
    return found


def too_large(window: QWidget, screen: QSize) -> list[str]:
    """Whether the window asks for more than the screen has."""
    least = window.minimumSizeHint()
    if least.width() <= screen.width() and least.height() <= screen.height():
        return []
    return [f"the window needs {least.width()} × {least.height()} at the least"]


def _of(one: QWidget) -> Iterator[str]:
    for kind, measure in _MEASURES.items():
        if isinstance(one, kind):
            yield from measure(one)
    yield from _squeezed(one)
    yield from _beyond_its_edge(one)
    yield from _over_each_other(one)


def _label(one: QLabel) -> Iterator[str]:
    if one.pixmap() and not one.pixmap().isNull():
        size = one.pixmap().deviceIndependentSize()
        if size.width() > one.width() + SLACK or size.height() > one.height() + SLACK:
            yield "the picture is cut"
        return
    if not one.text() or one.toolTip():
        return
    wide = one.minimumSizeHint().width() if one.wordWrap() else one.sizeHint().width()
    if wide > one.width() + SLACK:
        yield f"{wide} wide, has {one.width()}: {one.text()!r}"
    high = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
    if high > one.height() + SLACK:
        yield f"{high} high, has {one.height()}: {one.text()!r}"


def _button(one: QAbstractButton) -> Iterator[str]:
    """The style knows what icon, text and frame need together."""
    if isinstance(one.parent(), QTabBar | QLineEdit):
        return
    hint, size = one.sizeHint(), one.size()
    if one.hasHeightForWidth():
        hint = QSize(one.minimumSizeHint().width(), one.heightForWidth(size.width()))
        if hint.height() > size.height() + SLACK:
            yield f"{hint.height()} high, has {size.height()}: {one.text()!r}"
    lacking = hint.width() > size.width() + SLACK
    if lacking and not (
        one.text() and one.toolTip().startswith(one.accessibleName() or one.text())
    ):
        yield f"{hint.width()} wide, has {size.width()}: {one.text()!r}"
    if one.fontMetrics().height() > size.height() + SLACK:
        yield f"higher than its {size.height()}: {one.text()!r}"


def _combo(one: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    room = one.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, one
    )
    wide = one.fontMetrics().horizontalAdvance(one.currentText())
    if wide > room.width() + SLACK and one.toolTip() != one.currentText():
        yield f"{wide} wide, has {room.width()}: {one.currentText()!r}"


def _line(one: QLineEdit) -> Iterator[str]:
    """What is typed can be scrolled; the hint in an empty line cannot."""
    if one.text() or not one.placeholderText() or one.toolTip():
        return
    option = QStyleOptionFrame()
    one.initStyleOption(option)
    room = one.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, one)
    margins = one.textMargins()
    free = room.width() - margins.left() - margins.right() - 2 * 2
    wide = one.fontMetrics().horizontalAdvance(one.placeholderText())
    if wide > free + SLACK:
        yield f"{wide} wide, has {free}: {one.placeholderText()!r}"


def _header(one: QHeaderView) -> Iterator[str]:
    across = one.orientation() == Qt.Orientation.Horizontal
    for place in range(one.count()):
        if one.isSectionHidden(place) or not across:
            continue
        needed = one.sectionSizeHint(place)
        text = one.model().headerData(place, one.orientation())
        if needed > one.sectionSize(place) + SLACK:
            yield f"heading {text!r} is {needed} wide, has {one.sectionSize(place)}"


def _tabs(one: QTabBar) -> Iterator[str]:
    """Tabs that do not fit are reached by arrows; the chosen one is seen whole."""
    for place in range(one.count()):
        needed = one.tabSizeHint(place).width() if hasattr(one, "tabSizeHint") else 0
        if needed > one.tabRect(place).width() + SLACK:
            yield f"tab {one.tabText(place)!r} is {needed} wide, has {one.tabRect(place).width()}"
    chosen = one.tabRect(one.currentIndex())
    if chosen.left() < -SLACK or chosen.right() > one.width() + SLACK:
        yield f"tab {one.tabText(one.currentIndex())!r} stands beyond the edge"


def _list(one: QListView) -> Iterator[str]:
    """Lines of a list that neither wrap, scroll nor say themselves in a tool tip."""
    if one.viewMode() == QListView.ViewMode.IconMode or one.wordWrap():
        return
    model, room = one.model(), one.viewport().width()
    for place in range(min(model.rowCount(), 200) if model else 0):
        index = model.index(place, 0)
        wide = one.sizeHintForIndex(index).width()
        if wide > room + SLACK and not index.data(Qt.ItemDataRole.ToolTipRole):
            yield f"line {index.data()!r} is {wide} wide, has {room}"


def _text(one: QTextEdit) -> Iterator[str]:
    if one.document().size().width() > one.viewport().width() + SLACK:
        yield "the text is wider than it is shown"


def _scrolls(one: QAbstractScrollArea) -> Iterator[str]:
    """Content that is wider or higher than what is shown of it, where no bar leads there."""
    if isinstance(one, QAbstractItemView | QTextEdit | QHeaderView):
        return
    across, down = one.horizontalScrollBar(), one.verticalScrollBar()
    if one.horizontalScrollBarPolicy() == OFF and across.maximum() > SLACK:
        yield f"{across.maximum()} pixels of its width cannot be reached"
    if (
        one.verticalScrollBarPolicy() == OFF
        and down.maximum() > SLACK
        and one.objectName() != "side"
    ):
        yield f"{down.maximum()} pixels of its height cannot be reached"


_MEASURES: dict[type, Callable[..., Iterator[str]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QComboBox: _combo,
    QLineEdit: _line,
    QHeaderView: _header,
    QTabBar: _tabs,
    QListView: _list,
    QTextEdit: _text,
    QAbstractScrollArea: _scrolls,
}


def _squeezed(one: QWidget) -> Iterator[str]:
    """Less than what the layout within needs at the least."""
    layout = one.layout()
    if layout is None or isinstance(one, QStackedWidget):  # hidden pages ask for room, too
        return
    least = layout.totalMinimumSize()
    if least.width() > one.width() + SLACK:
        yield f"what is in it is {least.width()} wide, has {one.width()}"
    high = least.height()
    if layout.hasHeightForWidth():
        high = max(high, layout.totalMinimumHeightForWidth(one.width()))
    if high > one.height() + SLACK:
        yield f"what is in it is {high} high, has {one.height()}"


def _beyond_its_edge(one: QWidget) -> Iterator[str]:
    parent = one.parentWidget()
    if parent is None or one.isWindow() or _moves_within(parent):
        return
    over = one.geometry()
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(over):
        yield f"{_said(over)} stands beyond {_said(parent.rect())}"


def _over_each_other(one: QWidget) -> Iterator[str]:
    if (
        isinstance(one, QAbstractScrollArea | QTabBar | QComboBox | QLineEdit)
        or one.layout() is None
    ):
        return
    laid = [
        child
        for child in one.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and child.objectName() != FLOATS
    ]
    for place, child in enumerate(laid):
        for other in laid[place + 1 :]:
            shared = child.geometry().intersected(other.geometry())
            if shared.width() > OVER and shared.height() > OVER:
                yield f"{_name(child)} lies over {_name(other)}"


def _moves_within(parent: QWidget) -> bool:
    """What stands in a view of something larger is not cut: it is scrolled to."""
    above = parent.parentWidget()
    if isinstance(parent, QAbstractScrollArea | QTabBar | QComboBox | QLineEdit | QHeaderView):
        return True
    return isinstance(above, QAbstractScrollArea) and above.viewport() is parent


def _is_seen(one: QWidget) -> bool:
    """Parts that Qt makes for itself are measured with what they belong to."""
    return not one.objectName().startswith("qt_")


def _path(one: QWidget) -> str:
    names = []
    at: QWidget | None = one
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def _name(one: QWidget) -> str:
    text = getattr(one, "text", None)
    said = (
        text()
        if callable(text) and isinstance(one, QLabel | QAbstractButton)
        else one.accessibleName()
    )
    return f"{type(one).__name__} {said!r}"


def _said(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"{rect.width()} × {rect.height()} at {corner.x()}, {corner.y()}"
