"""One line of the file: what was understood, whom it may mean, and what the user says to it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.errors import UserError
from db.queries import districts
from desktop.desk import Desk
from desktop.imports.lines import TWIN, named, to_look_at
from desktop.kit import picks
from desktop.kit.fields import ChoiceField, DateField, Field, TextField
from desktop.kit.form import Form
from desktop.kit.parts import button, label, row
from desktop.kit.sides import Sides
from desktop.kit.wording import SEXES, said_date
from desktop.texts import N_

SAME, LEAVE_OUT = N_("Same person"), N_("Leave out")
SIMILAR = N_("{percent} likely the same as:")
DATES = frozenset({"birth", "starts", "ends"})
HERE, THERE = N_("In the file"), N_("In Rembuk")


class LinePanel(QFrame):
    """``decided``: place of the line and SAME, OTHER, LEAVE_OUT or None; ``corrected``: place, field → value."""

    decided = Signal(object, object)
    corrected = Signal(object, object)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("detail")
        self._desk = desk
        self._line: Any = None
        self._target = ""
        t, icons = desk.t, desk.icons
        self.same_button = button(t(SAME), lambda: self._say("same"), icons)
        self.other_button = button(t(N_("Somebody else")), lambda: self._say("other"), icons)
        self.skip_button = button(t(LEAVE_OUT), lambda: self._say("leave_out"), icons)
        self.back_button = button(t(N_("Ask again")), lambda: self._say(None), icons)
        self._findings = label("", "muted", wrap=True)
        self._likely = label("", "label", wrap=True)
        self._faces = Sides(desk)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.form = Form(desk)
        # They come into the form of the first line; where none comes they go with this panel.
        waiting = QWidget(self)
        waiting.hide()
        steps = (self.same_button, self.other_button, self.skip_button, self.back_button)
        for widget in (*steps, self._findings, self._likely, self._faces, self.form):
            widget.setParent(waiting)

    def show_line(self, line: Any, target: str) -> None:
        """Show a line; its fields depend on what the file lists."""
        if target != self._target:
            self._make_form(target)
        self._line = line
        t = self._desk.t
        self.form.heading.setText(named(line) or t(N_("Line {number}"), number=line.line))
        said = to_look_at(t, line) if line.findings else ""
        self._findings.setText(said)
        self._findings.setVisible(bool(said))
        match = line.match
        self.same_button.setVisible(match is not None and line.action == "doubt")
        self.other_button.setVisible(
            match is not None and line.action in ("doubt", "link", "update")
        )
        self.skip_button.setVisible(line.action != "skip")
        self.back_button.setVisible(line.action == "skip" and line.number is not None)
        returned = line.touched is not None
        self.same_button.setText(t(N_("Take what the file says") if returned else SAME))
        self.skip_button.setText(t(N_("Keep what is here") if returned else LEAVE_OUT))
        for made in (self.same_button, self.skip_button):
            made.setAccessibleName(made.text())
        if returned:
            self.other_button.hide()
        self._likely.setVisible(match is not None and not returned)
        self._faces.setVisible(False)
        if match is not None:
            said = t(SIMILAR, percent=t.percent(match.probability))
            if match.id is None and match.line is not None:
                said = t(TWIN, line=match.line)
            self._likely.setText(said[:1].upper() + said[1:])
        values = {key: line.fields.get(key) for key in self.form.fields}
        self.form.show_values({**values, "district": None, "district_id": None})
        self._desk.tasks.read(self, self._show_known, _known, line, target, key="known")

    def _make_form(self, target: str) -> None:
        self._target = target
        self._box.removeWidget(self.form)
        # What stands above the fields goes along into the next form.
        for widget in (self._findings, self._likely, self._faces):
            widget.setParent(None)
        self.form.deleteLater()
        desk = self._desk
        self.form = Form(desk, removable=False)
        self.form.save_button.setText(desk.t(N_("Correct this line")))
        self.form.cancel_button.setText(desk.t(N_("Close")))
        self.form.saved.connect(self._correct)
        self.form.left.connect(self.closed)
        for widget in (self._findings, self._likely, self._faces):
            self.form.add_widget(widget)
        ways = QWidget()
        ways.setLayout(
            row(self.same_button, self.other_button, self.skip_button, self.back_button, None)
        )
        self.form.add_widget(ways)
        for field in self._fields(target):
            self.form.add(field)
        self.form.close_box()
        self._box.addWidget(self.form)

    def _fields(self, target: str) -> list[Field]:
        t, desk = self._desk.t, self._desk

        def text(key: str, title: str) -> Field:
            return TextField(desk, key, t(title))

        def district(key: str) -> Field:
            return picks.field(desk, key, t(N_("District")), picks.districts())

        if target == "organizations":
            return [
                text("name", N_("Name")),
                text("acronym", N_("Acronym")),
                district("district_id"),
                text("contact_name", N_("Contact person")),
                text("phone", N_("Phone")),
                text("email", N_("E-mail")),
                text("address", N_("Address")),
            ]
        if target == "activities":
            return [
                text("title", N_("Title")),
                text("theme", N_("Theme")),
                DateField(desk, "starts", t(N_("Start"))),
                DateField(desk, "ends", t(N_("End"))),
                text("venue", N_("Venue")),
            ]
        sexes = [(key, t(title)) for key, title in SEXES]
        return [
            text("full_name", N_("Name")),
            ChoiceField(desk, "sex", t(N_("Sex")), sexes, empty=t(N_("Not stated"))),
            DateField(desk, "birth", t(N_("Birth date"))),
            text("organization", N_("Organization")),
            text("position", N_("Position")),
            district("district"),
            text("phone", N_("Phone")),
            text("email", N_("E-mail")),
            text("notes", N_("Notes")),
        ]

    def _show_known(self, found: Any) -> None:
        line, place, name, record = found
        if line is not self._line:
            return
        key = "district_id" if "district_id" in self.form.fields else "district"
        if key in self.form.fields:
            self.form.fields[key].show_value((place, name) if place else None)
        self._shown = self.form.read_values()
        self._compare(record, name)

    def _compare(self, record: Any, place: str | None) -> None:
        """What the file says beside what Rembuk knows; what would change is marked by an arrow."""
        from exports.kit.fields import column_words, said

        rows = self._rows(place)
        self._faces.setVisible(record is not None)
        if record is None:
            return
        t = self._desk.t
        known = {field.column: said(t, record.table, field) for field in record.fields}
        words = {
            column: column_words(t, record.table, column)
            for column in rows
            if rows[column] or column in known
        }
        changing = frozenset(words.get(one.field, "") for one in self._line.changes)
        self._faces.show_lines(
            (t(HERE), t(THERE)),
            [(word, rows[column], known.get(column, "")) for column, word in words.items()],
            changing,
        )

    def _rows(self, place: str | None) -> dict[str, str]:
        """What the line says, by the columns of the row that it may mean."""
        t, get = self._desk.t, self._line.fields.get
        if self._target in ("organizations", "activities"):
            rows = {key: str(get(key) or "") for key in self.form.fields}
        else:
            rows = {
                "name": str(get("full_name") or ""),
                "sex": next((t(title) for key, title in SEXES if key == get("sex")), ""),
                "birth": said_date(t, get("birth")),
                "organization_id": str(get("organization") or ""),
                **{key: str(get(key) or "") for key in ("position", "phone", "email", "village")},
                "district_id": "",
            }
        if "district_id" in rows:
            rows["district_id"] = place or ""
        return {
            key: said_date(t, value) if key in ("starts", "ends") else value
            for key, value in rows.items()
        }

    def _say(self, decision: str | None) -> None:
        self.decided.emit((self._line.sheet, self._line.line), decision)

    def _correct(self, values: dict[str, Any]) -> None:
        """Hand on what the user changed, as it is stored."""
        changed = {key: value for key, value in values.items() if value != self._shown.get(key)}
        for key in changed:
            try:
                changed[key] = _as_stored(key, changed[key])
            except UserError as refusal:
                self.form.fields[key].tell(self._desk.t(refusal.text, **refusal.facts))
                self.form.fields[key].setFocus()
                return
        if changed:
            self.corrected.emit((self._line.sheet, self._line.line), changed)


def _as_stored(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key in DATES:
        from db.rules.dates import PartialDate

        date = PartialDate.parse(value)
        return date.end_text() if key == "ends" else date.start_text()
    if key == "phone":
        from db.rules.phones import normalise

        return normalise(value)
    return value


TABLES = {"organizations": "organization", "activities": "activity"}


def _known(reader: Any, line: Any, target: str) -> Any:
    """The line again, its district with its name, and the row that it may mean."""
    from db.queries import records

    place = line.fields.get("district_id") or line.fields.get("district")
    name = None
    if place and "|" not in place:
        found = districts.named(reader, place)
        name = found.name if found else None
    record = None
    if line.match is not None and line.match.id is not None:
        record = records.record(reader, TABLES.get(target, "person"), line.match.id)
    return line, place if name else None, name, record
