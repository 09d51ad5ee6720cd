"""The pages of the window, in the order of the side bar. A page is imported when it is opened first."""

from dataclasses import dataclass
from importlib import import_module

from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.texts import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: where its class stands and what it is called. ``under``: the page of the side bar it belongs to."""

    key: str
    title: str
    icon: str
    place: str
    under: str = ""

    def make(self, desk: Desk) -> Page:
        """The page itself."""
        module, name = self.place.split(":")
        made: Page = getattr(import_module(module), name)(desk)
        return made


PAGES = (
    Entry("home", N_("Overview"), "layout-dashboard", "desktop.home:HomePage"),
    Entry("people", N_("Members"), "users", "desktop.people:PeoplePage"),
    Entry(
        "duplicates",
        N_("Members written down twice"),
        "users",
        "desktop.duplicates:DuplicatesPage",
        under="people",
    ),
    Entry(
        "organizations",
        N_("Organizations"),
        "building-2",
        "desktop.organizations:OrganizationsPage",
    ),
    Entry("activities", N_("Activities"), "calendar-days", "desktop.activities:ActivitiesPage"),
    Entry(
        "attendance",
        N_("Attendance"),
        "clipboard-check",
        "desktop.attendance:AttendancePage",
        under="activities",
    ),
    Entry("imports", N_("Import a list"), "upload", "desktop.imports:ImportPage"),
    Entry("exchange", N_("Exchange"), "refresh-cw", "desktop.exchange:ExchangePage"),
    Entry(
        "conflicts",
        N_("Entries to decide"),
        "refresh-cw",
        "desktop.conflicts:ConflictsPage",
        under="exchange",
    ),
    Entry("reports", N_("Papers and reports"), "file-text", "desktop.reports:ReportsPage"),
    Entry("records", N_("All records"), "layers", "desktop.records:RecordsPage"),
    Entry("history", N_("History"), "history", "desktop.history:HistoryPage"),
    Entry("settings", N_("Settings"), "settings", "desktop.settings:SettingsPage"),
)
