"""Passages that several reports have: programme and forum, lessons and practices, quotes."""

from collections.abc import Iterable

from db.queries.agreement_cards import Pair
from db.queries.report_context import ForumCard, Lesson, ProgrammeCard, Quoted
from exports.kit.columns import Column
from exports.kit.field_words import CODES
from exports.kit.flow import SMALL
from exports.kit.story import Story
from exports.kit.wording import said_period
from resources.texts import N_, Texts

_LEVELS = tuple(key.split(".")[2] for key in CODES if key.startswith("statement.level."))

GOOD_PRACTICE = N_("Good practice")


def programme(story: Story, t: Texts, one: ProgrammeCard) -> None:
    """A programme as a whole."""
    story.subheading(one.name)
    facts(
        story,
        (t(N_("Other spellings and names")), "; ".join(one.aliases)),
        (t(N_("Part of")), one.parent or ""),
        (t(N_("Period")), said_period(t, one.starts, one.ends)),
        *by_role(t, one.organizations),
        (t(N_("Objective")), one.objective or ""),
        (t(N_("Target group")), one.target_group or ""),
        (t(N_("Approach")), one.approach or ""),
        (t(N_("Stakeholders")), ", ".join(one.stakeholders)),
        *statements(t, one.statements),
        (t(N_("Notes")), one.notes or ""),
    )


def forum(story: Story, t: Texts, one: ForumCard) -> None:
    """A forum with who founded it."""
    story.subheading(one.name)
    facts(
        story,
        (t(N_("District")), one.district or ""),
        (t(N_("Status")), t.label(one.status)),
        *by_role(t, one.founders),
        (t(N_("Notes")), one.notes or ""),
    )


def lessons(story: Story, t: Texts, told: Iterable[Lesson]) -> None:
    """Barriers with what was done about them, and practices that others can follow."""
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
        for one in told
    ]
    story.table(columns, rows)


def quotes(story: Story, told: Iterable[Quoted]) -> None:
    """What people said, word for word."""
    for one in told:
        story.paragraph(f"“{one.words.rstrip(',')}”")
        story.paragraph(
            "— " + ", ".join(part for part in (one.speaker, one.position) if part), SMALL
        )


def statements(t: Texts, statements: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
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


def facts(story: Story, *pairs: tuple[str, str]) -> None:
    """Labels with values; what is not known is left out."""
    story.facts([(label, value) for label, value in pairs if value])


def _with_session(t: Texts, title: str, session: int | None) -> str:
    return title if session is None else f"{title} ({t(N_('Session {number}'), number=session)})"
