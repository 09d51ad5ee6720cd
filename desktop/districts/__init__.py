"""Districts: how far the work reaches, and one place beside the list with everything in it."""

from db.queries import districts as questions
from db.queries.districts import LEVELS, PlaceRow
from desktop.desk import Desk
from desktop.districts.panel import DistrictPanel
from desktop.kit.filters import Chosen
from desktop.kit.list_page import ListPage, Words
from desktop.kit.many import Step
from desktop.kit.parts import button
from desktop.kit.table import Column
from desktop.texts import N_, NN_, Texts

FIRST: Chosen = {"level": ("regency", "uncertain")}  # what is shown before anybody filters


class DistrictsPage(ListPage):
    """Places by their official names; kabupaten and kota first of all."""

    tables = frozenset({"activity", "activity_district", "person", "organization", "district"})
    listing = questions.LISTING
    form_class = DistrictPanel
    words = Words(
        title=N_("Districts"),
        new="",
        search=N_("Search name or another name it goes by"),
        icon="map-pin",
        empty=N_("No districts"),
        empty_sentence=N_("The places of Indonesia come with Rembuk."),
        counted=NN_("{n} place", "{n} places"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, columns(desk.t))
        seen = button(desk.t(N_("Map")), lambda: desk.navigation.go("map"), desk.icons, icon="map")
        self.buttons.addWidget(seen)
        self.filters.show_chosen(FIRST)

    def steps(self) -> tuple[Step, ...]:
        return ()


def columns(t: Texts) -> tuple[Column[PlaceRow], ...]:
    """What the list shows of a place."""
    return (
        Column(t(N_("Name")), lambda row: row.name, strong=True, key="name"),
        Column(t(N_("Lies in")), lambda row: row.within or "", 200, key="within"),
        Column(
            *(t(N_("Activities")), lambda row: t.number(row.activities), 90),
            right=True,
            key="activities",
        ),
        Column(t(N_("Members")), lambda row: t.number(row.members), 90, right=True, key="members"),
        Column(
            *(t(N_("Organizations")), lambda row: t.number(row.organizations), 110),
            right=True,
            spare=True,
            key="organizations",
        ),
        Column(
            *(t(N_("Level")), lambda row: t(LEVELS.get(row.level, row.level)), 160),
            extra=True,
            key="level",
        ),
        Column(t(N_("Code")), lambda row: row.id, 100, extra=True, key="code"),
    )
