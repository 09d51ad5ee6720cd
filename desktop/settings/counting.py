"""Age bands: how the counts of every report and sheet put people into groups."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from db.queries import settings as questions
from db.rules.ages import DEFAULT_BANDS
from desktop.desk import Desk
from desktop.kit.fields import TextField
from desktop.kit.form import Form
from desktop.kit.parts import Card, label
from desktop.settings.section import FormSection
from desktop.texts import N_


class CountingSection(FormSection):
    """How the workspace counts."""

    tables = frozenset({"setting"})
    scrolls = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, theme = desk.t, desk.theme
        self.form = Form(desk, removable=False)
        self.form.heading.setText(t(N_("Age bands")))
        explained = N_(
            "Statistics, reports and attendance sheets group people by these ages. They follow at once, "
            "for past activities too. A programme with bands of its own keeps them."
        )
        self.form.add_widget(label(t(explained), "muted", wrap=True))
        self.form.add(TextField(desk, "age_bands", t(N_("Age bands")), hint=DEFAULT_BANDS))
        usual = t(N_("Empty means the usual ones: {bands}"), bands=DEFAULT_BANDS.replace(",", ", "))
        self.form.add_widget(label(usual, "muted", wrap=True))
        self.form.close_box()
        self.take(self.form)
        card = Card(theme, padding=1)
        card.setMaximumWidth(theme.px(640))
        card.setFixedHeight(theme.px(286))
        card.box.addWidget(self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        box.addStretch(1)

    def _ask(self, *, anew: bool = False) -> None:
        def show(bands: str) -> None:
            self._filled.show({"age_bands": bands}, anew=anew)

        self.desk.tasks.read(self, show, questions.age_bands, key="bands")

    def _store(self, values: dict[str, Any]) -> None:
        from db.edits import settings as edits

        draft = edits.CountingDraft(**values)
        self.desk.tasks.edit(
            self, self._stored, edits.change_counting, draft, refused=self.form.refused
        )
