"""Questions for registers: who is there, which agreements run, which steps are late, where nobody was yet."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.engine import Reader
from db.queries.agreements import ENDS
from db.queries.shown import LISTED, NAME, unless_protected
from db.queries.taken_part import inside
from db.rules.dates import stored
from db.rules.names import FullName

Pair = tuple[str, str]

_CLOSED = "closed"  # what a status of steps means

Subject = tuple[str, str | None]
"""What lines shall belong to: everything, programme (with its components), activity, forum, district or organization; its id."""

EVERYTHING: Subject = ("everything", None)

_AGREEMENTS_OF = {
    "everything": "?1 IS NULL",
    "programme": f"?1 IS NULL OR a.programme_id IN {inside('?1')}",
    "organization": "a.id IN (SELECT x.agreement_id FROM agreement_party AS x"
    " WHERE x.organization_id = ?1 AND x.removed = 0)",
    "district": "a.district_id = ?1 OR a.id IN (SELECT x.agreement_id FROM agreement_party AS x"
    " JOIN organization AS o ON o.id = x.organization_id WHERE o.district_id = ?1 AND x.removed = 0)",
    "forum": "a.id IN (SELECT x.agreement_id FROM agreement_party AS x"
    " JOIN forum AS f ON f.organization_id = x.organization_id WHERE f.id = ?1 AND x.removed = 0)",
}
_STEPS_OF = {
    "everything": "?1 IS NULL",
    "programme": "?1 IS NULL OR p.activity_id IN"
    f" (SELECT v.id FROM activity AS v WHERE v.programme_id IN {inside('?1')})",
    "organization": "s.organization_id = ?1 OR p.id IN (SELECT x.plan_id FROM action_plan_party AS x"
    " WHERE x.organization_id = ?1 AND x.removed = 0)",
    "district": "coalesce(s.district_id, p.district_id) = ?1",
    "activity": "p.activity_id = ?1",
    "forum": "p.activity_id IN (SELECT v.id FROM activity AS v WHERE v.forum_id = ?1)",
}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member. Of a protected one ``name`` is the code and nothing else is known."""

    name: str
    sex: str | None
    organization: str | None
    position: str | None
    district: str | None
    phone: str | None
    email: str | None
    activities: int


@dataclass(frozen=True, slots=True)
class OrganizationLine:
    """An organization with its members and the activities in which it had a role."""

    name: str
    acronym: str | None
    kind: Pair | None
    district: str | None
    phone: str | None
    email: str | None
    members: int
    activities: int


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An agreement; ``days``: until it ends (negative: since), None where no end is known."""

    title: str
    number: str | None
    kind: Pair | None
    parties: str | None
    signed: str | None
    ends: str | None
    days: int | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of an action plan. ``said``: its time in words, where no date can be given.

    ``late``: its time is over and it is neither done nor given up; ``closed``: it is one of these.
    """

    district: str | None
    plan: str
    what: str
    who: str | None
    when: str | None
    said: str | None
    status: Pair | None
    progress: int | None
    mentored: str | None
    late: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class DistrictLine:
    """A kabupaten or kota in which nothing was held yet, with the members and organizations known there."""

    province: str
    name: str
    members: int
    organizations: int


_TOLD = ("p.sex", "o.name", "coalesce(a.position, p.position)", "d.name", "p.phone", "p.email")


def members(reader: Reader) -> list[MemberLine]:
    """All members by name."""
    return reader.rows(
        lambda before, name, after, *rest: MemberLine(str(FullName(before, name, after)), *rest),
        f"SELECT {NAME}, {', '.join(map(unless_protected, _TOLD))},"
        " (SELECT count(*) FROM participation AS x WHERE x.person_id = p.id AND x.removed = 0)"
        " FROM person AS p"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " LEFT JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN district AS d ON d.id = p.district_id"
        f" WHERE {LISTED} ORDER BY p.sensitive, shown, p.id",
    )


def organizations(reader: Reader) -> list[OrganizationLine]:
    """All organizations by name."""
    return reader.rows(
        lambda name, acronym, kind, kind_en, *rest: OrganizationLine(
            name, acronym, (kind, kind_en) if kind else None, *rest
        ),
        "SELECT o.name, o.acronym, t.label_id, t.label_en, d.name, o.phone, o.email,"
        " (SELECT count(DISTINCT a.person_id) FROM affiliation AS a JOIN person AS p ON p.id = a.person_id"
        f"  WHERE a.organization_id = o.id AND a.removed = 0 AND {LISTED}),"
        " (SELECT count(DISTINCT x.activity_id) FROM activity_organization AS x"
        "  JOIN activity AS v ON v.id = x.activity_id"
        "  WHERE x.organization_id = o.id AND x.removed = 0 AND v.removed = 0)"
        " FROM organization AS o LEFT JOIN term AS t ON t.id = o.kind_id"
        " LEFT JOIN district AS d ON d.id = o.district_id WHERE o.removed = 0 ORDER BY o.name, o.id",
    )


def agreements(
    reader: Reader, today: dt.date, subject: Subject = EVERYTHING
) -> list[AgreementLine]:
    """Agreements: those that end next, those that ended last, those without an end.

    An extension moves the end.
    """
    kind, row = subject
    found = [
        AgreementLine(
            *(title, number, (kind, kind_en) if kind else None, parties, signed, ends),
            _days(ends, today),
        )
        for title, number, kind, kind_en, parties, signed, ends in reader.each(
            "SELECT a.title, a.number, t.label_id, t.label_en,"
            " (SELECT group_concat(o.name, '; ' ORDER BY o.name) FROM agreement_party AS x"
            "  JOIN organization AS o ON o.id = x.organization_id"
            "  WHERE x.agreement_id = a.id AND x.removed = 0),"
            f" a.signed, {ENDS.format('a')}"
            " FROM agreement AS a LEFT JOIN term AS t ON t.id = a.kind_id WHERE a.removed = 0"
            f" AND ({_AGREEMENTS_OF[kind]})",
            (row,),
        )
    ]
    return sorted(found, key=lambda one: (*_soon(one.days), one.title, one.number or ""))


def _soon(days: int | None) -> tuple[bool, bool, int]:
    """What ends next, then what ended last, then what has no end."""
    return days is None, (days or 0) < 0, abs(days or 0)


def steps(reader: Reader, today: dt.date, subject: Subject = EVERYTHING) -> list[StepLine]:
    """Steps of action plans: the late ones first, then by district, plan and number.

    Of a programme or forum are the plans that its activities led to.
    """
    kind, about = subject
    found = [
        _step(today, *row)
        for row in reader.each(
            "SELECT d.name, p.title, s.what,"
            # Who is protected, and whatever was typed for them, stays unnamed.
            " nullif(CASE WHEN z.sensitive THEN coalesce(o.name, '') ELSE concat_ws('; ', z.name, o.name,"
            "  nullif(nullif(s.in_charge, z.name), o.name), s.with_whom) END, ''),"
            " s.starts, s.ends, s.when_said, t.label_id, t.label_en, t.meaning, s.progress,"
            " (SELECT max(f.date) FROM follow_up AS f WHERE f.removed = 0"
            "  AND (f.step_id = s.id OR (f.step_id IS NULL AND f.plan_id = p.id)))"
            " FROM action_plan AS p JOIN action_step AS s ON s.plan_id = p.id"
            " LEFT JOIN district AS d ON d.id = coalesce(s.district_id, p.district_id)"
            " LEFT JOIN person AS z ON z.id = s.person_id"
            " LEFT JOIN organization AS o ON o.id = s.organization_id"
            " LEFT JOIN term AS t ON t.id = s.status_id"
            f" WHERE p.removed = 0 AND s.removed = 0 AND ({_STEPS_OF[kind]})"
            " ORDER BY d.name, p.title, s.number, s.id",
            (about,),
        )
    ]
    return sorted(found, key=lambda one: not one.late)


def _step(today: dt.date, *row: Any) -> StepLine:
    (
        district,
        plan,
        what,
        who,
        starts,
        ends,
        said,
        status,
        status_en,
        meaning,
        progress,
        mentored,
    ) = row
    return StepLine(
        *(district, plan, what, who, ends or starts, said),
        (status, status_en) if status else None,
        *(progress, mentored),
        late=meaning != _CLOSED and (_days(ends, today) or 0) < 0,
        closed=meaning == _CLOSED,
    )


def unreached(reader: Reader, *, everywhere: bool = False) -> list[DistrictLine]:
    """Kabupaten and kota without any activity that was held; those of provinces with one, or of all."""
    held = (
        "SELECT x.district_id FROM activity_district AS x JOIN activity AS v ON v.id = x.activity_id"
        " JOIN term AS s ON s.id = v.status_id"
        " WHERE x.removed = 0 AND v.removed = 0 AND s.meaning = 'held'"
    )
    return reader.rows(
        DistrictLine,
        f"WITH held (id) AS ({held}) SELECT u.name, d.name,"
        f" (SELECT count(*) FROM person AS p WHERE p.district_id = d.id AND {LISTED}),"
        " (SELECT count(*) FROM organization AS o WHERE o.district_id = d.id AND o.removed = 0)"
        " FROM district AS d JOIN district AS u ON u.id = d.parent_id"
        " WHERE d.level = 'regency' AND d.removed = 0 AND d.id NOT IN (SELECT id FROM held)"
        " AND (?1 OR u.id IN (SELECT q.parent_id FROM district AS q WHERE q.id IN (SELECT id FROM held)))"
        " ORDER BY u.name, d.name",
        (everywhere,),
    )


def has_samples(reader: Reader) -> bool:
    """Whether something in the workspace is made up."""
    return bool(
        reader.value("SELECT 1 FROM person WHERE sample AND removed = 0 LIMIT 1")
        or reader.value("SELECT 1 FROM activity WHERE sample AND removed = 0 LIMIT 1")
    )


def _days(date: str | None, today: dt.date) -> int | None:
    end = stored(date)
    return None if end is None else (end.last - today).days
