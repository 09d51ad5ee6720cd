"""Programmes: the list, and one of them beside it with its indicators."""

from typing import Any

from db.queries import programmes as questions
from db.queries.programmes import ProgrammeRow
from desktop.desk import Desk
from desktop.kit.list_page import ListPage, Words
from desktop.kit.places import filtered
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_when
from desktop.programmes.form import ProgrammeForm
from desktop.texts import N_, NN_, Texts


class ProgrammesPage(ListPage):
    """Programmes and their components."""

    tables = frozenset(
        {
            *("programme", "programme_district", "programme_organization", "indicator"),
            *("indicator_value", "activity"),
        }
    )
    listing = questions.LISTING
    form_class = ProgrammeForm
    words = Words(
        title=N_("Programmes"),
        new=N_("New programme"),
        search=N_("Search name, code or objective"),
        icon="target",
        empty=N_("No programmes yet"),
        empty_sentence=N_(
            "Write down the programme that pays for the work, its period and what it measures."
        ),
        counted=NN_("{n} programme", "{n} programmes"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        self.command(N_("Activities of this programme"), "Ctrl+Return", self._activities)

    def connect_form(self, form: Any) -> None:
        form.measuring.connect(self.measure)

    def measure(self, indicator: str) -> None:
        """Open an indicator, or begin a new one."""
        form = self.form.indicator_form
        self.show_child(form)
        if indicator:
            form.show_row(indicator)
        else:
            form.show_new(programme_id=self._row)

    def _activities(self) -> None:
        if self._row is not None:
            self.desk.navigation.go("activities", filtered(programme=self._row))


def columns(t: Texts) -> tuple[Column[ProgrammeRow], ...]:
    """What the list shows of a programme."""
    return (
        Column(t(N_("Name")), lambda row: marked(t, row.name, row.sample), strong=True, key="name"),
        Column(t(N_("Component of")), lambda row: row.parent or "", 180, spare=True, key="parent"),
        Column(t(N_("Funder")), lambda row: row.funder or "", 160, key="funder"),
        Column(
            *(t(N_("Period")), lambda row: said_when(t, row.starts, row.ends), 190),
            spare=True,
            key="when",
        ),
        Column(
            *(t(N_("Activities")), lambda row: t.number(row.activities), 90),
            right=True,
            key="activities",
        ),
        Column(
            *(t(N_("Indicators")), lambda row: t.number(row.indicators), 90),
            right=True,
            spare=True,
            key="indicators",
        ),
        Column(t(N_("Code")), lambda row: row.code or "", 100, extra=True, key="code"),
    )
