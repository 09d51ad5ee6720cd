"""The form of a programme, with what it measures; and that of an indicator."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal

from db.queries.programmes import IndicatorRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import ChildForm, DraftForm
from desktop.kit.fields import CheckField, DateField, DecimalField, LongField, TextField
from desktop.kit.links import Links
from desktop.kit.related import Related
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_, Texts

VALUE = "db.edits.indicators:ValueDraft"


class IndicatorForm(ChildForm):
    """An indicator in place of its programme."""

    edits = "db.edits.indicators"
    kind = "IndicatorDraft"
    several = True
    new_text = N_("New indicator")
    saved_text = N_("Indicator saved")
    removed_text = N_("Indicator removed")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t = desk.t
        self.add(LongField(desk, "name", t(N_("What is measured")), lines=2))
        self.add(
            TextField(desk, "number", t(N_("Number"))),
            TextField(desk, "unit", t(N_("Unit")), hint=t(N_("people, districts, %"))),
        )
        self.add(
            DecimalField(desk, "baseline", t(N_("At the beginning"))),
            DecimalField(desk, "target", t(N_("Target"))),
        )
        self.add(TextField(desk, "split", t(N_("Split that the funder asks for"))))
        self.add(CheckField(desk, "single_count", t(N_("Everybody counts once"))))
        self.add(
            RowsField(
                desk,
                "values_by_period",
                t(N_("Periods")),
                [
                    Cell("starts", t(N_("From")), date=True),
                    Cell("ends", t(N_("Until")), date=True),
                    Cell("category", t(N_("Category"))),
                    Cell("target", t(N_("Target")), number=True),
                    Cell("actual", t(N_("Reached")), number=True),
                ],
                add=t(N_("Add a period")),
                kind=VALUE,
            )
        )
        self.add(LongField(desk, "evidence", t(N_("Where it is read from"))))
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.name or ""


class ProgrammeForm(DraftForm):
    """``measuring``: an indicator by its id is opened, '' begins a new one."""

    measuring = Signal(str)
    edits = "db.edits.programmes"
    kind = "ProgrammeDraft"
    new_text = N_("New programme")
    saved_text = N_("Programme saved")
    removed_text = N_("Programme removed")
    offers = (("organizations.role", "organization_role"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, hint = desk.t, desk.t(N_("e.g. 8/9/2026"))
        nothing = t(N_("No indicators yet: write down what the funder asks for."))
        self.indicators = Links(desk, t(N_("Indicators")), nothing, t(N_("Add indicator")))
        self.indicators.opened.connect(self.measuring)
        self.add_widget(self.indicators)
        self.add(TextField(desk, "name", t(N_("Name")), required=True))
        self.add(TextField(desk, "code", t(N_("Code"))))
        self.add(picks.field(desk, "parent_id", t(N_("Component of")), picks.programmes()))
        self.add(
            DateField(desk, "starts", t(N_("Start")), hint=hint),
            DateField(desk, "ends", t(N_("End")), hint=hint),
        )
        self.add(
            RowsField(
                desk,
                "organizations",
                t(N_("Funder, lead, partners")),
                [Cell("role", t(N_("Role")), [])],
                pick=picks.organizations(),
            )
        )
        self.add(RowsField(desk, "districts", t(N_("Districts")), pick=picks.districts()))
        for key, title in (
            ("objective", N_("Objective")),
            ("target_group", N_("Target group")),
            ("approach", N_("Approach")),
        ):
            self.add(LongField(desk, key, t(title)))
        self.add(TextField(desk, "age_bands", t(N_("Own age bands")), hint="0-17,18-24,25+"))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
        self.related = Related(
            desk,
            "programme",
            without=("programme_district", "programme_organization", "indicator"),
        )
        self.add_widget(self.related)
        self.close_box()

    @cached_property
    def indicator_form(self) -> IndicatorForm:
        """Made when an indicator is opened first."""
        return IndicatorForm(self._desk)

    def headline(self, draft: Any) -> str:
        return draft.name or ""

    def ask_more(self, reader: Any, draft: Any) -> Any:  # noqa: ARG002 - the row says it all
        from db.queries import programmes

        return [] if self.row is None else programmes.indicators(reader, self.row)

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.indicators.setVisible(self.row is not None)
        self.indicators.show_lines(indicator_lines(self._desk.t, more))
        self.related.show_row(self.row)
        return super().values(draft, more)


def indicator_lines(t: Texts, indicators: Iterable[IndicatorRow]) -> Iterator[tuple[str, str]]:
    """What is measured; below it what was reached of the target."""
    for one in indicators:
        reached = t.short_number(one.actual) if one.actual is not None else t(N_("not recorded"))
        target = t.short_number(one.target) if one.target is not None else "–"
        said = t(
            N_("{reached} of {target} {unit}"), reached=reached, target=target, unit=one.unit or ""
        )
        yield one.id, f"{one.number or ''} {one.name}\n{said}".strip()
