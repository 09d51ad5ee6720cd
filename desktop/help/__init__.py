"""Help inside the program: short topics in both languages, in the words that the screens use."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QTextBrowser

from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.parts import Card
from desktop.texts import N_
from resources import resource

WIDEST = 760  # pixels of the design: longer lines are hard to read
LEAST = 180  # pixels of the design that the topics take


@dataclass(frozen=True, slots=True)
class Topic:
    """``key``: the page that it explains; ``text``: Markdown."""

    key: str
    title: str
    text: str


def topics(language: str) -> list[Topic]:
    """What there is to read in a language, in its order."""
    found = []
    for part in resource(f"help/{language}.md").read_text("utf-8").split("# ")[1:]:
        head, _, text = part.partition("\n")
        key, title = (one.strip() for one in head.split("|"))
        found.append(Topic(key, title, text.strip()))
    return found


class HelpPage(Page):
    """Topics on the left, the chosen one beside them. A row is the page that is asked about."""

    tables = frozenset({"nothing"})

    def __init__(self, desk: Desk) -> None:
        t, px = desk.t, desk.theme.px
        super().__init__(desk, t(N_("Help")))
        self.subtitle.setText(t(N_("Ctrl+K finds anything, F1 lists the keys of a page.")))
        self._topics = topics(t.language)
        self.list = QListWidget()
        self.list.setObjectName("parts")
        self.list.setAccessibleName(t(N_("Topics")))
        self.list.addItems([topic.title for topic in self._topics])
        self.text = QTextBrowser()
        self.text.setAccessibleName(t(N_("Help")))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        card = Card(desk.theme, padding=20)
        card.setMaximumWidth(px(WIDEST))
        card.box.addWidget(self.text)
        across = QHBoxLayout()
        across.setSpacing(px(16))
        across.addWidget(self.list)
        across.addWidget(card, 100)
        across.addStretch(1)
        self.box.addLayout(across, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Topics are measured in the look of the window, which comes when the page comes into it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            px = self.desk.theme.px
            self.list.ensurePolished()
            self.list.setFixedWidth(max(self.list.sizeHintForColumn(0) + px(12), px(LEAST)))

    def open(self, row: str | None) -> None:
        keys = [topic.key for topic in self._topics]
        if row in keys:
            self.list.setCurrentRow(keys.index(row))

    def _show(self, place: int) -> None:
        topic = self._topics[place]
        self.text.setMarkdown(f"## {topic.title}\n\n{topic.text}")
