"""What surrounds an activity in its report: agreements, programme, forum, lessons, quotes, media and sources.

Protected people are told by their code here already; nothing of a restricted activity is quoted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.agreement_cards import Advice, AgreementCard, advice, agreements, pair, statements

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an activity belongs to, and for whom it is."""

    kind: Pair | None
    basis: str
    series: str | None
    yearly: bool | None
    edition: int | None
    parent: str | None
    target_group: str | None
    languages: str | None
    notes: str | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A barrier and what was done about it; ``repeatable``: a good practice."""

    title: str
    district: str | None
    session: int | None
    barrier: str | None
    solution: str | None
    result: str | None
    repeatable: bool


@dataclass(frozen=True, slots=True)
class ForumCard:
    """A forum: where, how far, and who founded it in which role."""

    name: str
    district: str | None
    status: Pair | None
    notes: str | None
    founders: tuple[tuple[str, Pair], ...]


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """The programme of an activity with what is said of it as a whole."""

    name: str
    parent: str | None
    starts: str | None
    ends: str | None
    objective: str | None
    target_group: str | None
    approach: str | None
    notes: str | None
    aliases: tuple[str, ...]
    organizations: tuple[tuple[str, Pair], ...]
    stakeholders: tuple[str, ...]
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A follow-up plan: why, what for, with what, and who is part of it."""

    title: str
    district: str | None
    problem: str | None
    aim: str | None
    modalities: str | None
    parties: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words said by a person, and how the source wrote the name."""

    words: str
    speaker: str | None
    position: str | None


@dataclass(frozen=True, slots=True)
class Medium:
    """A photo, file or link; ``consent``: yes, no, None is not known."""

    kind: Pair | None
    caption: str | None
    link: str | None
    credit: str | None
    consent: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A source, and where in it the activity is told."""

    title: str
    publisher: str | None
    author: str | None
    date: str | None
    secondary: bool
    locators: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """All of it; empty where nothing was stated. ``sample``: some of it is made up."""

    setting: Setting
    lessons: tuple[Lesson, ...]
    advice: tuple[Advice, ...]
    agreements: tuple[AgreementCard, ...]
    programme: ProgrammeCard | None
    forums: tuple[ForumCard, ...]
    plans: tuple[Plan, ...]
    quotes: tuple[Quoted, ...]
    media: tuple[Medium, ...]
    sources: tuple[Origin, ...]
    aliases: tuple[str, ...]
    sample: bool


def context(reader: Reader, activity: str) -> Context:
    """Ask for what surrounds an activity, which must be there."""
    setting = reader.one(
        lambda a, b, basis, series, yearly, *rest: Setting(
            pair(a, b), basis, series, None if yearly is None else bool(yearly), *rest
        ),
        "SELECT k.label_id, k.label_en, v.basis, s.name, s.yearly, v.edition, u.title,"
        " v.target_group, v.languages, v.notes FROM activity AS v"
        " LEFT JOIN term AS k ON k.id = v.kind_id LEFT JOIN series AS s ON s.id = v.series_id"
        " LEFT JOIN activity AS u ON u.id = v.parent_id WHERE v.id = ?",
        (activity,),
    )
    assert setting is not None  # noqa: S101 - the caller has its card already
    programme, forum = reader.one(
        lambda *found: found,
        "SELECT programme_id, forum_id FROM activity WHERE id = ?",
        (activity,),
    ) or (None, None)
    return Context(
        setting,
        tuple(_lessons(reader, activity)),
        tuple(advice(reader, "activity_id", activity)),
        tuple(agreements(reader, activity)),
        programme_card(reader, programme),
        tuple(_forums(reader, activity, forum, programme)),
        tuple(_plans(reader, activity)),
        tuple(quotes(reader, "x.activity_id = ?", (activity,))),
        tuple(_media(reader, activity)),
        tuple(_sources(reader, activity)),
        _texts(reader, "alias", activity),
        _made_up(reader, activity),
    )


def _texts(reader: Reader, table: str, subject: str) -> tuple[str, ...]:
    return tuple(
        reader.rows(
            str,
            f"SELECT text FROM {table} WHERE subject_id = ? AND removed = 0 ORDER BY text",
            (subject,),
        )
    )


def _lessons(reader: Reader, activity: str) -> list[Lesson]:
    return reader.rows(
        lambda title, place, session, barrier, solution, result, repeatable: Lesson(
            title, place, session, barrier, solution, result, bool(repeatable)
        ),
        "SELECT i.title, d.name, n.number, i.barrier, i.solution, i.result, i.repeatable"
        " FROM issue AS i LEFT JOIN district AS d ON d.id = i.district_id"
        " LEFT JOIN activity_session AS n ON n.id = i.session_id"
        " WHERE i.activity_id = ? AND i.removed = 0 ORDER BY i.repeatable, i.title",
        (activity,),
    )


def programme_card(reader: Reader, programme: str | None) -> ProgrammeCard | None:
    """A programme as a whole; None where there is none."""

    def complete(*values: Any) -> ProgrammeCard:
        row = str(programme)
        whole: tuple[Any, ...] = (
            *values,
            _texts(reader, "alias", row),
            tuple(_in_programme(reader, row)),
            tuple(_stakeholders(reader, row)),
            statements(reader, row),
        )
        return ProgrammeCard(*whole)

    return reader.one(
        complete,
        "SELECT p.name, u.name, p.starts, p.ends, p.objective, p.target_group, p.approach, p.notes"
        " FROM programme AS p LEFT JOIN programme AS u ON u.id = p.parent_id WHERE p.id = ?",
        (programme,),
    )


def _in_programme(reader: Reader, programme: str) -> list[tuple[str, Pair]]:
    return reader.rows(
        lambda name, a, b: (name, (a, b)),
        "SELECT o.name, t.label_id, t.label_en FROM programme_organization AS x"
        " JOIN organization AS o ON o.id = x.organization_id JOIN term AS t ON t.id = x.role_id"
        " WHERE x.programme_id = ? AND x.removed = 0 ORDER BY t.rank, o.name",
        (programme,),
    )


def _stakeholders(reader: Reader, programme: str) -> list[str]:
    return reader.rows(
        str,
        "SELECT t.name FROM tagging AS x JOIN tag AS t ON t.id = x.tag_id"
        " WHERE x.subject_id = ? AND t.kind = 'stakeholder' AND x.removed = 0 ORDER BY t.name",
        (programme,),
    )


def _forums(
    reader: Reader, activity: str, forum: str | None, programme: str | None
) -> list[ForumCard]:
    """The forum of the activity first, then the others of its programme."""

    def complete(row: str, name: str, district: str, a: str, b: str, notes: str) -> ForumCard:
        founders = reader.rows(
            lambda who, label_id, label_en: (who, (label_id, label_en)),
            "SELECT o.name, t.label_id, t.label_en FROM forum_founder AS x"
            " JOIN organization AS o ON o.id = x.organization_id JOIN term AS t ON t.id = x.role_id"
            " WHERE x.forum_id = ? AND x.removed = 0 ORDER BY t.code = 'lead' DESC, o.name",
            (row,),
        )
        return ForumCard(name, district, pair(a, b), notes, tuple(founders))

    return reader.rows(
        complete,
        "SELECT f.id, f.name, d.name, t.label_id, t.label_en, f.notes FROM forum AS f"
        " LEFT JOIN district AS d ON d.id = f.district_id LEFT JOIN term AS t ON t.id = f.status_id"
        " WHERE f.removed = 0 AND (f.id = ?1 OR f.founding_activity_id = ?2 OR (?1 IS NOT NULL"
        " AND f.programme_id = ?3)) ORDER BY f.id <> ?1, f.name",
        (forum, activity, programme),
    )


def _plans(reader: Reader, activity: str) -> list[Plan]:
    return reader.rows(
        Plan,
        "SELECT p.title, d.name, p.problem, p.aim, p.modalities,"
        " (SELECT group_concat(o.name, ', ' ORDER BY x.side DESC, o.name) FROM action_plan_party AS x"
        "  JOIN organization AS o ON o.id = x.organization_id"
        "  WHERE x.plan_id = p.id AND x.removed = 0)"
        " FROM action_plan AS p LEFT JOIN district AS d ON d.id = p.district_id"
        " WHERE p.activity_id = ? AND p.removed = 0 ORDER BY d.name, p.title",
        (activity,),
    )


def quotes(reader: Reader, where: str, parameters: Sequence[object]) -> list[Quoted]:
    """Words of people who are not protected and did not refuse, at activities (v) that are open."""
    return reader.rows(
        Quoted,
        "SELECT x.words, coalesce(p.name, x.speaker_as_written), p.position FROM quote AS x"
        " LEFT JOIN person AS p ON p.id = x.person_id JOIN activity AS v ON v.id = x.activity_id"
        f" WHERE {where} AND x.removed = 0 AND coalesce(p.sensitive, 0) = 0"
        " AND v.sensitivity <> 'restricted' AND x.consent IS NOT 'no'"
        " ORDER BY coalesce(v.starts, v.ends), x.id",
        parameters,
    )


def practices(reader: Reader, where: str, parameters: Sequence[object]) -> list[Lesson]:
    """Good practices, then barriers (i), of several activities (v) that are open, or of none."""
    return reader.rows(
        lambda title, place, barrier, solution, result, repeatable: Lesson(
            title, place, None, barrier, solution, result, bool(repeatable)
        ),
        "SELECT i.title, d.name, i.barrier, i.solution, i.result, i.repeatable FROM issue AS i"
        " LEFT JOIN district AS d ON d.id = i.district_id"
        " LEFT JOIN activity AS v ON v.id = i.activity_id"
        f" WHERE i.removed = 0 AND ({where}) AND coalesce(v.sensitivity, '') <> 'restricted'"
        " ORDER BY i.repeatable DESC, i.title",
        parameters,
    )


def _media(reader: Reader, activity: str) -> list[Medium]:
    """Documents, links, and photos that are known by their caption alone; the others are printed or withheld."""
    return reader.rows(
        lambda a, b, *rest: Medium(pair(a, b), *rest),
        "SELECT t.label_id, t.label_en, coalesce(x.caption, x.file_name), x.link, x.credit, x.consent"
        " FROM attachment AS x LEFT JOIN term AS t ON t.id = x.kind_id"
        " WHERE x.subject = 'activity' AND x.subject_id = ? AND x.removed = 0"
        "  AND NOT (x.kind_id IS 'attachment_kind:photo' AND x.sha256 IS NOT NULL)"
        " ORDER BY x.rank, x.id",
        (activity,),
    )


def _sources(reader: Reader, activity: str) -> list[Origin]:
    return reader.rows(
        lambda title, publisher, author, date, secondary, where: Origin(
            title, publisher, author, date, bool(secondary), where
        ),
        "SELECT s.title, s.publisher, s.author, s.date, s.secondary,"
        " group_concat(c.locator, ', ' ORDER BY c.locator) FROM citation AS c"
        " JOIN source AS s ON s.id = c.source_id"
        " WHERE c.subject_id = ? AND c.removed = 0 GROUP BY s.id ORDER BY s.title",
        (activity,),
    )


def _made_up(reader: Reader, activity: str) -> bool:
    """Whether a lesson, advice, quote, medium or agreement of the activity is made up."""
    of = ("issue", "recommendation", "quote")
    parts = [f"SELECT sample FROM {table} WHERE activity_id = ?1 AND removed = 0" for table in of]
    parts.append("SELECT sample FROM attachment WHERE subject_id = ?1 AND removed = 0")
    parts.append("SELECT sample FROM agreement WHERE signing_activity_id = ?1 AND removed = 0")
    return bool(reader.value(f"SELECT max(sample) FROM ({' UNION ALL '.join(parts)})", (activity,)))
