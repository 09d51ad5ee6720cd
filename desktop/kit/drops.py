"""Files that are dropped on a window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets a widget take files with one of the endings, or all of them; ``then`` gets them."""

    def __init__(
        self, widget: QWidget, endings: frozenset[str] | None, then: Callable[[list[Path]], None]
    ) -> None:
        super().__init__(widget)
        self._endings, self._then = endings, then
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        paths = self._paths(event.mimeData())  # type: ignore[attr-defined]  # both kinds have one
        if not paths:
            return False
        event.acceptProposedAction()  # type: ignore[attr-defined]  # as above
        if event.type() == QEvent.Type.Drop:
            self._then(paths)
        return True

    def _paths(self, dropped: QMimeData) -> list[Path]:
        paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
        known = self._endings
        return [path for path in paths if known is None or path.suffix.lower() in known]
