"""What a member agreed to: one answer to each question, asked and answered apart."""

from collections.abc import Iterable, Iterator
from typing import Any

from db.queries import vocabularies
from db.queries.people import ConsentRow
from desktop.desk import Desk
from desktop.kit.draft_form import ChildForm
from desktop.kit.fields import ChoiceField, DateField, TextField
from desktop.kit.wording import said_date
from desktop.texts import N_, Texts

ANSWERS = ((True, N_("Yes, agrees")), (False, N_("No, or takes it back")))
SAID = {True: N_("agreed"), False: N_("did not agree"), None: N_("not asked")}


class ConsentForm(ChildForm):
    """A new answer to one question; earlier ones stay in the history."""

    edits = "db.edits.consents"
    kind = "ConsentDraft"
    saved_text = N_("Consent recorded")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        answers = [(key, t(text)) for key, text in ANSWERS]
        self.add(ChoiceField(desk, "given", t(N_("Answer")), answers, required=True))
        self.add(DateField(desk, "date", t(N_("Date")), hint=t(N_("e.g. 8/9/2026"))))
        self._how = ChoiceField(desk, "how_id", t(N_("How")), [], empty=t(N_("Not stated")))
        self.add(self._how)
        self.add(TextField(desk, "given_by", t(N_("Given by, where not in person"))))
        self.add(TextField(desk, "relation", t(N_("Who that is to the member"))))
        self.close_box()

    def ask_more(self, reader: Any, draft: Any) -> Any:
        return (
            vocabularies.terms(reader, "consent_how"),
            vocabularies.label(reader, draft.purpose_id),
        )

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        ways, purpose = more
        t = self._desk.t
        self.heading.setText(t.label(purpose))
        self._how.set_options([(term.id, t.label(term.label)) for term in ways])
        return super().values(draft, more)


def lines(t: Texts, consents: Iterable[ConsentRow]) -> Iterator[tuple[str, str]]:
    """Purpose and answer of each question, below it since when."""
    for one in consents:
        parts = (t(SAID[one.given]), said_date(t, one.date))
        said = " · ".join(part for part in parts if part)
        yield one.purpose_id, f"{t.label(one.purpose)}\n{said}"
