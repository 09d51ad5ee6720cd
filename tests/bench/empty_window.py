"""The least there can be: an empty PySide6 window. Prints milliseconds since the start and memory in MB."""

import time

START = time.perf_counter()

import json  # noqa: E402 - the clock starts before anything is imported

import psutil  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()


def ready() -> None:
    taken = (time.perf_counter() - START) * 1000
    QTimer.singleShot(300, lambda: tell(taken))  # painted, like the other window


def tell(taken: float) -> None:
    memory = psutil.Process().memory_info().rss / 1e6
    print(json.dumps({"ready": taken, "memory": memory}))
    application.quit()


QTimer.singleShot(0, ready)
application.exec()
