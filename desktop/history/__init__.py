"""History: what was done, by whom and when; each of it can be read row by row, and undone."""

from typing import Any

from db.queries import history as questions
from db.queries.history import EditRow
from desktop.desk import Desk
from desktop.history.panel import EditPanel, headline
from desktop.kit.list_page import ListPage, Words
from desktop.kit.many import Step
from desktop.kit.table import Column
from desktop.kit.wording import local_time
from desktop.texts import N_, NN_, Texts
from exports.kit.field_words import TABLES


class HistoryPage(ListPage):
    """The log, as people read it."""

    listing = questions.listing(TABLES)
    form_class = EditPanel
    form_width = 440
    words = Words(
        title=N_("History"),
        new="",
        search=N_("Search what was done, or by whom"),
        icon="history",
        empty=N_("Nothing was changed yet"),
        empty_sentence=N_("Everything that is changed from now on stands here, the newest first."),
        counted=NN_("{n} change, the newest first", "{n} changes, the newest first"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))

    def steps(self) -> tuple[Step, ...]:
        return ()


def columns(t: Texts) -> tuple[Column[Any], ...]:
    """What the history shows of an edit."""

    def number(row: EditRow) -> str:
        return t.number(row.changes)

    return (
        Column(t(N_("When")), lambda row: local_time(t, row.made_at), 190, key="when"),
        Column(t(N_("What")), lambda row: headline(t, row), strong=True, key="what"),
        Column(t(N_("About")), lambda row: row.about or "", 200, key="about"),
        Column(t(N_("Who")), lambda row: row.author, 130, spare=True, key="who"),
        Column(t(N_("Computer")), lambda row: row.device, 110, spare=True, key="computer"),
        Column(t(N_("Rows")), number, 90, right=True, spare=True, key="changes"),
    )
