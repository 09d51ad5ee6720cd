"""What the period report says, section by section."""

from collections.abc import Callable

from db.queries.period_report import HeldActivity, PeriodAnswer
from db.queries.statistics import CIVIL_SOCIETY, GOVERNMENT, SEXES, Reach, Statistics
from exports.kit import colours, followed, passages, splits
from exports.kit.chapters import Chapters, tell
from exports.kit.columns import Column
from exports.kit.flow import MUTED, SMALL
from exports.kit.map import Mark, Shown, reach_map
from exports.kit.paper import MM
from exports.kit.story import Story
from exports.kit.wording import said_period
from exports.period_report import TITLE, PeriodPlan
from exports.period_report.measured import comparison, indicators
from exports.period_report.sections import SECTIONS
from exports.period_report.sentence import held_sentence
from resources.texts import N_, NN_, Texts

EVERYTHING = N_("All programmes")
NOTHING_HELD = N_("No activity was held in this period.")
TOOK_PART = NN_(
    "{n} activity reached {people} different people, {women} of them women, from {districts} kabupaten/kota.",
    "{n} activities reached {people} different people, {women} of them women, from {districts} kabupaten/kota.",
)
SO_FAR = N_("Since the beginning that makes {people} in {activities}.")
PEOPLE = NN_("{n} different person", "{n} different people")
ACTIVITIES = NN_("{n} activity", "{n} activities")
SEEN = NN_(
    "Besides, {n} person was seen without being named, who is not part of these figures.",
    "Besides, {n} people were seen without being named; they are not part of these figures.",
)
UNIQUE = N_(
    "Somebody who took part several times is one person, but several attendances. Figures of periods cannot be added up:"
    " the same people may be in both."
)
RESTRICTED = N_("Restricted activity")
HIDDEN = NN_(
    "{n} restricted activity is counted, but its places are not shown.",
    "{n} restricted activities are counted, but their places are not shown.",
)
FROM_BOTH = N_("People from government and from civil society")
FROM_ONE = N_("People from one of them, or from elsewhere")
HELD_ONLY = N_("Something was held there, nobody who took part is from there")
MAP_SAYS = NN_(
    "Map of {n} kabupaten/kota; they are listed below.",
    "Map of {n} kabupaten/kota; they are listed below.",
)
STEPS = N_("Steps done: {done} of {all}; late: {late}. Notes of mentoring: {mentored}.")
TRACE = NN_(
    "Counted from {n} activity between {first} and {last}, data version {version}.",
    "Counted from {n} activities between {first} and {last}, data version {version}.",
)

_MARKS = (
    (colours.ACCENT, FROM_BOTH),
    (colours.SERIES[3], FROM_ONE),
    (colours.SERIES[4], HELD_ONLY),
)
_BOTH, _ONE, _HELD = range(3)
_PARTIES = (GOVERNMENT, CIVIL_SOCIETY)
_HEADING = 30.0  # millimetres of the heading above a map and of what follows it


class Report:
    """Tells one report from top to bottom; what there is nothing to say about is left out."""

    def __init__(self, planned: PeriodPlan, t: Texts, story: Story) -> None:
        self._planned, self._answer = planned, planned.answer
        self._t, self._story = t, story
        self._chapter = Chapters(story, t, SECTIONS)

    def make(self) -> bytes:
        """The file."""
        answer, t = self._answer, self._t
        about = answer.programme
        funders = passages.by_role(t, about.organizations) if about else []
        self._story.cover(
            t(TITLE),
            about.name if about else t(EVERYTHING),
            [self._dates(), *(f"{label}: {names}" for label, names in funders)],
        )
        self._story.contents()
        tell(self._planned.sections, self._sections())
        return self._story.done()

    def _sections(self) -> dict[str, Callable[[], None]]:
        return {
            "summary": self._summary,
            "programme": self._programme,
            "activities": self._activities,
            "participants": self._participants,
            "districts": self._districts,
            "indicators": self._indicators,
            "agreements": self._agreements,
            "plans": self._plans,
            "stories": self._stories,
            "challenges": self._challenges,
            "next": self._next,
            "one_by_one": self._one_by_one,
        }

    def _dates(self) -> str:
        return self._t.period(self._answer.period.first, self._answer.period.last)

    def _summary(self) -> None:
        t, answer, counted = self._t, self._answer, self._answer.counted
        self._chapter("summary")
        if not counted.activities:
            self._story.paragraph(t(NOTHING_HELD), MUTED)
        else:
            said = t.count(
                *TOOK_PART,
                len(counted.activities),
                people=t.number(counted.people),
                women=t.number(_women(counted)),
                districts=t.number(len(answer.reach)),
            )
            so_far = t(
                SO_FAR,
                people=t.count(*PEOPLE, answer.ever.people),
                activities=t.count(*ACTIVITIES, len(answer.ever.activities)),
            )
            self._story.paragraph(f"{said} {so_far}")
            if counted.head_count:
                self._story.paragraph(t.count(*SEEN, counted.head_count))
        self._story.table(*comparison(answer, t))
        self._story.paragraph(t(UNIQUE), SMALL)
        trace = t.count(
            *TRACE,
            len(counted.activities),
            first=counted.scope.first,
            last=counted.scope.last,
            version=counted.version,
        )
        self._story.paragraph(trace, SMALL)

    def _programme(self) -> None:
        if self._answer.programme is not None:
            self._chapter("programme")
            passages.programme(self._story, self._t, self._answer.programme)

    def _activities(self) -> None:
        t, held = self._t, self._answer.activities
        if not held:
            return
        self._chapter("activities")
        columns = [
            Column("no", t(N_("No.")), 10, "center"),
            Column("date", t(N_("Date")), 32),
            Column("title", t(N_("Activity and purpose")), 60),
            Column("place", t(N_("Place")), 36),
            Column("women", t.label(SEXES["female"]), 19, "right"),
            Column("men", t.label(SEXES["male"]), 16, "right"),
            Column("people", t(N_("People")), 15, "right"),
        ]
        rows: list[tuple[object, ...]] = []
        for number, one in enumerate(held, start=1):
            female, male, *_ = one.count.by_sex if one.count else (0, 0)
            rows.append(
                (
                    *(number, said_period(t, one.starts, one.ends), self._what(one)),
                    ", ".join(part for part in (one.venue, one.places, one.platform) if part),
                    *(female, male, one.count.people if one.count else 0),
                )
            )
        self._story.table(columns, rows)

    def _what(self, one: HeldActivity) -> str:
        title = one.title or self._t(RESTRICTED)
        return "\n".join(part for part in (title, one.objective) if part)

    def _participants(self) -> None:
        if self._answer.counted.people:
            self._chapter("participants")
            splits.tell(self._story, self._t, self._answer.counted)

    def _districts(self) -> None:
        t, answer = self._t, self._answer
        if not answer.reach and not answer.held_in:
            return
        places = _places(answer)
        shown = {
            code: Shown(name.removeprefix("Kabupaten "), number, mark)
            for number, (code, (name, mark, _)) in enumerate(places.items(), start=1)
        }
        marks = tuple(Mark(colour, t(said)) for colour, said in _MARKS)
        drawn = reach_map(shown, marks, self._story.room, t)
        self._story.need(drawn.height / MM + _HEADING)
        self._chapter("districts")
        self._story.drawing(drawn, t.count(*MAP_SAYS, len(shown)))
        if answer.hidden:
            self._story.paragraph(t.count(*HIDDEN, answer.hidden), SMALL)
        columns = [
            Column("no", t(N_("No.")), 10, "center"),
            Column("district", t(N_("District")), 58),
            Column("people", t(N_("People")), 18, "right"),
            Column("government", t(N_("Government")), 28, "center"),
            Column("civil_society", t(N_("Civil society")), 28, "center"),
            Column("held", t(N_("Held there")), 24, "center"),
        ]
        held = {code for code, _ in answer.held_in}
        yes = {True: t(N_("yes")), False: ""}
        rows: list[tuple[object, ...]] = [
            (
                *(number, name, reach.people if reach else 0),
                *(yes[reach is not None and one in reach.meanings] for one in _PARTIES),
                yes[code in held],
            )
            for number, (code, (name, _, reach)) in enumerate(places.items(), start=1)
        ]
        self._story.table(columns, rows)

    def _indicators(self) -> None:
        if self._answer.indicators:
            self._chapter("indicators")
            indicators(self._story, self._t, self._answer.indicators)

    def _agreements(self) -> None:
        if self._answer.agreements:
            self._chapter("agreements")
            table = followed.agreements_briefly(list(self._answer.agreements), self._t)
            self._story.table(list(table.columns), list(table.rows))

    def _plans(self) -> None:
        t, answer = self._t, self._answer
        if not answer.steps:
            return
        self._chapter("plans")
        said = t(
            STEPS,
            done=t.number(sum(one.closed for one in answer.steps)),
            all=t.number(len(answer.steps)),
            late=t.number(sum(one.late for one in answer.steps)),
            mentored=t.number(answer.mentored),
        )
        self._story.paragraph(said)
        table = followed.steps_briefly(list(answer.steps), t)
        self._story.table(list(table.columns), list(table.rows), strong=table.strong)

    def _stories(self) -> None:
        good = [one for one in self._answer.practices if one.repeatable]
        if good or self._answer.quotes:
            self._chapter("stories")
            passages.quotes(self._story, self._answer.quotes)
            if good:
                passages.lessons(self._story, self._t, good)

    def _challenges(self) -> None:
        t = self._t
        barriers = [one for one in self._answer.practices if not one.repeatable]
        told = [one for one in self._answer.activities if one.challenges or one.lessons]
        if not (barriers or told):
            return
        self._chapter("challenges")
        for one in told:
            self._story.subheading(one.title or t(RESTRICTED))
            for text in (one.challenges, one.lessons):
                if text:
                    self._story.paragraph(text)
        if barriers:
            passages.lessons(self._story, t, barriers)

    def _next(self) -> None:
        t = self._t
        if not self._answer.planned:
            return
        self._chapter("next")
        columns = [
            Column("date", t(N_("Date")), 45),
            Column("title", t(N_("Activity")), 85),
            Column("place", t(N_("District")), 45),
        ]
        self._story.table(
            columns,
            [
                (said_period(t, one.starts, one.ends), one.title, one.places or "")
                for one in self._answer.planned
            ],
        )

    def _one_by_one(self) -> None:
        """Each in one sentence, as funders ask for it, with what came of it."""
        told = [one for one in self._answer.activities if one.title]
        if not told:
            return
        self._story.turn()
        self._story.heading(self._t(SECTIONS["one_by_one"]))
        for one in told:
            self._story.subheading(str(one.title))
            self._story.paragraph(held_sentence(self._t, one))
            if one.results:
                self._story.paragraph(one.results)


def _women(counted: Statistics) -> int:
    return sum(row.by_sex[0] for row in counted.split("sex").rows)


def _places(answer: PeriodAnswer) -> dict[str, tuple[str, int, Reach | None]]:
    """Code → name, mark on the map and people of the kabupaten/kota with people or activities."""
    reached = {
        one.district_id: (one.district, _BOTH if one.both else _ONE, one) for one in answer.reach
    }
    held = {code: (name, _HELD, None) for code, name in answer.held_in if code not in reached}
    return {**reached, **held}
