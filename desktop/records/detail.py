"""One record as a text with links: its fields, what nobody stated, and what hangs on it."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from db.queries.history import FieldChange
from db.queries.record_names import THINGS
from db.queries.records import Field, Hanging, HangingRow, Record
from desktop.desk import Desk
from desktop.kit.parts import button, icon_button, row
from desktop.kit.story import Story, html, linked
from desktop.kit.wording import VEILED, field_name, local_time
from desktop.texts import N_, Texts
from exports.kit.fields import column_words, headline, said, table_words

NOT_STATED = N_("Not stated: {fields}")
MORE = N_("… and {n} more, in the list of “{thing}”")
LATEST = 60  # changed fields that are shown
SAMPLE = N_("Sample – made-up data")


class Detail(QFrame):
    """``followed``: a link to ``table:id``; ``closed``; ``changing``: to the page where it is changed."""

    followed = Signal(str)
    closed = Signal()
    changing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shown: tuple[str, str] | None = None
        t, px = desk.t, desk.theme.px
        box = QVBoxLayout(self)
        box.setContentsMargins(px(12), px(14), px(4), px(8))
        box.setSpacing(px(4))
        self.change_button = button(
            t(N_("Open to change")), self.changing.emit, desk.icons, icon="pencil", kind="ghost"
        )
        close = icon_button(t(N_("Close")), "x", self.closed.emit, desk.icons)
        box.addLayout(row(self.change_button, None, close))
        self.text = Story(desk.theme)
        self.text.followed.connect(self.followed)
        box.addWidget(self.text, 1)

    def show_record(self, record: Record, changes: list[FieldChange], *, changeable: bool) -> None:
        """Everything of a record, from the top; at the end what became of it."""
        self.shown = record.table, record.id
        self.change_button.setVisible(changeable)
        self.text.setHtml(page(self._desk.t, record) + _history(self._desk.t, changes))
        self.text.setAccessibleName(self._desk.t.label(record.label))

    def leave(self) -> None:
        """Go back to the list."""
        self.closed.emit()


def page(t: Texts, record: Record) -> str:
    """The record as HTML; every text of users is escaped."""
    name = headline(t, record.table, record.label, record.fields)
    kind = table_words(t, record.table)
    parts = [
        f"<h2>{html(name)}</h2>",
        f'<p class="muted">{html(kind)}{_sample(t, made_up=record.sample)}</p>',
    ]
    for field in record.fields:
        value = said(t, record.table, field)
        if value == name:
            continue
        label = column_words(t, record.table, field.column)
        parts.append(
            f'<p class="label">{html(label)}</p><p class="value">{linked(value, field.link)}</p>'
        )
    if record.empty:
        labels = dict.fromkeys(column_words(t, record.table, column) for column in record.empty)
        fields = ", ".join(label[:1].lower() + label[1:] for label in labels)
        parts.append(f'<p class="empty">{html(t(NOT_STATED, fields=fields))}</p>')
    parts += [part for hanging in record.hanging for part in _hanging(t, hanging)]
    return "".join(parts)


def _history(t: Texts, changes: list[FieldChange]) -> str:
    """Who changed what and when, the newest first."""
    parts = [f"<h3>{html(t(N_('History')))}</h3>"] if changes else []
    for edit, group in groupby(changes[:LATEST], key=lambda one: one.edit):
        who = " · ".join(filter(None, (edit.author, edit.device)))
        parts.append(f'<p class="label">{html(f"{local_time(t, edit.made_at)} · {who}")}</p>')
        for one in group:
            said = f"{one.before or '–'} → {one.after or '–'}" if one.before else one.after or "–"
            said = t(VEILED) if one.veiled else said
            field = field_name(t, one.table, one.field)
            parts.append(f'<p class="value">{html(field)}: {html(said)}</p>')
    return "".join(parts)


def _hanging(t: Texts, hanging: Hanging) -> list[str]:
    title = table_words(t, hanging.table)
    parts = [f"<h3>{html(title)} ({t.number(hanging.total)})</h3>"]
    parts += [_hung(t, hanging, one) for one in hanging.rows]
    left = hanging.total - len(hanging.rows)
    if left:
        parts.append(f'<p class="muted">{html(t(MORE, n=t.number(left), thing=title))}</p>')
    return parts


def _hung(t: Texts, hanging: Hanging, one: HangingRow) -> str:
    """A row that ties two things together is called by its other end."""
    table = hanging.table
    name, link = headline(t, table, one.label, one.fields), None
    if table in THINGS:
        link = table, one.id
    other = next((f for f in one.fields if f.link and f.link[0] != "term"), None)
    if other is not None and (table not in THINGS or table == "participation"):
        name, link = said(t, table, other), other.link
    told = [_told(t, table, field) for field in one.fields if said(t, table, field) != name]
    rest = f'<br><span class="muted">{" · ".join(told)}</span>' if told else ""
    return f'<p class="row">{linked(name, link)}{_sample(t, made_up=one.sample)}{rest}</p>'


def _told(t: Texts, table: str, field: Field) -> str:
    label = html(column_words(t, table, field.column))
    return f"{label}: {linked(said(t, table, field), field.link)}"


def _sample(t: Texts, *, made_up: bool) -> str:
    return f' · <span class="sample">{html(t(SAMPLE))}</span>' if made_up else ""
