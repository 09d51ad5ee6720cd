"""The camera of the laptop reads codes; only where QtMultimedia is installed, and loaded when it is switched on."""

from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from desktop.desk import Desk

EVERY = 250  # milliseconds between two looks
SIDE = 640  # pixels that a look needs


def there() -> bool:
    """Whether the libraries of the camera are installed. Loads none of them."""
    return find_spec("PySide6.QtMultimedia") is not None


class Camera(QLabel):
    """Shows what the camera sees; ``read`` carries the text of a code, once for as long as it is held there."""

    read = Signal(str)

    def __init__(self, desk: Desk) -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink

        super().__init__()
        self._desk = desk
        self._last: str | None = None
        self._sink = QVideoSink(self)
        self._camera = QCamera(self)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self.setFixedSize(desk.theme.px(320), desk.theme.px(240))
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Switch it on."""
        self._camera.start()
        self._timer.start()

    def stop(self) -> None:
        """Switch it off; nothing that it saw is kept."""
        self._timer.stop()
        self._camera.stop()
        self.clear()

    def _look(self) -> None:
        frame = self._sink.videoFrame()
        if frame.isValid():
            self.see(frame.toImage())

    def see(self, image: QImage) -> None:
        """Show a picture and read the codes in it, beside the window."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QPixmap

        keep = Qt.AspectRatioMode.KeepAspectRatio
        self.setPixmap(QPixmap.fromImage(image.scaled(self.size(), keep)))
        grey = image.scaled(SIDE, SIDE, keep).convertToFormat(QImage.Format.Format_Grayscale8)
        data = bytes(grey.constBits())
        size = (grey.width(), grey.height(), grey.bytesPerLine())
        self._desk.tasks.render(self, self._told, codes, data, size, key="codes")

    def _told(self, found: list[str]) -> None:
        text = found[0] if found else None
        if text is not None and text != self._last:
            self.read.emit(text)
        self._last = text


def codes(data: bytes, size: tuple[int, int, int]) -> list[str]:
    """Texts of the codes in a grey picture: width, height and bytes of a line."""
    import zxingcpp
    from PIL import Image

    width, height, line = size
    picture: Any = Image.frombuffer("L", (width, height), data, "raw", "L", line, 1)
    return [one.text for one in zxingcpp.read_barcodes(picture)]
