"""The form of a forum, with its founders and its members."""

from typing import Any

from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.draft_form import DraftForm
from desktop.kit.fields import ChoiceField, DateField, LongField, TextField
from desktop.kit.related import Related
from desktop.kit.rows_field import Cell, RowsField
from desktop.texts import N_

PEOPLE, ORGANIZATIONS = "people", "member_organizations"
MEMBER = "db.edits.forums:MemberDraft"


class ForumForm(DraftForm):
    """A forum or group. Members that are people and members that are organizations have a field each."""

    edits = "db.edits.forums"
    kind = "ForumDraft"
    new_text = N_("New forum")
    saved_text = N_("Forum saved")
    removed_text = N_("Forum removed")
    offers = (
        ("status_id", "forum_status"),
        (f"{PEOPLE}.role_id", "forum_role"),
        (f"{ORGANIZATIONS}.role_id", "forum_role"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        t, unsaid = desk.t, desk.t(N_("Not stated"))
        self.add(TextField(desk, "name", t(N_("Name")), required=True))
        self.add(
            ChoiceField(desk, "status_id", t(N_("Status")), [], empty=unsaid),
            DateField(desk, "founded", t(N_("Founded on")), hint=t(N_("e.g. 8/9/2026"))),
        )
        self.add(picks.field(desk, "district_id", t(N_("District")), picks.districts()))
        self.add(picks.field(desk, "programme_id", t(N_("Programme")), picks.programmes()))
        self.add(
            picks.field(
                desk, "founding_activity_id", t(N_("Founded at the activity")), picks.activities()
            )
        )
        self.add(
            picks.field(
                desk, "organization_id", t(N_("Is the organization")), picks.organizations()
            )
        )
        self.add(LongField(desk, "aims", t(N_("Aims"))))
        self.add(RowsField(desk, "founders", t(N_("Founded by")), pick=picks.organizations()))
        cells = [
            Cell("role_id", t(N_("Role")), []),
            Cell("starts", t(N_("Since")), date=True),
            Cell("ends", t(N_("Until")), date=True),
        ]
        for key, title, pick, name in (
            (PEOPLE, N_("Members"), picks.people(desk), "person_id"),
            (ORGANIZATIONS, N_("Member organizations"), picks.organizations(), "organization_id"),
        ):
            self.add(RowsField(desk, key, t(title), cells, pick=pick, kind=MEMBER, id_name=name))
        self.add(LongField(desk, "notes", t(N_("Notes"))))
        self.related = Related(desk, "forum", without=("forum_founder", "forum_member"))
        self.add_widget(self.related)
        self.close_box()

    def headline(self, draft: Any) -> str:
        return draft.name or ""

    def lists(self, draft: Any) -> dict[str, Any]:
        return {
            PEOPLE: [one for one in draft.members if one.person_id],
            ORGANIZATIONS: [one for one in draft.members if one.organization_id],
        }

    def values(self, draft: Any, more: Any) -> dict[str, Any]:
        self.related.show_row(self.row)
        return super().values(draft, more)

    def fill(self, draft: Any, values: dict[str, Any]) -> None:
        members = [*values.pop(PEOPLE), *values.pop(ORGANIZATIONS)]
        super().fill(draft, {**values, "members": members})
