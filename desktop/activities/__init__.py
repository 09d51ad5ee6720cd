"""Activities: the list, one of them beside it, and the ways to everything about it."""

from functools import partial
from pathlib import Path
from typing import Any

from db.queries import activities as questions
from db.queries.activities import ActivityRow
from desktop.activities.form import ActivityForm
from desktop.desk import Desk
from desktop.kit import files, picks
from desktop.kit.drops import FileDrop
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_when
from desktop.texts import N_, NN_, Texts

ON = "+on:"  # a place that begins an activity on a day


class ActivitiesPage(ListPage):
    """The activities of the workspace, the newest first."""

    tables = frozenset(
        {
            *("activity", "activity_session", "activity_district", "activity_organization"),
            *("participation", "term", "programme", "signatory"),
        }
    )
    listing = questions.LISTING
    form_class = ActivityForm
    settings = (
        Setting("status_id", N_("Status"), "activity_status"),
        Setting("programme_id", N_("Programme"), pick=lambda _: picks.programmes()),
        Setting("kind_id", N_("Kind"), "activity_kind"),
    )
    words = Words(
        title=N_("Activities"),
        new=N_("New activity"),
        search=N_("Search title, theme or venue"),
        icon="calendar-days",
        empty=N_("No activities yet"),
        empty_sentence=N_(
            "Plan the first workshop: give it a title and a date, then add sessions and participants."
        ),
        counted=NN_("{n} activity", "{n} activities"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        taken_in = button(desk.t(N_("Import a list")), self._import, desk.icons, icon="upload")
        self.buttons.put_first(taken_in)
        for page, title in (
            ("activity", N_("Open this activity")),
            ("attendance", N_("Take the attendance")),
            ("reports", N_("Papers of this activity")),
        ):
            keys = {"activity": "Ctrl+Return", "attendance": "F7", "reports": "F8"}[page]
            self.command(title, keys, partial(self._go, page))

    def connect_form(self, form: Any) -> None:
        form.going.connect(self._go)
        FileDrop(form, files.PHOTOS | files.DOCUMENTS, self.add_files)

    def open(self, row: str | None) -> None:
        if row is not None and row.startswith(ON):
            self.add()
            day = row.removeprefix(ON)
            self.form.show_new(starts=day, ends=day)
        else:
            super().open(row)

    def add_files(self, paths: list[Path]) -> None:
        """Keep photos and documents with the activity that is shown."""
        if self._row is not None:
            files.keep(self.desk, self, "activity", self._row, paths)

    def _import(self) -> None:
        self.desk.navigation.go("imports", f"activity:{self._row}" if self._row else None)

    def _go(self, page: str) -> None:
        if self._row is not None:
            self.desk.navigation.go(page, self._row)


def columns(t: Texts) -> tuple[Column[ActivityRow], ...]:
    """What the list shows of an activity."""
    return (
        Column(
            t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True, key="title"
        ),
        Column(t(N_("Date")), lambda row: said_when(t, row.starts, row.ends), 180, key="when"),
        Column(t(N_("District")), lambda row: row.places or "", 150, spare=True, key="places"),
        Column(t(N_("Status")), lambda row: t.label(row.status), 160, key="status"),
        Column(
            *(t(N_("Sessions")), lambda row: t.number(row.sessions), 84),
            right=True,
            spare=True,
            key="sessions",
        ),
        Column(t(N_("People")), lambda row: t.number(row.registered), 70, right=True, key="people"),
        Column(t(N_("Kind")), lambda row: t.label(row.kind), 150, extra=True, key="kind"),
        Column(
            t(N_("Programme")), lambda row: row.programme or "", 180, extra=True, key="programme"
        ),
    )
