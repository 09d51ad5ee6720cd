"""The form of an agreement: who signed, until when, and what was promised."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal

from db.queries.agreements import CommitmentRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import ChildForm, DraftForm
from desktop.kit.fields import ChoiceField, DateField, DecimalField, LongField, TextField
from desktop.kit.links import Links
from desktop.kit.related import Related
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_, Texts

PARTY = "db.edits.agreements:PartyDraft"
EXTENSION = "db.edits.agreements:ExtensionDraft"
LEFT = N_("{done} of {agreed} {unit} done, {left} left")


class CommitmentForm(ChildForm):
    """A promise in place of its agreement."""

    edits = "db.edits.commitments"
    kind = "CommitmentDraft"
    several = True
    new_text = N_("New commitment")
    saved_text = N_("Commitment saved")
    removed_text = N_("Commitment removed")
    offers = (("status_id", "step_status"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add(LongField(desk, "text", t(N_("What was promised")), lines=4))
        self.add(picks.field(desk, "organization_id", t(N_("By whom")), picks.organizations()))
        self.add(
            DecimalField(desk, "agreed", t(N_("Agreed"))),
            DecimalField(desk, "done", t(N_("Done"))),
            TextField(desk, "unit", t(N_("Unit"))),
        )
        self.add(
            DateField(desk, "due", t(N_("Due")), hint=t(N_("e.g. 8/9/2026"))),
            ChoiceField(desk, "status_id", t(N_("Status")), [], empty=t(N_("Not stated"))),
        )
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.text or ""


class AgreementForm(DraftForm):
    """``promising``: a commitment by its id is opened, '' begins a new one."""

    promising = Signal(str)
    edits = "db.edits.agreements"
    kind = "AgreementDraft"
    new_text = N_("New agreement")
    saved_text = N_("Agreement saved")
    removed_text = N_("Agreement removed")
    offers = (
        ("kind_id", "agreement_kind"),
        ("status_id", "agreement_status"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        nothing = t(N_("No commitments yet: write down what each party promised."))
        self.commitments = Links(desk, t(N_("Commitments")), nothing, t(N_("Add commitment")))
        self.commitments.opened.connect(self.promising)
        self.add_widget(self.commitments)
        self._add_what(desk)
        self._add_parties(desk)
        self.related = Related(
            desk, "agreement", without=("agreement_party", "agreement_extension", "commitment")
        )
        self.add_widget(self.related)
        self.close_box()

    @cached_property
    def commitment_form(self) -> CommitmentForm:
        """Made when a commitment is opened first."""
        return CommitmentForm(self._desk)

    def headline(self, draft: Any) -> str:
        return draft.title or ""

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - the row says it all
        from db.queries import agreements

        return [] if self.row is None else agreements.commitments(reader, self.row)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.commitments.setVisible(self.row is not None)
        self.commitments.show_lines(commitment_lines(self._desk.t, more))
        self.related.show_row(self.row)
        return super().values(draft, more)

    def _add_what(self, desk: Desk) -> None:
        t, hint, unsaid = desk.t, desk.t(N_("e.g. 8/9/2026")), desk.t(N_("Not stated"))
        self.add(TextField(desk, "title", t(N_("Title")), required=True))
        self.add(ChoiceField(desk, "kind_id", t(N_("Kind")), [], empty=unsaid))
        self.add(ChoiceField(desk, "status_id", t(N_("Status")), [], empty=unsaid))
        self.add(
            TextField(desk, "number", t(N_("Number"))),
            DateField(desk, "signed", t(N_("Signed on")), hint=hint),
        )
        self.add(
            DateField(desk, "starts", t(N_("Start")), hint=hint),
            DateField(desk, "ends", t(N_("End")), hint=hint),
        )
        self.add(TextField(desk, "place", t(N_("Place"))))
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(picks.field(desk, "programme_id", t(N_("Programme")), picks.programmes()))
        self.add(picks.field(desk, "parent_id", t(N_("Carries out")), picks.agreements()))
        self.add(
            picks.field(
                desk, "signing_activity_id", t(N_("Signed at the activity")), picks.activities()
            )
        )
        for key, title in (
            ("scope", N_("Scope")),
            ("cross_cutting", N_("Cross-cutting concerns")),
            ("notes", N_("Notes")),
        ):
            self.add(LongField(desk, key, t(title)))

    def _add_parties(self, desk: Desk) -> None:
        t = desk.t
        self.add(
            RowsField(
                desk,
                "parties",
                t(N_("Parties")),
                [
                    Cell("signatory_name", t(N_("Signed by"))),
                    Cell("signatory_position", t(N_("Position"))),
                    Cell("own_number", t(N_("Own number"))),
                    Cell("contribution", t(N_("Contributes"))),
                ],
                pick=picks.organizations(),
                kind=PARTY,
                id_name="organization_id",
            )
        )
        self.add(
            RowsField(
                desk,
                "extensions",
                t(N_("Extensions")),
                [
                    Cell("until", t(N_("Until")), date=True),
                    Cell("signed", t(N_("Signed on")), date=True),
                    Cell("number", t(N_("Number"))),
                ],
                add=t(N_("Add an extension")),
                kind=EXTENSION,
            )
        )


def commitment_lines(t: Texts, rows: Iterable[CommitmentRow]) -> Iterator[tuple[str, str]]:
    """What was promised; below it by whom, and what is left of it."""
    for one in rows:
        left = ""
        if one.agreed is not None:
            done = one.done or 0
            left = t(
                LEFT,
                done=t.short_number(done),
                agreed=t.short_number(one.agreed),
                unit=one.unit or "",
                left=t.short_number(max(one.agreed - done, 0)),
            )
        parts = (one.organization, left, t.label(one.status))
        yield one.id, f"{one.text}\n{' · '.join(part for part in parts if part)}".strip()
