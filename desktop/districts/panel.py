"""What is known of a place: figures that lead to the lists behind them, and everything that hangs on it."""

from functools import partial

from PySide6.QtCore import Signal

from db.queries import districts as questions
from db.queries.districts import LEVELS, PlaceRow
from desktop.desk import Desk
from desktop.kit.parts import Panel, button, icon_button, label, row
from desktop.kit.places import filtered
from desktop.kit.related import Related
from desktop.texts import N_

FIGURES = (
    ("activities", N_("Activities"), "activities", "calendar-days"),
    ("members", N_("Members"), "people", "users"),
    ("organizations", N_("Organizations"), "organizations", "building-2"),
)


class DistrictPanel(Panel):
    """Shown where others have a form; places come with Rembuk and are not changed here."""

    stored = Signal(str)
    gone = Signal()
    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        t = desk.t
        self.row: str | None = None
        self.heading = label("", "heading", wrap=True)
        close = icon_button(t(N_("Close")), "x", self.left.emit, desk.icons)
        self.add(row(self.heading, close))
        self.about = label("", "muted", wrap=True)
        self.add(self.about)
        self._buttons = {}
        for key, title, page, icon in FIGURES:
            made = button(t(title), partial(self._go, page), desk.icons, icon=icon)
            self._buttons[key] = made
            self.add(made)
        self.add(
            button(
                t(N_("Profile of this district")),
                lambda: desk.navigation.go("reports", f"district_profile:{self.row}"),
                desk.icons,
                icon="file-text",
            )
        )
        self.related = Related(
            desk, "district", without=("person", "organization", "activity_district", "district")
        )
        self.add(self.related)
        self.close_box()

    def show_row(self, row: str) -> None:
        """Show a place that is there."""
        self.row = row
        self._desk.tasks.read(self, self._show, questions.place, row, key="place")
        self.related.show_row(row)

    def show_new(self) -> None:
        """No place is made here."""

    def flush(self) -> None:
        """Nothing is typed here."""

    def _show(self, found: PlaceRow | None) -> None:
        if found is None or found.id != self.row:
            return
        t = self._desk.t
        self.heading.setText(found.name)
        parts = (t(LEVELS.get(found.level, found.level)), found.within, found.id)
        self.about.setText(" · ".join(part for part in parts if part))
        for key, title, _, _ in FIGURES:
            said = f"{t(title)}: {t.number(getattr(found, key))}"
            self._buttons[key].setText(f"  {said}")
            self._buttons[key].setAccessibleName(said)

    def _go(self, page: str) -> None:
        if self.row is not None:
            self._desk.navigation.go(page, filtered(district=self.row))
