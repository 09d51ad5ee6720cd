"""Activities: the list, one activity beside it, its sessions and files, and the way to attendance and papers."""

from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries import activities as questions
from db.queries import vocabularies
from db.queries.activities import ActivityRow, SessionRow
from db.rules.dates import stored
from desktop.activities import files
from desktop.activities import form as fields
from desktop.activities.files import FileForm
from desktop.activities.sessions import SessionForm
from desktop.activities.sessions import lines as session_lines
from desktop.desk import Desk
from desktop.kit.drops import FileDrop
from desktop.kit.fields import ChoiceField
from desktop.kit.form import Form
from desktop.kit.links import Links
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button, row
from desktop.kit.rows_field import RowsField
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_when
from desktop.texts import N_, NN_, Texts

ADDED = NN_("{n} file added", "{n} files added")


class ActivitiesPage(ListPage):
    """The activities of the workspace, the newest first."""

    tables = frozenset(
        {
            *("activity", "activity_session", "activity_district", "attachment"),
            *("participation", "term", "programme"),
        }
    )
    table_name = "activity"
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
        super().__init__(desk, columns(desk.t), questions.page, questions.count)

    def make_form(self) -> Form:
        form = Form(self.desk)
        form.add_widget(self._make_ways())
        fields.add_fields(self.desk, form)
        form.close_box()
        return form

    def reload(self) -> None:
        super().reload()
        self.desk.tasks.read(self, self._offer, _choices, key="choices")

    def show_new(self) -> None:
        self._ways.hide()
        self.form.show_values(
            {
                "status_id": "activity_status:planned",
                "sensitivity": "internal",
                "completion_share": 80,
            }
        )

    def show_row(self, row: str) -> None:
        self.desk.tasks.read(
            self, lambda found: self._fill(row, found), _activity, row, key="draft"
        )

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        from db.edits import activities as edits

        self.desk.tasks.edit(self, self._removed, edits.remove, row)

    @cached_property
    def session_form(self) -> SessionForm:
        """Made when a session is opened first."""
        return SessionForm(self.desk)

    @cached_property
    def file_form(self) -> FileForm:
        """Made when a file is opened first."""
        return FileForm(self.desk)

    def edit_session(self, session: str) -> None:
        """The form of a session; of a new one on the day after the last where nothing is named."""
        self.show_child(self.session_form)
        if session:
            self.session_form.show_row(session)
        else:
            self.session_form.show_new(activity_id=self._row, date=self._next_day)

    def edit_file(self, file: str) -> None:
        """The form of a file, or the question which files to add."""
        if file:
            self.show_child(self.file_form)
            self.file_form.show_row(file)
            return
        chosen = self.desk.dialogs.open_file(self.desk.t(N_("Add files")), files.KINDS)
        if chosen is not None:
            self.add_files([chosen])

    def add_files(self, paths: list[Path]) -> None:
        """Keep photos and documents with the activity that is shown."""
        activity = self._row
        if activity is None:
            return

        def keep(found: list[tuple[str, bytes]]) -> None:
            self.desk.tasks.call(self, lambda _: self._keep(activity, found), _ready)

        self.desk.tasks.render(self, keep, files.contents, paths, refused=self.form.refused)

    def _make_ways(self) -> QWidget:
        """Buttons that lead on from an activity, its sessions and its files."""
        desk, t = self.desk, self.desk.t
        icons, px = desk.icons, desk.theme.px
        self._ways = QWidget()
        box = QVBoxLayout(self._ways)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        attendance = button(
            t(N_("Participants and attendance")),
            lambda: self._go("attendance"),
            icons,
            icon="clipboard-check",
            kind="primary",
        )
        papers = button(t(N_("Papers")), lambda: self._go("reports"), icons, icon="printer")
        taken_in = button(t(N_("Import a list")), self._import, icons, icon="upload")
        nothing = t(N_("No sessions yet: attendance is recorded per session."))
        self.sessions = Links(desk, t(N_("Sessions")), nothing, t(N_("Add session")))
        self.sessions.opened.connect(self.edit_session)
        nothing = t(N_("No photos or documents yet. Drop them here."))
        self.files = Links(desk, t(N_("Photos and files")), nothing, t(N_("Add files")))
        self.files.opened.connect(self.edit_file)
        FileDrop(self._ways, files.PHOTOS | files.DOCUMENTS, self.add_files)
        box.addWidget(attendance)
        box.addLayout(row(papers, taken_in, spacing=px(8)))
        box.addWidget(self.sessions)
        box.addWidget(self.files)
        self._ways.hide()
        return self._ways

    def _import(self) -> None:
        self.desk.navigation.go("imports", f"activity:{self._row}")

    def _go(self, page: str) -> None:
        if self._row is not None:
            self.desk.navigation.go(page, self._row)

    def _offer(self, choices: dict[str, list[tuple[str, Any]]]) -> None:
        t, form = self.desk.t, self.form
        for key, options in choices.items():
            named = [
                (row, t.label(said) if isinstance(said, tuple) else said) for row, said in options
            ]
            field = form.fields[key]
            if isinstance(field, ChoiceField):
                field.set_options(named)
            elif isinstance(field, RowsField):
                field.set_options("role", named)

    def _keep(self, activity: str, found: list[tuple[str, bytes]]) -> None:
        from db.edits import attachments

        said = self.desk.t.count(*ADDED, len(found))
        self.desk.tasks.edit(
            self,
            lambda _: self.done(activity, said),
            attachments.add_many,
            files.drafts(activity, found),
            refused=self.form.refused,
        )

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import activities as edits

        refused = self.form.refused
        said = self.desk.t(N_("Activity saved"))
        values = fields.typed(values, self._draft.signatories if row is not None else ())
        if row is None:
            draft = edits.ActivityDraft(**values)
            self.desk.tasks.edit(
                self, lambda new: self.done(new, said), edits.add, draft, refused=refused
            )
            return
        for key, value in values.items():
            setattr(self._draft, key, value)
        self.desk.tasks.edit(
            self, lambda _: self.done(row, said), edits.change, row, self._draft, refused=refused
        )

    def _fill(self, row: str, found: Any) -> None:
        if found is None or row != self._row:
            return
        t = self.desk.t
        self._draft, names, sessions, kept = found
        values = {key: getattr(self._draft, key) for key in self.form.fields}
        self.form.heading.setText(self._draft.title)
        self.form.show_values({**values, **fields.shown(self._draft, names)})
        self._next_day = _day_after(sessions, self._draft.starts)
        self.sessions.show_lines(session_lines(t, sessions))
        self.files.show_lines(files.lines(t, kept))
        self._ways.show()

    def _removed(self, _: Any) -> None:
        self.hide_detail()
        self.desk.navigation.say(self.desk.t(N_("Activity removed")), undoable=True)


def columns(t: Texts) -> tuple[Column[ActivityRow], ...]:
    """What the list shows of an activity."""
    return (
        Column(t(N_("Title")), lambda row: marked(t, row.title, row.sample), strong=True),
        Column(t(N_("Date")), lambda row: said_when(t, row.starts, row.ends), 180),
        Column(t(N_("District")), lambda row: row.places or "", 150, spare=True),
        Column(t(N_("Status")), lambda row: t.label(row.status), 120),
        Column(t(N_("Sessions")), lambda row: t.number(row.sessions), 84, right=True, spare=True),
        Column(t(N_("People")), lambda row: t.number(row.registered), 70, right=True),
    )


def _day_after(sessions: list[SessionRow], starts: str | None) -> str | None:
    import datetime as dt

    last = stored(sessions[-1].date) if sessions else None
    if last is not None:
        return (last.last + dt.timedelta(days=1)).isoformat()
    return starts if starts and "~" not in starts else None


def _ready(_: Any) -> None:
    """Load the table classes in the queue of the database, where they hold nobody up."""
    import db.edits.activities
    import db.edits.attachments  # noqa: F401


def _activity(reader: Any, row: str) -> Any:
    from db.edits import activities as edits
    from db.queries import attachments, districts

    draft = edits.draft(reader, row)
    if draft is None:
        return None
    places = (districts.named(reader, one) for one in draft.districts)
    names = {place.id: place.name for place in places if place is not None}
    names.update(
        (one.organization_id, one.organization) for one in questions.organizations(reader, row)
    )
    return draft, names, questions.sessions(reader, row), attachments.of(reader, row)


def _choices(reader: Any) -> dict[str, list[tuple[str, Any]]]:
    from db.queries import records

    found: dict[str, list[tuple[str, Any]]] = {
        field: [(term.id, term.label) for term in vocabularies.terms(reader, vocabulary)]
        for field, vocabulary in {**fields.VOCABULARIES, "organizations": fields.ROLES}.items()
    }
    programmes = records.page(reader, table="programme", limit=500)
    found["programme_id"] = [(one.id, one.label) for one in programmes]
    return found
