"""A file that came: what it would bring, before anything is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QGridLayout

from db.errors import UserError
from db.queries.duplicates import PairRow
from desktop.desk import Desk
from desktop.kit.parts import Panel, button, empty_out, label, row
from desktop.kit.wording import local_time
from desktop.texts import N_, NN_, Texts

FROM = N_("File from {sender}")
MADE_ON = N_("Made on {when}")
NOTHING_NEW = N_("Everything in this file is here already.")
CONFLICTS = NN_(
    "{n} entry differs from what was entered here; both are kept, and you decide.",
    "{n} entries differ from what was entered here; both are kept, and you decide.",
)
ALIKE = NN_(
    "{n} new member may be known here already.", "{n} new members may be known here already."
)
BY = NN_("{name}, {device}: {n} change", "{name}, {device}: {n} changes")
TAKEN = NN_("{n} change was taken in.", "{n} changes were taken in.")
PAIR = N_("{new} · {there} ≈ {known} · {here}")
PAIRS = 5  # that are named; all of them are listed once the file is taken in
TO_DECIDE = NN_("{n} entry to decide", "{n} entries to decide")
TWICE = NN_("{n} member may be here twice", "{n} members may be here twice")
UNKNOWN = N_("Unnamed")


class IncomingPanel(Panel):
    """Looks into a file; ``close``: away with the panel."""

    def __init__(self, desk: Desk, close: Callable[[], None]) -> None:
        super().__init__(desk.theme)
        self._desk, self._close = desk, close
        self._data = b""
        self._alike = 0
        t, icons = desk.t, desk.icons
        self.heading = label("", "heading", wrap=True)
        self.made = label("", "muted", wrap=True)
        self.said = label("", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.counts = QGridLayout()
        self.take = button(
            t(N_("Take in")), lambda: self._merge(sure=False), icons, icon="check", kind="primary"
        )
        go = desk.navigation.go
        self.decide = button("", lambda: go("conflicts"), icons)
        self.twice = button("", lambda: go("duplicates"), icons)
        self.sure = button(t(N_("Take it in all the same")), lambda: self._merge(sure=True), icons)
        close_button = button(t(N_("Close")), close, icons, kind="ghost")
        self.add(self.heading, self.made, self.problem, self.counts, self.said)
        self.add(row(self.take, self.sure, None), self.decide, self.twice, close_button)
        self.close_box()

    def look(self, path: Path) -> None:
        """Ask what a file would bring."""
        self._show_nothing()
        self.heading.setText(path.name)

        def read(database: Any) -> tuple[bytes, Any]:
            from db.sync import package

            data = package.read_file(path)
            return data, database.preview(data)

        self._desk.tasks.call(self, self._show, read, self._refused)

    def _show(self, answer: tuple[bytes, Any]) -> None:
        t = self._desk.t
        self._data, (found, self._alike, pairs) = answer
        sender = " · ".join(filter(None, (found.sender, found.owner)))
        self.heading.setText(t(FROM, sender=sender))
        self.made.setText(t(MADE_ON, when=local_time(t, found.made_at)))
        self.made.setVisible(True)
        self._show_counts(found)
        said = [
            t.count(*BY, one.changes, name=one.name or t(UNKNOWN), device=one.device)
            for one in found.authors
        ]
        if found.conflicts:
            said.append(t.count(*CONFLICTS, found.conflicts))
        if self._alike:
            said.append(t.count(*ALIKE, self._alike))
            said += [_alike(t, pair) for pair in pairs[:PAIRS]]
        self.said.setText("\n".join(said) if found.changes else t(NOTHING_NEW))
        self.take.setVisible(True)
        self.take.setFocus()

    def _show_counts(self, found: Any) -> None:
        from exports.kit.field_words import TABLES

        t = self._desk.t
        heads = ("", t(N_("New")), t(N_("Changed")))
        lines = [
            (t(TABLES.get(table, table)), t.number(one.new), t.number(one.changed))
            for table, one in found.things.items()
        ]
        for number, cells in enumerate([heads, *lines] if lines else []):
            for place, text in enumerate(cells):
                self.counts.addWidget(label(text, "label" if number == 0 else ""), number, place)
        self.counts.setColumnStretch(0, 1)

    def _merge(self, *, sure: bool) -> None:
        data = self._data
        self._desk.tasks.call(
            self,
            self._merged,
            lambda database: database.merge(data, clock_is_right=sure),
            self._refused,
            announces=True,
        )

    def _merged(self, found: Any) -> None:
        """What came asks for nothing more, or the next steps are shown."""
        t = self._desk.t
        said = t.count(*TAKEN, found.changes)
        self._desk.navigation.say(said)
        if not found.conflicts and not self._alike:
            self._close()
            return
        self._show_nothing()
        self.said.setText(said)
        for step, text, number in (
            (self.decide, TO_DECIDE, found.conflicts),
            (self.twice, TWICE, self._alike),
        ):
            step.setText(t.count(*text, number))
            step.setAccessibleName(step.text())
            step.setVisible(number > 0)
        (self.decide if found.conflicts else self.twice).setFocus()

    def _refused(self, refusal: UserError) -> None:
        facts = {
            name: local_time(self._desk.t, str(value)) if name in ("theirs", "ours") else value
            for name, value in refusal.facts.items()
        }
        self.problem.setText(self._desk.t(refusal.text, **facts))
        self.problem.setVisible(True)
        self.take.setVisible(False)
        self.sure.setVisible("theirs" in refusal.facts)

    def _show_nothing(self) -> None:
        empty_out(self.counts)
        self.said.setText("")
        for hidden in (self.made, self.problem, self.take, self.sure, self.decide, self.twice):
            hidden.setVisible(False)


def _alike(t: Texts, pair: PairRow) -> str:
    """Somebody who came, beside the one who is known."""
    there, here = (
        one.organization or one.district or t(N_("not stated")) for one in (pair.first, pair.second)
    )
    return t(PAIR, new=pair.first.shown, there=there, known=pair.second.shown, here=here)
