"""The first activity, step by step: what is done already is ticked, the next step is one click away."""

from collections.abc import Mapping
from functools import partial

from desktop.desk import Desk
from desktop.kit.parts import Card, button, label
from desktop.kit.places import NEW
from desktop.texts import N_

# What is counted, what is to be done, the page where it is done, and its row.
STEPS = (
    ("organizations", N_("Write down the first organization"), "organizations", NEW),
    ("people", N_("Register the first members"), "people", NEW),
    ("activities", N_("Plan the first activity"), "activities", NEW),
    ("sessions", N_("Add its sessions"), "sessions", None),
    ("participations", N_("Put people on its list"), "participants", None),
    ("attendances", N_("Take the attendance"), "attendance", None),
)
PRINTED = N_("Print the attendance sheet")


class Guide(Card):
    """Goes away by itself once everything was done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        t = desk.t
        self._activity: str | None = None
        self.box.addWidget(label(t(N_("Your first activity, step by step")), "heading"))
        self._steps = {}
        for key, title, page, row in STEPS:
            made = button(t(title), partial(self._go, page, row), desk.icons, kind="line")
            self._steps[key] = (made, t(title))
            self.box.addWidget(made)
        self.box.addWidget(
            button(t(PRINTED), partial(self._go, "reports", None), desk.icons, kind="line")
        )
        self.hide()

    def show_counts(self, counts: Mapping[str, int], activity: str | None) -> None:
        """What there is; ``activity``: the one that the later steps are about."""
        self._activity = activity
        done = [key for key, *_ in STEPS if counts[key]]
        for number, (key, *_) in enumerate(STEPS, start=1):
            made, title = self._steps[key]
            sign = "✓" if key in done else str(number)
            made.setText(f"{sign}   {title}")
            said = self._desk.t(N_("Done: {what}"), what=title) if key in done else title
            made.setAccessibleName(said)
            made.setEnabled(
                bool(activity) or key not in ("sessions", "participations", "attendances")
            )
        self.setVisible(len(done) < len(STEPS))

    def _go(self, page: str, row: str | None) -> None:
        self._desk.navigation.go(page, row or self._activity)
