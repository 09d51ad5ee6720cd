"""A session of an activity: when, about what, and who speaks."""

from collections.abc import Iterator, Sequence
from typing import Any

from db.queries import vocabularies
from db.queries.activities import SessionRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.child_form import ChildForm
from desktop.kit.fields import DateField, LongField, NumberField, TextField
from desktop.kit.rows_field import Cell, RowsField
from desktop.kit.wording import said_date
from desktop.texts import N_, Texts

SPEAKER = "role:resource_person"


class SessionForm(ChildForm):
    """A session in place of its activity."""

    edits = "db.edits.sessions"
    kind = "SessionDraft"
    saved_text = N_("Session saved")
    removed_text = N_("Session removed")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add(LongField(desk, "topic", t(N_("Topic")), lines=2))
        self.add(
            DateField(desk, "date", t(N_("Date")), hint=t(N_("e.g. 8/9/2026"))),
            NumberField(desk, "number", t(N_("Number"))),
        )
        self.add(
            TextField(desk, "start_time", t(N_("From")), hint="09.00"),
            TextField(desk, "end_time", t(N_("To")), hint="12.00"),
        )
        self._people = RowsField(
            desk,
            "people",
            t(N_("Speakers and team")),
            [Cell("role", t(N_("Role")), [])],
            pick=picks.people(),
        )
        self.add(self._people)
        for key, title in (
            ("method", N_("Method")),
            ("summary", N_("Course of the session")),
            ("materials", N_("Materials")),
        ):
            self.add(LongField(desk, key, t(title)))
        self.add(TextField(desk, "venue", t(N_("Venue"))), TextField(desk, "link", t(N_("Link"))))
        self.add(TextField(desk, "languages", t(N_("Languages"))))
        self.close_box()

    def ask_more(self, reader: Any, draft: Any) -> Any:
        from db.queries import people

        found = {row: people.row(reader, row) for row, _ in draft.people or ()}
        names = {row: one.full_name for row, one in found.items() if one is not None}
        roles = vocabularies.terms(reader, "role")
        return names, sorted(roles, key=lambda role: role.id != SPEAKER)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        names, roles = more
        self.heading.setText(headline(self._desk.t, draft.number, draft.topic))
        self._people.set_options("role", [(r.id, self._desk.t.label(r.label)) for r in roles])
        values = super().values(draft, more)
        values["people"] = [
            {"id": row, "name": names.get(row, ""), "role": role}
            for row, role in draft.people or ()
        ]
        return values

    def fill(self, draft: Any, values: dict[str, Any]) -> None:
        people = [(row["id"], row["role"]) for row in values["people"]]
        super().fill(draft, {**values, "people": people})


def headline(t: Texts, number: int | None, topic: str | None) -> str:
    """What a session is called."""
    if number is None:
        return t(N_("New session"))
    named = t(N_("Session {number}"), number=number)
    return f"{named}: {topic}" if topic else named


def lines(t: Texts, sessions: Sequence[SessionRow]) -> Iterator[tuple[str, str]]:
    """Id and text of each session: number and topic, below them when and who."""
    for session in sessions:
        times = "–".join(t.time(one) for one in (session.start_time, session.end_time) if one)
        when = (said_date(t, session.date), times)
        who = ", ".join(name for name, _ in session.speakers)
        below = " · ".join(part for part in (*when, who) if part)
        title = headline(t, session.number, session.topic)
        yield session.id, f"{title}\n{below}" if below else title
