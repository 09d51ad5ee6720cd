"""What surrounds an activity in its report: lessons and practices, agreements, programme and forum, quotes, sources."""

from collections.abc import Callable

from db.queries.agreement_cards import AgreementCard
from db.queries.report_context import Context, Origin
from exports.kit import passages
from exports.kit.columns import Column
from exports.kit.field_words import CODES
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
    if about.lessons:
        chapter("practices")
        passages.lessons(story, t, about.lessons)


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
    if about.quotes:
        chapter("quotes")
        passages.quotes(story, about.quotes)


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
    passages.facts(
        story,
        (t(N_("Kind")), t.label(one.kind)),
        (t(N_("Number")), one.number or ""),
        (t(N_("Signed")), said_period(t, one.signed, one.signed)),
        (t(N_("Valid until")), said_period(t, one.ends, one.ends)),
        (t(N_("Place")), one.place or ""),
        (t(N_("Carries out")), one.carries_out or ""),
        *passages.statements(t, one.statements),
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
        passages.programme(story, t, about.programme)
    for forum in about.forums:
        passages.forum(story, t, forum)


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
            passages.facts(story, *facts)


def _counted(t: Texts, number: float | None, unit: str | None) -> str:
    return "" if number is None else f"{t.number(number)} {unit or ''}".strip()
