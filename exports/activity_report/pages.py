"""The activity report as pages."""

from db.queries.activity_report import FigureRow, ReportAnswer
from db.rules.dates import stored
from exports.activity_report import TITLE, annexes, sittings, surroundings
from exports.kit import colours, fonts, splits
from exports.kit.columns import Column
from exports.kit.field_words import CODES
from exports.kit.flow import LEFT, MUTED, SMALL, Flow
from exports.kit.letterhead import SIGN_HEIGHT, draw_letterhead, draw_signatures
from exports.kit.paper import paper
from exports.kit.sheet import Style
from exports.kit.wording import SAMPLE, said_period
from resources.texts import N_, NN_, Texts

_COVER = Style(fonts.BOLD, 22, colours.INK, 1.25)
_KIND = Style(fonts.BOLD, 12, colours.ACCENT, 1.3)
_COVER_LINE = Style(fonts.REGULAR, 11, colours.MUTED, 1.5)

NOT_WRITTEN = N_("(not written yet)")
NOBODY = N_("No attendance has been recorded for this activity.")
TOOK_PART = NN_(
    "{n} person took part in at least one session, out of {registered} registered.",
    "{n} people took part in at least one session, out of {registered} registered.",
)
ALSO = N_("That makes {sittings} attendances in {sessions} sessions; {completed} completed.")
SEEN = N_(
    "Besides, {seen} people were seen without being named; they are not part of the figures below."
)
SAID = N_("Figures that were reported")
SAID_NOTE = N_("As stated by the source; not counted from records and never added to them.")
AMONG_OTHERS = N_("among others: {places}")
TRACE = N_("Counted from activity {activity}, data version {version}.")


OTHER_LEVELS = {
    "component": N_("Components"),
    "scope": N_("Scope"),
    "outcome": N_("Outcomes that were reported"),
    "expectation": N_("What is expected of it"),
    "contribution": N_("Contributions"),
}


class Report:
    """Writes one report from top to bottom. Missing parts are left out, or marked as missing."""

    def __init__(self, answer: ReportAnswer, t: Texts, size: str, *, mark_missing: bool) -> None:
        self._answer, self._t, self._mark_missing = answer, t, mark_missing
        row = answer.card.row
        mark = t(SAMPLE) if answer.sample else ""
        self._flow = Flow(paper(size), t, t(TITLE), f"{answer.workspace} · {row.title}", mark)
        self._number = 0

    def make(self) -> bytes:
        """The PDF."""
        self._cover()
        text = self._answer.card.text
        self._written(N_("Background"), text.background)
        self._objectives()
        self._time_and_place()
        self._participants()
        self._team()
        sittings.course(self._flow, self._t, self._answer.card.sessions, self._chapter)
        self._written(N_("Results"), text.results)
        self._written(N_("Lessons learned"), text.lessons)
        self._written(N_("Challenges"), text.challenges)
        self._written(N_("Recommendations"), text.recommendations)
        flow, t, about = self._flow, self._t, self._answer.context
        for part in (surroundings.lessons, surroundings.advice, surroundings.quotes):
            part(flow, t, about, self._chapter)
        self._follow_up()
        for part in (surroundings.agreements, surroundings.programme):
            part(flow, t, about, self._chapter)
        self._written(N_("Closing"), text.closing)
        self._signatures()
        surroundings.sources(flow, t, about)
        annexes.attendance(flow, t, self._answer)
        annexes.photos(flow, t, self._answer)
        return flow.done()

    def _cover(self) -> None:
        flow, t, card = self._flow, self._t, self._answer.card
        sheet = flow.sheet
        answer = self._answer
        y = draw_letterhead(
            sheet, LEFT, 20, flow.room, answer.workspace, answer.letterhead, answer.logo
        )
        y = sheet.block(LEFT, y + 55, flow.room, t(TITLE).upper(), _KIND)
        y = sheet.block(LEFT, y + 3, flow.room, card.row.title, _COVER) + 6
        when = said_period(t, card.row.starts, card.row.ends)
        where = ", ".join(part for part in (card.venue, card.row.places) if part)
        for line in (card.text.theme, when, where, card.platform, card.row.programme):
            if line:
                y = sheet.block(LEFT, y, flow.room, line, _COVER_LINE)
        flow.turn()

    def _chapter(self, title: str) -> None:
        self._number += 1
        self._flow.heading(f"{self._number}. {self._t(title)}")

    def _written(self, title: str, text: str | None) -> None:
        if text:
            self._chapter(title)
            self._flow.paragraph(text)
        elif self._mark_missing:
            self._chapter(title)
            self._flow.paragraph(self._t(NOT_WRITTEN), MUTED)

    def _objectives(self) -> None:
        card, t = self._answer.card, self._t
        listed = [text for level, text in self._answer.statements if level == "objective"]
        parts = [part for part in (card.text.objective, *(f"• {text}" for text in listed)) if part]
        self._written(N_("Objective"), "\n".join(parts))
        outputs = [text for level, text in self._answer.statements if level == "output"]
        expected = [
            part for part in (card.text.expected_outputs, *(f"• {o}" for o in outputs)) if part
        ]
        self._written(N_("Expected outputs"), "\n".join(expected))
        for level, title in OTHER_LEVELS.items():
            texts = [text for of, text in self._answer.statements if of == level]
            if texts:
                self._flow.subheading(t(title))
                self._flow.paragraph("\n".join(f"• {text}" for text in texts))

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
        lines += surroundings.by_role(t, ((o.organization, o.role) for o in card.organizations))
        self._chapter(N_("Time and place"))
        self._flow.facts([(label, value) for label, value in lines if value])

    def _participants(self) -> None:
        t, flow, counted = self._t, self._flow, self._answer.statistics
        self._chapter(N_("Participants"))
        if counted.people:
            flow.paragraph(
                " ".join(
                    (
                        t.count(
                            *TOOK_PART, counted.people, registered=t.number(counted.registered)
                        ),
                        t(
                            ALSO,
                            sittings=t.number(counted.sittings),
                            sessions=t.number(counted.sessions),
                            completed=t.number(counted.completed),
                        ),
                    )
                )
            )
        else:
            flow.paragraph(t(NOBODY), MUTED)
        if counted.head_count:
            flow.paragraph(t(SEEN, seen=t.number(counted.head_count)))
        self._said()
        if not counted.people:
            return
        for split in counted.splits:
            flow.subheading(t(splits.TITLES[split.key]))
            flow.table(
                splits.head_with_shares(t, split),
                splits.rows_with_shares(counted, split, t),
                total=True,
            )
            if note := splits.share_note(split, t):
                flow.paragraph(note, SMALL)
            if split.people and len(split.rows) <= 16:
                flow.chart(splits.chart(split, t))
        flow.paragraph(t(TRACE, activity=counted.scope.activity, version=counted.version), SMALL)

    def _said(self) -> None:
        t, flow = self._t, self._flow
        if not self._answer.figures:
            return
        flow.subheading(t(SAID))
        columns = [
            Column("measure", t(N_("Measure")), 30),
            Column("figure", t(N_("Figure")), 30),
            Column("basis", t(N_("Basis")), 22),
            Column("places", t(N_("Places listed, and what it is of")), 60),
            Column("source", t(N_("Source")), 40),
        ]
        flow.table(
            columns,
            [
                (
                    t.label(one.measure),
                    t.qualified(one.qualifier, one.minimum, one.maximum, one.unit or ""),
                    t(CODES[f"basis.{one.basis}"]),
                    self._listed(one),
                    one.source or "",
                )
                for one in self._answer.figures
            ],
        )
        flow.paragraph(t(SAID_NOTE), SMALL)

    def _listed(self, figure: FigureRow) -> str:
        """Places named with a figure, and whether they are all of them."""
        t = self._t
        places = figure.places or ""
        if places and figure.list_complete is False:
            places = t(AMONG_OTHERS, places=places)
        return "\n".join(part for part in (places, figure.denominator) if part)

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
        self._chapter(N_("Resource people and team"))
        columns = [
            Column("name", t(N_("Name")), 70),
            Column("role", t(N_("Role")), 45),
            Column("where", t(N_("Organization or session")), 55),
        ]
        rows_ = [
            (
                row.code or "–" if row.sensitive else row.full_name,
                t.label(row.role),
                ""
                if row.sensitive
                else ", ".join(part for part in (row.position, row.organization) if part),
            )
            for row in team
        ]
        self._flow.table(columns, [*rows_, *spoke])

    def _follow_up(self) -> None:
        t = self._t
        if not self._answer.steps:
            self._written(N_("Follow-up plan (RTL)"), None)
            return
        self._chapter(N_("Follow-up plan (RTL)"))
        surroundings.plans(self._flow, t, self._answer.context)
        columns = [
            Column("district", t(N_("District")), 30),
            Column("what", t(N_("Step")), 50),
            Column("who", t(N_("In charge")), 35),
            Column("when", t(N_("When")), 28),
            Column("status", t(N_("Status")), 25),
        ]
        self._flow.table(
            columns,
            [
                (s.district or "", s.what, s.in_charge or "", self._when(s.when), t.label(s.status))
                for s in self._answer.steps
            ],
        )

    def _when(self, said: str | None) -> str:
        from db.errors import UserError

        try:
            date = stored(said)
        except UserError:
            return said or ""  # a time in people's own words
        return self._t.date(date.last, date.precision) if date else ""

    def _signatures(self) -> None:
        card = self._answer.card
        if not card.signatories:
            return
        self._flow.need(SIGN_HEIGHT + 10)
        place = (
            (card.row.places or "").split(",")[0].removeprefix("Kabupaten ").removeprefix("Kota ")
        )
        self._flow.y = draw_signatures(
            self._flow.sheet,
            LEFT,
            self._flow.y + 8,
            self._flow.room,
            self._t,
            card.signatories,
            place,
            None,
        )


def _number(t: Texts, number: int | None) -> str:
    return "" if number is None else t.number(number)
