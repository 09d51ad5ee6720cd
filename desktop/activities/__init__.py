"""Activities: the list, one activity beside it, its sessions, and the way to attendance and papers."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.queries import activities as questions
from db.queries import vocabularies
from db.queries.activities import ActivityRow, SessionRow
from db.rules.dates import stored
from desktop.desk import Desk
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, PickField, TextField
from desktop.kit.form import Form
from desktop.kit.list_page import ListPage, Words
from desktop.kit.parts import button, label, row
from desktop.kit.table import Column
from desktop.kit.wording import marked, said_when
from desktop.texts import N_, NN_, Texts

SHEET, REPORT = "attendance_sheet", "activity_report"


class ActivitiesPage(ListPage):
    """The activities of the workspace, the newest first."""

    tables = frozenset(
        {"activity", "activity_session", "activity_district", "participation", "term", "programme"}
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
        super().__init__(desk, columns(desk.t), questions.page, questions.count)

    def make_form(self) -> Form:
        from db.queries import districts

        t, desk = self.desk.t, self.desk
        form = Form(desk)
        form.add_widget(self._make_ways())
        form.add(TextField(desk, "title", t(N_("Title")), required=True))
        self._kind = ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=t(N_("Not stated")))
        self._status = ChoiceField(desk, "status_id", t(N_("Status")), [], required=True)
        form.add(self._kind, self._status)
        hint = t(N_("e.g. 8/9/2026"))
        form.add(
            DateField(desk, "starts", t(N_("Start")), hint=hint),
            DateField(desk, "ends", t(N_("End")), hint=hint),
        )
        form.add(
            PickField(
                desk,
                "district",
                t(N_("District")),
                districts.suggest,
                lambda one: f"{one.name} · {one.within}" if one.within else one.name,
                t(N_("Type some letters")),
            )
        )
        form.add(
            TextField(desk, "venue", t(N_("Venue"))), TextField(desk, "platform", t(N_("Platform")))
        )
        form.add(NumberField(desk, "participants_planned", t(N_("Participants planned"))))
        for key, title in (
            ("objective", N_("Objective")),
            ("background", N_("Background")),
            ("results", N_("Results")),
            ("lessons", N_("Lessons learned")),
            ("challenges", N_("Challenges")),
            ("recommendations", N_("Recommendations")),
        ):
            form.add(LongField(desk, key, t(title)))
        form.close_box()
        return form

    def reload(self) -> None:
        super().reload()
        read = self.desk.tasks.read
        read(self, partial(self._offer, self._kind), vocabularies.terms, "activity_kind")
        read(self, partial(self._offer, self._status), vocabularies.terms, "activity_status")

    def show_new(self) -> None:
        self._ways.hide()
        self.form.show_values({"status_id": "activity_status:planned"})

    def show_row(self, row: str) -> None:
        self.desk.tasks.read(
            self, lambda found: self._fill(row, found), _activity, row, key="draft"
        )

    def store(self, row: str | None, values: dict[str, Any]) -> None:
        self.desk.tasks.call(self, lambda _: self._store(row, values), _ready)

    def remove(self, row: str) -> None:
        from db.edits import activities as edits

        self.desk.tasks.edit(self, self._removed, edits.remove, row)

    def add_session(self) -> None:
        """Plan one more session, on the day after the last one where that is known."""
        if self._row is not None:
            self.desk.tasks.call(self, lambda _: self._add_session(), _ready)

    def _make_ways(self) -> QWidget:
        """Buttons that lead on from an activity, and its sessions."""
        t, icons, theme = self.desk.t, self.desk.icons, self.desk.theme
        self._ways = QWidget()
        box = QVBoxLayout(self._ways)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(8))
        attendance = button(
            t(N_("Participants and attendance")),
            lambda: self._go("attendance"),
            icons,
            icon="clipboard-check",
            kind="primary",
        )
        papers = button(t(N_("Papers")), lambda: self._go("reports"), icons, icon="printer")
        self._sessions = label("", "muted", wrap=True)
        session = button(t(N_("Add session")), self.add_session, icons, icon="plus")
        box.addWidget(attendance)
        box.addLayout(row(papers, session, spacing=theme.px(8)))
        box.addWidget(self._sessions)
        self._ways.hide()
        return self._ways

    @property
    def sessions_label(self) -> QLabel:
        """What the page says about the sessions."""
        return self._sessions

    def _go(self, page: str) -> None:
        if self._row is not None:
            self.desk.navigation.go(page, self._row)

    def _offer(self, field: ChoiceField, terms: list[vocabularies.TermRow]) -> None:
        field.set_options([(term.id, self.desk.t.label(term.label)) for term in terms])

    def _add_session(self) -> None:
        from db.edits import activities as edits

        draft = edits.SessionDraft(activity_id=self._row, date=self._next_day)
        said = self.desk.t(N_("Session added"))
        self.desk.tasks.edit(
            self,
            lambda _: self.done(str(self._row), said),
            edits.add_session,
            draft,
            refused=self.form.refused,
        )

    def _store(self, row: str | None, values: dict[str, Any]) -> None:
        from db.edits import activities as edits

        refused = self.form.refused
        said = self.desk.t(N_("Activity saved"))
        district = values.pop("district")
        if row is None:
            draft = edits.ActivityDraft(**values, districts=[district] if district else [])
            self.desk.tasks.edit(
                self, lambda new: self.done(new, said), edits.add, draft, refused=refused
            )
            return
        for key, value in values.items():
            setattr(self._draft, key, value)
        if district not in self._draft.districts:
            self._draft.districts = [district] if district else []
        self.desk.tasks.edit(
            self, lambda _: self.done(row, said), edits.change, row, self._draft, refused=refused
        )

    def _fill(self, row: str, found: Any) -> None:
        if found is None or row != self._row:
            return
        self._draft, district, sessions = found
        values = {key: getattr(self._draft, key) for key in self.form.fields if key != "district"}
        values["district"] = district
        self.form.heading.setText(self._draft.title)
        self.form.show_values(values)
        self._next_day = _day_after(sessions, self._draft.starts)
        self._sessions.setText(self._said_sessions(sessions))
        self._ways.show()

    def _said_sessions(self, sessions: list[SessionRow]) -> str:
        t = self.desk.t
        if not sessions:
            return t(N_("No sessions yet: attendance is recorded per session."))
        lines = []
        for session in sessions:
            date = stored(session.date)
            parts = [
                t(N_("Session {number}"), number=session.number),
                t.date(date.first, date.precision) if date else "",
                session.topic or "",
            ]
            lines.append(" · ".join(part for part in parts if part))
        return "\n".join(lines)

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
    import db.edits.activities  # noqa: F401


def _activity(reader: Any, row: str) -> Any:
    from db.edits import activities as edits
    from db.queries import districts

    draft = edits.draft(reader, row)
    if draft is None:
        return None
    district = districts.named(reader, draft.districts[0]) if draft.districts else None
    return (
        draft,
        (district.id, district.name) if district else None,
        questions.sessions(reader, row),
    )
