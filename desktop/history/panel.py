"""What one edit did, row by row in words, and the way to take it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from db.queries import history as questions
from db.queries.history import EditCard, EditRow, Moved, TouchedRow
from db.queries.record_names import THINGS
from db.queries.records import Field
from desktop.desk import Desk
from desktop.kit.parts import button, icon_button, label, row
from desktop.kit.places import place_of
from desktop.kit.story import Story, html, linked
from desktop.kit.wording import VEILED, field_name, local_time
from desktop.texts import N_, NN_, Texts
from exports.kit.fields import said, table_words

KINDS = {"edit": "", "undo": N_("undone"), "redo": N_("done again"), "setup": "", "erase": ""}
WHAT = {
    "added": N_("Added"),
    "changed": N_("Changed"),
    "removed": N_("Removed"),
    "restored": N_("Brought back"),
}
MORE = NN_("… and {n} more change", "… and {n} more changes")
FINAL = {
    "erase": N_("Somebody was erased for ever. This cannot be undone."),
    "setup": N_("This came with the workspace itself. It cannot be undone."),
}
UNDONE = N_("Undone: {what}")
NOTHING = "–"


class EditPanel(QFrame):
    """Shown where others have a form: the past is read, not written."""

    stored = Signal(str)
    gone = Signal()
    left = Signal()
    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row: str | None = None
        t, px = desk.t, desk.theme.px
        box = QVBoxLayout(self)
        box.setContentsMargins(px(20), px(20), px(8), px(8))
        box.setSpacing(px(8))
        self.heading = label("", "heading", wrap=True)
        close = icon_button(t(N_("Close")), "x", self.left.emit, desk.icons)
        box.addLayout(row(self.heading, close))
        self.about = label("", "muted", wrap=True)
        self.undo_button = button(
            t(N_("Undo this change")), self._undo, desk.icons, icon="undo-2", kind="primary"
        )
        self.text = Story(desk.theme)
        self.text.setAccessibleName(t(N_("What was changed")))
        self.text.followed.connect(self._follow)
        box.addWidget(self.about)
        box.addLayout(row(self.undo_button, None))
        box.addWidget(self.text, 1)

    def show_row(self, row: str) -> None:
        """Show an edit."""
        self.row = row
        self._desk.tasks.read(
            *(self, self._show, questions.card, row),
            veiled=not self._desk.guard.unlocked,
            key="card",
        )

    def show_new(self) -> None:
        """Nothing is written into the past."""

    def flush(self) -> None:
        """Nothing is typed here."""

    def focus(self) -> None:
        """Give the keyboard to what was changed."""
        self.text.setFocus()

    def _show(self, card: EditCard | None) -> None:
        if card is None:
            self.gone.emit()
            return
        t, edit = self._desk.t, card.edit
        self.heading.setText(headline(t, edit))
        parts = (local_time(t, edit.made_at), edit.author, edit.device)
        self.about.setText(" · ".join(part for part in parts if part))
        self.undo_button.setVisible(edit.kind not in FINAL)
        self.text.setHtml(story(t, card))

    def _undo(self) -> None:
        if self.row is None:
            return
        t = self._desk.t

        def undone(what: str) -> None:
            self._desk.navigation.say(t(UNDONE, what=t(what)), undoable=True)

        self._desk.tasks.undo(self, undone, edit=self.row)

    def _follow(self, place: str) -> None:
        table, _, one = place.partition(":")
        self._desk.navigation.go(*place_of(table, one))


def headline(t: Texts, edit: EditRow) -> str:
    """What was done, and whether that was taking something back."""
    kind = t(KINDS.get(edit.kind, ""))
    return f"{t(edit.label)} ({kind})" if kind else t(edit.label)


def story(t: Texts, card: EditCard) -> str:
    """Row by row what an edit did, as HTML; every text of users is escaped."""
    why = FINAL.get(card.edit.kind)
    parts = [f'<p class="muted">{html(t(why))}</p>'] if why else []
    parts += [_row(t, one) for one in card.rows]
    if card.left:
        parts.append(f'<p class="muted">{html(t.count(*MORE, card.left))}</p>')
    return "".join(parts)


def _row(t: Texts, one: TouchedRow) -> str:
    kind = table_words(t, one.table)
    link = (one.table, one.id) if one.table in THINGS else None
    title = linked(t.label(one.label), link) if one.label else html(kind)
    about = t(WHAT[one.what]) if one.label is None else f"{kind} · {t(WHAT[one.what])}"
    lines = [_moved(t, one, moved) for moved in one.fields]
    told = "".join(f'<p class="value">{line}</p>' for line in lines if line)
    return f'<h3>{title}</h3><p class="muted">{html(about)}</p>{told}'


def _moved(t: Texts, one: TouchedRow, moved: Moved) -> str:
    name = html(field_name(t, one.table, moved.column))
    if moved.veiled:
        return f'{name}: <span class="muted">{html(t(VEILED))}</span>'
    before, after = (_said(t, one.table, side) for side in (moved.before, moved.after))
    if one.what == "added":
        return f"{name}: {after}" if moved.after is not None else ""
    return f"{name}: {before} → {after}"


def _said(t: Texts, table: str, field: Field | None) -> str:
    return NOTHING if field is None else linked(said(t, table, field), field.link)
