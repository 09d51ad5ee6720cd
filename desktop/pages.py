"""The pages of the window, in the order of the side bar. A page is imported when it is opened first."""

from dataclasses import dataclass
from importlib import import_module

from desktop.desk import Desk
from desktop.kit.page import Page
from desktop.texts import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: where its class stands and what it is called. ``under``: the page of the side bar it belongs to.

    ``needs_row``: it shows one thing, and cannot be opened without saying which.
    """

    key: str
    title: str
    icon: str
    place: str
    under: str = ""
    needs_row: bool = False

    def make(self, desk: Desk) -> Page:
        """The page itself."""
        module, name = self.place.split(":")
        made: Page = getattr(import_module(module), name)(desk)
        return made


def modules() -> list[str]:
    """Where the pages stand; loaded behind the window, they open without a wait."""
    return list(dict.fromkeys(entry.place.split(":")[0] for entry in PAGES))


def _of_activity(key: str, title: str, place: str) -> Entry:
    """One of the tabs of an activity."""
    return Entry(key, title, "calendar-days", place, under="activities", needs_row=True)


PAGES = (
    Entry("home", N_("Overview"), "layout-dashboard", "desktop.home:HomePage"),
    Entry("activities", N_("Activities"), "calendar-days", "desktop.activities:ActivitiesPage"),
    _of_activity("activity", N_("Activity"), "desktop.activities.one:ActivityPage"),
    _of_activity("sessions", N_("Sessions"), "desktop.sessions:SessionsPage"),
    _of_activity("participants", N_("People"), "desktop.participants:ParticipantsPage"),
    _of_activity("attendance", N_("Attendance"), "desktop.attendance:AttendancePage"),
    _of_activity("check_in", N_("Check-in at the door"), "desktop.attendance.door:DoorPage"),
    _of_activity("results", N_("Results"), "desktop.results:ResultsPage"),
    _of_activity("follow_up", N_("Follow-up"), "desktop.plans.of_activity:FollowUpPage"),
    _of_activity("files", N_("Photos and files"), "desktop.files:FilesPage"),
    Entry("calendar", N_("Calendar"), "calendar", "desktop.calendar:CalendarPage"),
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
    Entry("forums", N_("Forums"), "message-circle", "desktop.forums:ForumsPage"),
    Entry("districts", N_("Districts"), "map-pin", "desktop.districts:DistrictsPage"),
    Entry("map", N_("Map"), "map", "desktop.map:MapPage"),
    Entry("programmes", N_("Programmes"), "target", "desktop.programmes:ProgrammesPage"),
    Entry("agreements", N_("Agreements"), "handshake", "desktop.agreements:AgreementsPage"),
    Entry("plans", N_("Follow-up plans"), "list-checks", "desktop.plans:PlansPage"),
    Entry(
        "steps", N_("Steps of all plans"), "list", "desktop.plans.steps:StepsPage", under="plans"
    ),
    Entry(
        "mentoring",
        N_("Mentoring"),
        "clipboard-check",
        "desktop.plans.mentoring:MentoringPage",
        under="plans",
    ),
    Entry("board", N_("Board"), "kanban", "desktop.plans.board:BoardPage", under="plans"),
    Entry("issues", N_("Barriers and good practices"), "lightbulb", "desktop.issues:IssuesPage"),
    Entry("reports", N_("Papers and reports"), "file-text", "desktop.reports:ReportsPage"),
    Entry("imports", N_("Import a list"), "upload", "desktop.imports:ImportPage"),
    Entry("exchange", N_("Exchange"), "refresh-cw", "desktop.exchange:ExchangePage"),
    Entry(
        "conflicts",
        N_("Entries to decide"),
        "refresh-cw",
        "desktop.conflicts:ConflictsPage",
        under="exchange",
    ),
    Entry("records", N_("All records"), "layers", "desktop.records:RecordsPage"),
    Entry("history", N_("History"), "history", "desktop.history:HistoryPage"),
    Entry("help", N_("Help"), "circle-question-mark", "desktop.help:HelpPage"),
    Entry("settings", N_("Settings"), "settings", "desktop.settings:SettingsPage"),
)
