"""A session of an activity: when, about what, and who speaks."""

from typing import Any

from db.queries import vocabularies
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import ChoiceField, DateField, LongField, NumberField, TextField
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_, Texts

SPEAKER = "role:resource_person"


class SessionForm(DraftForm):
    """A session of an activity."""

    edits = "db.edits.sessions"
    kind = "SessionDraft"
    saved_text = N_("Session saved")
    removed_text = N_("Session removed")
    offers = (("mode_id", "activity_mode"),)

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
            pick=picks.people(desk),
        )
        self.add(self._people)
        self.add(ChoiceField(desk, "mode_id", t(N_("Held")), [], empty=t(N_("Not stated"))))
        for key, title in (
            ("method", N_("Method")),
            ("summary", N_("Course of the session")),
            ("materials", N_("Materials")),
        ):
            self.add(LongField(desk, key, t(title)))
        self.add(TextField(desk, "venue", t(N_("Venue"))), TextField(desk, "link", t(N_("Link"))))
        self.add(TextField(desk, "languages", t(N_("Languages"))))
        self.close_box()

    def headline(self, draft: Any) -> str:
        return headline(self._desk.t, draft.number, draft.topic)

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - for the first choice alone
        roles = vocabularies.terms(reader, "role")
        return sorted(roles, key=lambda role: role.id != SPEAKER)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        """Speakers are what most people at a session are."""
        self._people.set_options("role", [(r.id, self._desk.t.label(r.label)) for r in more])
        return super().values(draft, more)


def headline(t: Texts, number: int | None, topic: str | None) -> str:
    """What a session is called."""
    if number is None:
        return t(N_("New session"))
    named = t(N_("Session {number}"), number=number)
    return f"{named}: {topic}" if topic else named
