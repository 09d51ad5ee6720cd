"""History: what was done, by whom and when; the last of it can be undone."""

from collections.abc import Callable
from typing import Any

from db.queries import history as questions
from db.queries.history import EditRow
from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.kit.parts import Card, button
from desktop.kit.table import Column, TableModel, TableView
from desktop.kit.wording import local_time
from desktop.texts import N_, Texts

KINDS = {"edit": "", "undo": N_("undone"), "redo": N_("done again"), "setup": "", "erase": ""}


class HistoryPage(Page):
    """The log, as people read it."""

    def __init__(self, desk: Desk) -> None:
        t = desk.t
        super().__init__(desk, t(N_("History")))
        self.subtitle.setText(t(N_("Everything that was changed, the newest first.")))
        undo = button(
            t(N_("Undo last change")),
            lambda: desk.tasks.undo(self, self._undone),
            desk.icons,
            icon="undo-2",
        )
        self.head.addWidget(undo)
        self.model: TableModel[EditRow] = TableModel(columns(t), self._fetch, self)
        self.table = TableView(desk.theme, self.model, t(N_("History")))
        card = Card(desk.theme, padding=1)
        card.box.addWidget(self.table)
        self.box.addWidget(card, 1)

    def reload(self) -> None:
        self.desk.tasks.read(self, self.model.set_count, questions.count, key="count")
        self.model.restart()

    def _fetch(self, offset: int, limit: int, then: Callable[[list[Any]], None]) -> None:
        self.desk.tasks.read(
            self,
            then,
            questions.edits,
            offset=offset,
            limit=limit,
            key=f"rows {offset}",
        )

    def _undone(self, label: str) -> None:
        t = self.desk.t
        self.desk.navigation.say(t(N_("Undone: {what}"), what=t(label)))


def columns(t: Texts) -> tuple[Column[EditRow], ...]:
    """What the history shows of an edit."""

    def said(row: EditRow) -> str:
        kind = t(KINDS[row.kind])
        return f"{t(row.label)} ({kind})" if kind else t(row.label)

    return (
        Column(t(N_("When")), lambda row: local_time(t, row.made_at), 190),
        Column(t(N_("What")), said, strong=True),
        Column(t(N_("Who")), lambda row: row.author, 160),
        Column(t(N_("Computer")), lambda row: row.device, 110),
        Column(t(N_("Changes")), lambda row: t.number(row.changes), 90, right=True),
    )
