"""All about a forum, a district or an organization, as a profile tells it.

Protected people are told by their code; of a restricted activity only its day and kind are told.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries import registers, settings, taken_part
from db.queries.activity_counts import ActivityCount, by_activity
from db.queries.agreement_cards import pair
from db.queries.registers import AgreementLine, StepLine, Subject
from db.queries.report_context import Lesson, practices
from db.queries.settings import Papers
from db.queries.shown import LISTED, NAME, unless_protected
from db.queries.taken_part import Scope
from db.rules.names import FullName

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Belonging:
    """A person or an organization that belongs to it, in which role and since when."""

    name: str
    sex: str | None
    role: Pair | None
    detail: str | None
    starts: str | None
    ends: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """An activity with the role in it. ``title`` None: restricted. ``people`` took part; None where it was not held."""

    title: str | None
    kind: Pair | None
    status: Pair
    starts: str | None
    ends: str | None
    places: str | None
    role: Pair | None
    women: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """What all profiles have. ``about``: what is kept of the thing itself, by the name of its column.

    ``status`` and ``kind`` have an English twin. ``named``: names that belong to it in some way (founders, networks, districts), by what they are to it.
    ``number``: how many of each sex belong to it, where they are counted and not named.
    """

    name: str
    about: dict[str, Any]
    named: tuple[tuple[Pair, tuple[str, ...]], ...]
    people: tuple[Belonging, ...]
    organizations: tuple[Belonging, ...]
    number: dict[str, int]
    activities: tuple[Done, ...]
    agreements: tuple[AgreementLine, ...]
    steps: tuple[StepLine, ...]
    practices: tuple[Lesson, ...]
    papers: Papers
    today: dt.date
    sample: bool


_PERSON = f"{NAME}, {unless_protected('p.sex')}"


def forum(reader: Reader, row: str, today: dt.date) -> Profile | None:
    """Ask for the profile of a forum; None where there is none."""
    about = _about(
        reader,
        "name programme district founded status status_en organization aims notes sample",
        "SELECT f.name, g.name, d.name, f.founded, t.label_id, t.label_en, o.name, f.aims, f.notes,"
        " f.sample FROM forum AS f"
        " LEFT JOIN programme AS g ON g.id = f.programme_id"
        " LEFT JOIN district AS d ON d.id = f.district_id LEFT JOIN term AS t ON t.id = f.status_id"
        " LEFT JOIN organization AS o ON o.id = f.organization_id WHERE f.id = ? AND f.removed = 0",
        row,
    )
    if about is None:
        return None
    founders = _named(
        reader,
        "SELECT t.label_id, t.label_en, o.name FROM forum_founder AS x"
        " JOIN organization AS o ON o.id = x.organization_id JOIN term AS t ON t.id = x.role_id"
        " WHERE x.forum_id = ? AND x.removed = 0 ORDER BY t.rank, o.name",
        row,
    )
    people = _people(
        reader,
        f"SELECT {_PERSON}, t.label_id, t.label_en,"
        f" {unless_protected('o.name')}, x.starts, x.ends FROM forum_member AS x"
        " JOIN person AS p ON p.id = x.person_id LEFT JOIN term AS t ON t.id = x.role_id"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        f" WHERE x.forum_id = ? AND x.removed = 0 AND {LISTED} ORDER BY t.rank, shown",
        row,
    )
    organizations = _organizations(
        reader,
        "SELECT o.name, t.label_id, t.label_en, k.label_id, x.starts, x.ends FROM forum_member AS x"
        " JOIN organization AS o ON o.id = x.organization_id LEFT JOIN term AS t ON t.id = x.role_id"
        " LEFT JOIN term AS k ON k.id = o.kind_id"
        " WHERE x.forum_id = ? AND x.removed = 0 ORDER BY o.name",
        row,
    )
    where = "v.forum_id = ?1 OR v.id = (SELECT founding_activity_id FROM forum WHERE id = ?1)"
    return _profile(
        reader, ("forum", row), today, about, where,
        named=founders, people=people, organizations=organizations,
    )  # fmt: skip


def district(reader: Reader, row: str, today: dt.date) -> Profile | None:
    """Ask for the profile of a kabupaten or kota; its people are counted, not named."""
    about = _about(
        reader,
        "name code province sample",
        "SELECT d.name, d.id, u.name, d.sample FROM district AS d"
        " LEFT JOIN district AS u ON u.id = d.parent_id WHERE d.id = ? AND d.removed = 0",
        row,
    )
    if about is None:
        return None
    number = dict(
        reader.rows(
            lambda sex, people: (sex, people),
            "SELECT coalesce(p.sex, 'unknown'), count(*) FROM person AS p"
            f" WHERE p.district_id = ? AND {LISTED} GROUP BY 1",
            (row,),
        )
    )
    forums = _named(
        reader,
        "SELECT 'Forum', 'Forum', name FROM forum WHERE district_id = ? AND removed = 0 ORDER BY name",
        row,
    )
    organizations = _organizations(
        reader,
        "SELECT o.name, t.label_id, t.label_en, o.acronym, NULL, NULL FROM organization AS o"
        " LEFT JOIN term AS t ON t.id = o.kind_id WHERE o.district_id = ? AND o.removed = 0"
        " ORDER BY t.rank, o.name",
        row,
    )
    where = (
        "v.id IN (SELECT x.activity_id FROM activity_district AS x"
        " WHERE x.district_id = ?1 AND x.removed = 0) AND v.sensitivity <> 'restricted'"
    )
    return _profile(
        reader, ("district", row), today, about, where,
        named=forums, organizations=organizations, number=number,
    )  # fmt: skip


def organization(reader: Reader, row: str, today: dt.date) -> Profile | None:
    """Ask for the profile of an organization with those who belong to it."""
    about = _about(
        reader,
        "name acronym kind kind_en parent district website phone email address notes sample",
        "SELECT o.name, o.acronym, t.label_id, t.label_en, u.name, d.name, o.website, o.phone,"
        " o.email, o.address, o.notes, o.sample FROM organization AS o"
        " LEFT JOIN term AS t ON t.id = o.kind_id"
        " LEFT JOIN organization AS u ON u.id = o.parent_id"
        " LEFT JOIN district AS d ON d.id = o.district_id WHERE o.id = ? AND o.removed = 0",
        row,
    )
    if about is None:
        return None
    named = _named(
        reader,
        "SELECT 'Bagian', 'Units', name FROM organization WHERE parent_id = ?1 AND removed = 0"
        " UNION ALL SELECT 'Jaringan', 'Networks', n.name FROM organization_network AS x"
        " JOIN organization AS n ON n.id = x.network_id"
        " WHERE x.organization_id = ?1 AND x.removed = 0"
        " UNION ALL SELECT 'Wilayah kerja', 'Districts of work', d.name"
        " FROM organization_district AS x JOIN district AS d ON d.id = x.district_id"
        " WHERE x.organization_id = ?1 AND x.removed = 0"
        " UNION ALL SELECT 'Forum', 'Forums', f.name FROM forum_member AS x"
        " JOIN forum AS f ON f.id = x.forum_id WHERE x.organization_id = ?1 AND x.removed = 0",
        row,
    )
    people = _people(
        reader,
        f"SELECT {_PERSON}, t.label_id, t.label_en,"
        f" {unless_protected('a.position')}, a.starts, a.ends"
        " FROM affiliation AS a JOIN person AS p ON p.id = a.person_id"
        " LEFT JOIN term AS t ON t.id = a.standing_id"
        f" WHERE a.organization_id = ? AND a.removed = 0 AND {LISTED} ORDER BY shown",
        row,
    )
    where = (
        "v.id IN (SELECT x.activity_id FROM activity_organization AS x"
        " WHERE x.organization_id = ?1 AND x.removed = 0)"
    )
    return _profile(
        reader, ("organization", row), today, about, where, named=named, people=people
    )  # fmt: skip


def _profile(
    reader: Reader,
    subject: Subject,
    today: dt.date,
    about: dict[str, Any],
    where: str,
    *,
    named: tuple[tuple[Pair, tuple[str, ...]], ...],
    people: tuple[Belonging, ...] = (),
    organizations: tuple[Belonging, ...] = (),
    number: dict[str, int] | None = None,
) -> Profile:
    sample = bool(about.pop("sample"))
    return Profile(
        name=about.pop("name"),
        about=about,
        named=named,
        people=people,
        organizations=organizations,
        number=number or {},
        activities=tuple(_activities(reader, subject, where)),
        agreements=tuple(registers.agreements(reader, today, subject)),
        steps=tuple(registers.steps(reader, today, subject)),
        practices=tuple(practices(reader, _PRACTICES_OF[subject[0]], (subject[1],))),
        papers=settings.papers(reader),
        today=today,
        sample=sample or registers.has_samples(reader),
    )


def _about(reader: Reader, keys: str, sql: str, row: str) -> dict[str, Any] | None:
    """The values of the one row that there is, each by its key."""
    return reader.one(lambda *values: dict(zip(keys.split(), values, strict=True)), sql, (row,))


def _named(reader: Reader, sql: str, row: str) -> tuple[tuple[Pair, tuple[str, ...]], ...]:
    """Names by what they are to it, in the order they come."""
    found: dict[Pair, list[str]] = {}
    for label, english, name in reader.each(sql, (row,)):
        found.setdefault((label, english), []).append(name)
    return tuple((label, tuple(names)) for label, names in found.items())


def _people(reader: Reader, sql: str, row: str) -> tuple[Belonging, ...]:
    return tuple(
        reader.rows(
            lambda before, name, after, sex, a, b, *rest: Belonging(
                str(FullName(before, name, after)), sex, pair(a, b), *rest
            ),
            sql,
            (row,),
        )
    )


def _organizations(reader: Reader, sql: str, row: str) -> tuple[Belonging, ...]:
    return tuple(
        reader.rows(lambda name, a, b, *rest: Belonging(name, None, pair(a, b), *rest), sql, (row,))
    )


def _activities(reader: Reader, subject: Subject, where: str) -> list[Done]:
    """Activities by day, the newest first, each with those who took part."""
    kind, about = subject
    role = (
        "(SELECT x.role_id FROM activity_organization AS x WHERE x.activity_id = v.id"
        " AND x.organization_id = ?1 AND x.removed = 0 LIMIT 1)"
        if kind == "organization"
        else "NULL"
    )

    def complete(row: str, a: str, b: str, c: str, d: str, e: str, f: str, *rest: Any) -> Done:
        title, starts, ends, places, held = rest
        count = _count(reader, row) if held else None
        told = (count.by_sex[0], count.people) if count else (0, 0) if held else (None, None)
        return Done(title, pair(a, b), (c, d), starts, ends, places, pair(e, f), *told)

    return reader.rows(
        complete,
        "SELECT v.id, k.label_id, k.label_en, s.label_id, s.label_en, r.label_id, r.label_en,"
        " CASE WHEN v.sensitivity <> 'restricted' THEN v.title END, v.starts, v.ends,"
        " CASE WHEN v.sensitivity <> 'restricted' THEN"
        "  (SELECT group_concat(d.name, ', ' ORDER BY x.rank) FROM activity_district AS x"
        "   JOIN district AS d ON d.id = x.district_id"
        "   WHERE x.activity_id = v.id AND x.removed = 0) END, s.meaning = 'held'"
        " FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        f" LEFT JOIN term AS k ON k.id = v.kind_id LEFT JOIN term AS r ON r.id = {role}"
        f" WHERE v.removed = 0 AND ({where}) ORDER BY coalesce(v.starts, v.ends) DESC, v.title",
        (about,),
    )


def _count(reader: Reader, activity: str) -> ActivityCount | None:
    there = taken_part.records(reader, Scope(activity=activity))
    return by_activity(there).get(activity)


_PRACTICES_OF = {
    "district": "i.district_id = ?1",
    "forum": "i.activity_id IN (SELECT v.id FROM activity AS v WHERE v.forum_id = ?1)",
    "organization": "?1 IS NULL",  # nobody says whose a barrier is
}
