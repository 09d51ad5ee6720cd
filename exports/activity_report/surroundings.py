"""What surrounds an activity in its report: lessons and practices, agreements, programme and forum, quotes, sources."""

from collections.abc import Callable, Iterable

from db.queries.agreement_cards import AgreementCard, Pair
from db.queries.report_context import Context, ForumCard, Origin, ProgrammeCard
from exports.kit.columns import Column
from exports.kit.field_words import CODES
from exports.kit.flow import SMALL
from exports.kit.story import Story
from exports.kit.wording import said_period
from resources.texts import N_, Texts

Chapter = Callable[[str], None]
"""Begins a section, by its key."""
_TOGETHER = 48.0  # millimetres of a chapter that begins with a heading of its own
_LEVELS = tuple(key.split(".")[2] for key in CODES if key.startswith("statement.level."))

CONSENT = {
    "yes": N_("consent given"),
    "no": N_("no consent"),
    None: N_("consent not known"),
}
GOOD_PRACTICE = N_("Good practice")
SECOND_HAND = N_("second-hand source")
EVERY_YEAR = N_("every year")
EDITION = N_("edition {number}")


def belongs(t: Texts, about: Context) -> list[tuple[str, str]]:
    """Labels and values of what the activity is a part of, and for whom it is."""
    one = about.setting
    series = [part for part in (one.series, t(EVERY_YEAR) if one.yearly else "") if part]
    if one.series and one.edition is not None:
        series.append(t(EDITION, number=one.edition))
    return [
        (t(N_("Kind")), t.label(one.kind)),
        (t(N_("Part of")), one.parent or ""),
        (t(N_("Series")), ", ".join(series)),
        (t(N_("Target group")), one.target_group or ""),
        (t(N_("Languages")), one.languages or ""),
        (t(N_("Basis")), t(CODES[f"basis.{one.basis}"])),
        (t(N_("Other spellings and names")), "; ".join(about.aliases)),
        (t(N_("Notes")), one.notes or ""),
    ]


def lessons(story: Story, t: Texts, about: Context, chapter: Chapter) -> None:
    """Barriers with what was done about them, and practices that others can follow."""
    if not about.lessons:
        return
    chapter("practices")
    columns = [
        Column("title", t(N_("What")), 62),
        Column("district", t(N_("District")), 34),
        Column("barrier", t(N_("Barrier")), 34),
        Column("solution", t(N_("Solution")), 34),
        Column("kind", t(N_("Kind")), 26),
    ]
    rows: list[tuple[object, ...]] = [
        (
            _with_session(t, one.title, one.session),
            one.district or "",
            one.barrier or "",
            " → ".join(part for part in (one.solution, one.result) if part),
            t(GOOD_PRACTICE) if one.repeatable else t(N_("Barrier")),
        )
        for one in about.lessons
    ]
    story.table(columns, rows)


def advice(story: Story, t: Texts, about: Context, chapter: Chapter) -> None:
    """Recommendations of the activity, each to somebody."""
    if not about.advice:
        return
    chapter("advice")
    columns = [
        Column("text", t(N_("Recommendation")), 90),
        Column("to", t(N_("To whom")), 45),
        Column("status", t(N_("Status")), 30),
    ]
    story.table(columns, [(a.text, a.to_whom or "", t.label(a.status)) for a in about.advice])


def quotes(story: Story, _: Texts, about: Context, chapter: Chapter) -> None:
    """What people said, word for word."""
    if not about.quotes:
        return
    chapter("quotes")
    for one in about.quotes:
        story.paragraph(f"“{one.words.rstrip(',')}”")
        story.paragraph(
            "— " + ", ".join(part for part in (one.speaker, one.position) if part), SMALL
        )


def agreements(story: Story, t: Texts, about: Context, chapter: Chapter) -> None:
    """Agreements signed here, or under which this is done."""
    if not about.agreements:
        return
    story.need(_TOGETHER)
    chapter("agreements")
    for one in about.agreements:
        _agreement(story, t, one)


def _agreement(story: Story, t: Texts, one: AgreementCard) -> None:
    story.subheading(one.title)
    _facts(
        story,
        (t(N_("Kind")), t.label(one.kind)),
        (t(N_("Number")), one.number or ""),
        (t(N_("Signed")), said_period(t, one.signed, one.signed)),
        (t(N_("Valid until")), said_period(t, one.ends, one.ends)),
        (t(N_("Place")), one.place or ""),
        (t(N_("Carries out")), one.carries_out or ""),
        *_statements(t, one.statements),
        (t(N_("Cross-cutting")), one.cross_cutting or ""),
        (t(N_("Notes")), one.notes or ""),
    )
    if one.parties:
        columns = [
            Column("party", t(N_("Parties")), 45),
            Column("signatory", t(N_("Signatory")), 50),
            Column("contribution", t(N_("Contribution")), 75),
        ]
        story.table(
            columns,
            [
                (
                    p.organization,
                    ", ".join(part for part in (p.signatory, p.position) if part),
                    p.contribution or "",
                )
                for p in one.parties
            ],
        )
    promised = [
        (c.organization or "", c.text, _counted(t, c.agreed, c.unit), t.label(c.status))
        for c in one.commitments
    ]
    promised += [(r.to_whom or "", r.text, "", t.label(r.status)) for r in one.advice]
    if promised:
        columns = [
            Column("who", t(N_("Who or to whom")), 45),
            Column("what", t(N_("Commitment or recommendation")), 75),
            Column("agreed", t(N_("Agreed number")), 25),
            Column("status", t(N_("Status")), 25),
        ]
        story.table(columns, list(promised))


def programme(story: Story, t: Texts, about: Context, chapter: Chapter) -> None:
    """The programme as a whole, and the forums that belong here."""
    if about.programme is None and not about.forums:
        return
    story.need(_TOGETHER)
    chapter("programme")
    if about.programme is not None:
        _programme(story, t, about.programme)
    for forum in about.forums:
        _forum(story, t, forum)


def _programme(story: Story, t: Texts, one: ProgrammeCard) -> None:
    story.subheading(one.name)
    _facts(
        story,
        (t(N_("Other spellings and names")), "; ".join(one.aliases)),
        (t(N_("Part of")), one.parent or ""),
        (t(N_("Period")), said_period(t, one.starts, one.ends)),
        *by_role(t, one.organizations),
        (t(N_("Objective")), one.objective or ""),
        (t(N_("Target group")), one.target_group or ""),
        (t(N_("Approach")), one.approach or ""),
        (t(N_("Stakeholders")), ", ".join(one.stakeholders)),
        *_statements(t, one.statements),
        (t(N_("Notes")), one.notes or ""),
    )


def _forum(story: Story, t: Texts, one: ForumCard) -> None:
    story.subheading(one.name)
    _facts(
        story,
        (t(N_("District")), one.district or ""),
        (t(N_("Status")), t.label(one.status)),
        *by_role(t, one.founders),
        (t(N_("Notes")), one.notes or ""),
    )


def sources(story: Story, t: Texts, about: Context) -> None:
    """Annex: what may be shown with the report, and where all of this is stated."""
    if about.media:
        story.subheading(t(N_("Photos, films and links")))
        for one in about.media:
            parts = (t.label(one.kind), one.caption, one.link, one.credit, t(CONSENT[one.consent]))
            story.paragraph("• " + " · ".join(part for part in parts if part))
    if about.sources:
        story.subheading(t(N_("Sources")))
        for source in about.sources:
            story.paragraph(f"• {_source(t, source)}")


def _source(t: Texts, one: Origin) -> str:
    parts = (
        *(one.title, one.publisher, one.author, said_period(t, one.date, one.date)),
        *(t(SECOND_HAND) if one.secondary else "", one.locators),
    )
    return " · ".join(part for part in parts if part)


def _statements(t: Texts, statements: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is said of a thing, by level; the label once."""
    by_level: dict[str, list[str]] = {level: [] for level in _LEVELS}
    for level, text in statements:
        by_level[level].append(text)
    return [
        (t(CODES[f"statement.level.{level}"]), "\n".join(f"• {text}" for text in texts))
        for level, texts in by_level.items()
        if texts
    ]


def by_role(t: Texts, named: Iterable[tuple[str, Pair]]) -> list[tuple[str, str]]:
    """Organizations by role, each role once, in the order they came."""
    roles: dict[str, list[str]] = {}
    for name, role in named:
        roles.setdefault(t.label(role), []).append(name)
    return [(role, ", ".join(names)) for role, names in roles.items()]


def plans(story: Story, t: Texts, about: Context) -> None:
    """What the plans of the steps below are for."""
    for one in about.plans:
        facts = (
            (t(N_("District")), one.district or ""),
            (t(N_("Barrier or problem")), one.problem or ""),
            (t(N_("Aim")), one.aim or ""),
            (t(N_("What is there already")), one.modalities or ""),
            (t(N_("Parties")), one.parties or ""),
        )
        if any(value for _, value in facts):
            story.subheading(one.title)
            _facts(story, *facts)


def _facts(story: Story, *pairs: tuple[str, str]) -> None:
    story.facts([(label, value) for label, value in pairs if value])


def _counted(t: Texts, number: float | None, unit: str | None) -> str:
    return "" if number is None else f"{t.number(number)} {unit or ''}".strip()


def _with_session(t: Texts, title: str, session: int | None) -> str:
    return title if session is None else f"{title} ({t(N_('Session {number}'), number=session)})"
