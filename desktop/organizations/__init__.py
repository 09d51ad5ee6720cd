"""Organizations: the list, and one of them beside it."""

from db.queries import organizations as questions
from db.queries.organizations import OrganizationRow
from desktop.desk import Desk
from desktop.kit import picks
from desktop.kit.list_page import ListPage, Words
from desktop.kit.setting import Setting
from desktop.kit.table import Column
from desktop.kit.wording import marked
from desktop.organizations.form import OrganizationForm
from desktop.texts import N_, NN_, Texts


class OrganizationsPage(ListPage):
    """The organizations of the workspace."""

    tables = frozenset(
        {
            *("organization", "organization_district", "organization_network"),
            *("affiliation", "term", "alias"),
        }
    )
    listing = questions.LISTING
    form_class = OrganizationForm
    settings = (
        Setting("kind_id", N_("Kind"), "organization_kind"),
        Setting("district_id", N_("Seat"), pick=lambda _: picks.districts()),
    )
    words = Words(
        title=N_("Organizations"),
        new=N_("New organization"),
        search=N_("Search name or acronym"),
        icon="building-2",
        empty=N_("No organizations yet"),
        empty_sentence=N_(
            "Add the organizations that your members come from, government offices too."
        ),
        counted=NN_("{n} organization", "{n} organizations"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))


def columns(t: Texts) -> tuple[Column[OrganizationRow], ...]:
    """What the list shows of an organization."""
    return (
        Column(t(N_("Name")), lambda row: marked(t, row.name, row.sample), strong=True, key="name"),
        Column(t(N_("Acronym")), lambda row: row.acronym or "", 110, spare=True, key="acronym"),
        Column(t(N_("Kind")), lambda row: t.label(row.kind), 200, key="kind"),
        Column(t(N_("Seat")), lambda row: row.district or "", 160, spare=True, key="district"),
        Column(t(N_("Members")), lambda row: t.number(row.members), 90, right=True, key="members"),
        Column(t(N_("Unit of")), lambda row: row.parent or "", 170, extra=True, key="parent"),
    )
