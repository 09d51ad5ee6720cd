"""The form of a member, with what hangs on it: consents, and the activities taken part in."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.queries.people import TakenPart
from db.rules.disability import ANSWERS
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import CheckField, ChoiceField, DateField, Field, LongField, TextField
from desktop.kit.links import Links
from desktop.kit.parts import Empty, button
from desktop.kit.related import Related
from desktop.kit.wording import SEXES, said_date
from desktop.texts import N_, NN_, Texts

if TYPE_CHECKING:
    from desktop.people.consents import ConsentForm

THERE = NN_("{there} of {n} session", "{there} of {n} sessions")
SAID = (("yes", N_("Yes")), ("no", N_("No")), ("not_said", N_("Prefers not to say")))
QUESTIONS = {
    "seeing": N_("Difficulty seeing, even with glasses"),
    "hearing": N_("Difficulty hearing, even with a hearing aid"),
    "walking": N_("Difficulty walking or climbing steps"),
    "remembering": N_("Difficulty remembering or concentrating"),
    "self_care": N_("Difficulty washing or dressing"),
    "communicating": N_("Difficulty communicating"),
}


class PersonForm(DraftForm):
    """``erasing``: the member shall be forgotten for ever; ``consenting``: an answer is written down."""

    erasing = Signal()
    consenting = Signal(str)
    edits = "db.edits.people"
    kind = "PersonDraft"
    new_text = N_("New member")
    saved_text = N_("Member saved")
    removed_text = N_("Member removed")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add_widget(self._make_ways())
        self._add_who(desk)
        self.section(t(N_("Contact")))
        self.add(TextField(desk, "phone", t(N_("Phone")), hint="0812 3456 7890"))
        self.add(CheckField(desk, "whatsapp", t(N_("Reachable by WhatsApp"))))
        self.add(TextField(desk, "email", t(N_("E-mail"))))
        self.add(LongField(desk, "address", t(N_("Address")), lines=2))
        self.section(t(N_("Disability")))
        self._add_disability(desk)
        self.section(t(N_("More")))
        self.add(CheckField(desk, "sensitive", t(N_("Protect the name in every export"))))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
        self.related = Related(
            desk, "person", without=("consent", "participation", "attendance", "tagging")
        )
        self.add_widget(self.related)
        self.erase_button = button(
            t(N_("Erase for ever …")), self.erasing.emit, desk.icons, kind="ghost"
        )
        self.add_widget(self.erase_button)
        self.close_box()

    def _add_who(self, desk: Desk) -> None:
        t = desk.t
        self.add(TextField(desk, "name", t(N_("Full name")), required=True))
        self.add(
            TextField(desk, "title_before", t(N_("Title before")), hint="Dr., Hj."),
            TextField(desk, "title_after", t(N_("Title after")), hint="S.H., M.Si"),
        )
        sexes = [(key, t(text)) for key, text in SEXES]
        self.add(
            TextField(desk, "nickname", t(N_("Nickname"))),
            ChoiceField(desk, "sex", t(N_("Sex")), sexes, empty=t(N_("Not recorded"))),
        )
        self.add(
            DateField(
                desk, "birth", t(N_("Date or year of birth")), hint=t(N_("e.g. 14/12/1980 or 1980"))
            )
        )
        self.add(
            TextField(desk, "age_band", t(N_("Age band")), hint="25–34"),
            DateField(desk, "age_band_on", t(N_("On which day")), hint=t(N_("e.g. 8/9/2026"))),
        )
        self.add(picks.field(desk, "organization_id", t(N_("Organization")), picks.organizations()))
        self.add(
            TextField(desk, "position", t(N_("Position"))),
            TextField(desk, "occupation", t(N_("Occupation"))),
        )
        self.add(
            TextField(
                desk, "groups", t(N_("Groups, with commas")), hint=t(N_("farmer, youth, survivor"))
            )
        )
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(TextField(desk, "village", t(N_("Village"))))

    def _add_disability(self, desk: Desk) -> None:
        t, not_asked = desk.t, desk.t(N_("Not asked"))
        said = [(key, t(text)) for key, text in SAID]
        answers = [(number, t(text)) for number, text in enumerate(ANSWERS)]
        fields: list[Field] = [
            ChoiceField(
                desk, "disability_said", t(N_("Says of herself or himself")), said, empty=not_asked
            ),
            TextField(desk, "disability_kind", t(N_("Kind of disability"))),
            TextField(desk, "accommodation", t(N_("What is needed"))),
            *(
                ChoiceField(desk, key, t(text), answers, empty=not_asked)
                for key, text in QUESTIONS.items()
            ),
        ]
        for field in fields:
            self.add(field)

    @cached_property
    def consent_form(self) -> "ConsentForm":
        """Made when it is needed first: the list of members is what people wait for."""
        from desktop.people.consents import ConsentForm

        return ConsentForm(self._desk)

    def headline(self, draft: Any) -> str:
        from db.rules.names import FullName

        if draft.name is None or (draft.sensitive and not self._desk.guard.unlocked):
            return ""
        return str(FullName(draft.title_before, draft.name, draft.title_after))

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - the row says it all
        from db.queries import people

        return None if self.row is None else people.card(reader, self.row)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        there = more is not None
        hidden = bool(draft.sensitive) and there and not self._desk.guard.unlocked
        self.cover(self._make_cover(more.row.shown) if hidden else None)
        self._ways.setVisible(there)
        self.erase_button.setVisible(there)
        self.related.show_row(self.row)
        if there:
            from desktop.people.consents import lines

            t = self._desk.t
            self.consents.show_lines(lines(t, more.consents))
            self.activities.show_lines(activity_lines(t, more.activities))
        return {**super().values(draft, more), "groups": ", ".join(draft.groups or ())}

    def fill(self, draft: Any, values: dict[str, Any]) -> None:
        groups = (values.pop("groups") or "").split(",")
        super().fill(draft, {**values, "groups": [word.strip() for word in groups if word.strip()]})

    def _make_cover(self, code: str) -> QWidget:
        """What stands in place of somebody who is protected, until names are shown."""
        desk, t = self._desk, self._desk.t
        step = button(
            t(N_("Show protected names")), desk.navigation.unveil, desk.icons, icon="lock-open"
        )
        return Empty(
            *(desk.theme, desk.icons, "lock", code),
            t(N_("This name is protected. Who needs it can show protected names for a while.")),
            step,
        )

    def _make_ways(self) -> QWidget:
        """What hangs on a member: consents, and the activities taken part in."""
        desk, t = self._desk, self._desk.t
        self._ways = QWidget()
        box = QVBoxLayout(self._ways)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.px(8))
        self.consents = Links(desk, t(N_("Consent")), "")
        self.consents.opened.connect(self.consenting)
        self.activities = Links(desk, t(N_("Activities")), t(N_("Has not been registered yet.")))
        self.activities.opened.connect(lambda row: desk.navigation.go("activities", row))
        box.addWidget(self.consents)
        box.addWidget(self.activities)
        self._ways.hide()
        return self._ways


def activity_lines(t: Texts, taken: Iterable[TakenPart]) -> Iterator[tuple[str, str]]:
    """Title of each activity, below it when, in which role, and how often there."""
    for one in taken:
        there = t.count(*THERE, one.sessions, there=one.there) if one.sessions else ""
        parts = (said_date(t, one.starts), t.label(one.role), there)
        yield one.activity_id, f"{one.title}\n{' · '.join(part for part in parts if part)}"
