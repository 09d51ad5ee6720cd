"""Files that are dropped on a window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets a widget take files with one of the endings; ``then`` gets the first of them."""

    def __init__(
        self, widget: QWidget, endings: frozenset[str], then: Callable[[Path], None]
    ) -> None:
        super().__init__(widget)
        self._endings, self._then = endings, then
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        path = self._path(event.mimeData())  # type: ignore[attr-defined]  # both kinds have one
        if path is None:
            return False
        event.acceptProposedAction()  # type: ignore[attr-defined]  # as above
        if event.type() == QEvent.Type.Drop:
            self._then(path)
        return True

    def _path(self, dropped: QMimeData) -> Path | None:
        paths = (Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile())
        return next((path for path in paths if path.suffix.lower() in self._endings), None)
