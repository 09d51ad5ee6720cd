"""What the activity report says, section by section."""

from collections.abc import Callable

from exports.activity_report import TITLE, ReportPlan, annexes, sittings, surroundings
from exports.activity_report.attended import attended
from exports.activity_report.sections import SECTIONS
from exports.kit import followed, passages
from exports.kit.chapters import Chapters, tell
from exports.kit.columns import Column
from exports.kit.flow import MUTED
from exports.kit.story import Story
from exports.kit.wording import said_period, town
from resources.texts import N_, Texts

NOT_WRITTEN = N_("(not written yet)")
OTHER_LEVELS = {
    "component": N_("Components"),
    "scope": N_("Scope"),
    "outcome": N_("Outcomes that were reported"),
    "expectation": N_("What is expected of it"),
    "contribution": N_("Contributions"),
}


class Report:
    """Tells one report from top to bottom. Missing parts are left out, or marked as missing."""

    def __init__(self, planned: ReportPlan, t: Texts, story: Story) -> None:
        self._planned, self._answer = planned, planned.answer
        self._t, self._story = t, story
        self._chapter = Chapters(story, t, SECTIONS)

    def make(self) -> bytes:
        """The file."""
        self._cover()
        self._story.contents()
        tell(self._planned.sections, self._sections())
        return self._story.done()

    def _sections(self) -> dict[str, Callable[[], None]]:
        story, t, answer, text = self._story, self._t, self._answer, self._answer.card.text
        about = answer.context
        return {
            "background": lambda: self._written("background", text.background),
            "objectives": self._objectives,
            "time_and_place": self._time_and_place,
            "participants": self._participants,
            "team": self._team,
            "course": lambda: sittings.course(story, t, answer.card.sessions, self._chapter),
            "results": lambda: self._written("results", text.results),
            "learned": lambda: self._written("learned", text.lessons),
            "challenges": lambda: self._written("challenges", text.challenges),
            "recommendations": lambda: self._written("recommendations", text.recommendations),
            "practices": lambda: surroundings.lessons(story, t, about, self._chapter),
            "advice": lambda: surroundings.advice(story, t, about, self._chapter),
            "quotes": lambda: surroundings.quotes(story, t, about, self._chapter),
            "follow_up": self._follow_up,
            "agreements": lambda: surroundings.agreements(story, t, about, self._chapter),
            "programme": lambda: surroundings.programme(story, t, about, self._chapter),
            "closing": self._closing,
            "sources": lambda: surroundings.sources(story, t, about),
            "agenda": lambda: annexes.agenda(story, t, answer),
            "attendance": lambda: annexes.attendance(story, t, answer),
            "photos": lambda: annexes.photos(story, t, answer, self._planned.photos),
        }

    def _cover(self) -> None:
        t, card = self._t, self._answer.card
        when = said_period(t, card.row.starts, card.row.ends)
        where = ", ".join(part for part in (card.venue, card.row.places) if part)
        lines = (card.text.theme, when, where, card.platform, card.row.programme)
        self._story.cover(t(TITLE), card.row.title, [line for line in lines if line])

    def _written(self, section: str, text: str | None) -> None:
        if text:
            self._chapter(section)
            self._story.paragraph(text)
        elif self._planned.mark_missing:
            self._chapter(section)
            self._story.paragraph(self._t(NOT_WRITTEN), MUTED)

    def _objectives(self) -> None:
        """What it was for, what was to come of it, and what else is said of it by level."""
        card, t, statements = self._answer.card, self._t, self._answer.statements
        parts = [
            (N_("Objective"), card.text.objective, "objective"),
            (N_("Expected outputs"), card.text.expected_outputs, "output"),
            *((title, None, level) for level, title in OTHER_LEVELS.items()),
        ]
        told = [
            (title, "\n".join([*([own] if own else []), *(f"• {text}" for text in listed)]))
            for title, own, level in parts
            if (listed := [text for of, text in statements if of == level]) or own
        ]
        if not told:
            self._written("objectives", None)
            return
        self._chapter("objectives")
        for title, text in told:
            self._story.subheading(t(title))
            self._story.paragraph(text)

    def _time_and_place(self) -> None:
        t, card = self._t, self._answer.card
        lines = [
            (t(N_("Date")), said_period(t, card.row.starts, card.row.ends)),
            (t(N_("Venue")), card.venue or ""),
            (t(N_("District")), card.row.places or ""),
            (t(N_("Mode")), t.label(card.mode)),
            (t(N_("Platform")), card.platform or ""),
            (t(N_("Link")), card.link or ""),
            (t(N_("Programme")), card.row.programme or ""),
            (t(N_("Status")), t.label(card.row.status)),
            *surroundings.belongs(t, self._answer.context),
            (t(N_("Participants planned")), _number(t, card.participants_planned)),
        ]
        lines += passages.by_role(t, ((o.organization, o.role) for o in card.organizations))
        self._chapter("time_and_place")
        self._story.facts([(label, value) for label, value in lines if value])

    def _participants(self) -> None:
        self._chapter("participants")
        attended(self._story, self._t, self._answer)

    def _team(self) -> None:
        t = self._t
        team = [row for row in self._answer.grid.rows if row.role_meaning != "participant"]
        spoke = [
            (name, t.label(role), t(N_("Session {number}"), number=session.number))
            for session in self._answer.card.sessions
            for name, role in session.speakers
        ]
        if not (team or spoke):
            return
        self._chapter("team")
        columns = [
            Column("name", t(N_("Name")), 70),
            Column("role", t(N_("Role")), 45),
            Column("where", t(N_("Organization or session")), 55),
        ]
        rows_ = [
            (
                row.shown,
                t.label(row.role),
                ""
                if row.sensitive
                else ", ".join(part for part in (row.position, row.organization) if part),
            )
            for row in team
        ]
        self._story.table(columns, [*rows_, *spoke])

    def _follow_up(self) -> None:
        t = self._t
        if not self._answer.steps:
            self._written("follow_up", None)
            return
        self._chapter("follow_up")
        surroundings.plans(self._story, t, self._answer.context)
        table = followed.steps_briefly(list(self._answer.steps), t)
        self._story.table(list(table.columns), list(table.rows))

    def _closing(self) -> None:
        card = self._answer.card
        self._written("closing", card.text.closing)
        if card.signatories:
            self._story.sign(card.signatories, town(card.row.places))


def _number(t: Texts, number: int | None) -> str:
    return "" if number is None else t.number(number)
