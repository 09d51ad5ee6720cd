"""What a report writer asks of texts and records: answers with their qualifiers, or what is missing.

'No data' is an answer of its own: None stands for 'not stated', never for zero.
"""

from dataclasses import dataclass

from db.engine import Reader
from db.queries.activity_report import FigureRow, figures
from db.queries.statistics import Reach, Scope, statistics
from resources.texts import N_

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NoData:
    """The texts and records do not answer this; ``missing`` says what would be needed (msgids)."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that was said, and the places named with it: as written, distinct, and not certain."""

    figure: FigureRow
    written: tuple[str, ...]
    distinct: int
    uncertain: tuple[str, ...]
    complete: bool | None


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """An agreement; empty parties and dates are not stated."""

    title: str
    kind: Pair | None
    signed: str | None
    parties: tuple[str, ...]
    scope: tuple[str, ...]
    carries_out: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised for afterwards."""

    what: str
    by_whom: str | None
    until: str | None
    status: Pair | None


def said_about(reader: Reader, subject: str, row: str) -> list[FigureRow]:
    """Figures that were said about a thing."""
    return figures(reader, subject, row)


def claims(reader: Reader, measure: str) -> list[Claim]:
    """Figures of one measure with the places listed beside them."""
    rows = reader.rows(
        lambda row, subject, about, complete: (row, subject, about, complete),
        "SELECT id, subject, subject_id, list_complete FROM reported_figure"
        " WHERE measure = ? AND removed = 0 ORDER BY id",
        (measure,),
    )
    found = []
    for row, subject, about, complete in rows:
        places = reader.rows(
            lambda written, district, level: (written, district, level),
            "SELECT p.as_written, d.id, d.level FROM figure_place AS p JOIN district AS d"
            " ON d.id = p.district_id WHERE p.figure_id = ? AND p.removed = 0 ORDER BY p.rank",
            (row,),
        )
        figure = next(
            f for f in figures(reader, subject, about) if f.measure == _label(reader, measure)
        )
        found.append(
            Claim(
                figure,
                tuple(written for written, _, _ in places),
                len({district for _, district, _ in places}),
                tuple(written for written, _, level in places if level == "uncertain"),
                None if complete is None else bool(complete),
            )
        )
    return found


def districts_with_both(reader: Reader, activity: str) -> tuple[Reach, ...] | NoData:
    """Districts with somebody from government and somebody from civil society, counted from records."""
    counted = statistics(reader, Scope(activity=activity))
    if not counted.people:
        return NoData((N_("participants with organization and district"), N_("attendance")))
    return tuple(reach for reach in counted.districts if reach.both)


def founders(reader: Reader, forum: str) -> list[tuple[str, Pair]]:
    """Organizations that founded a forum, the leading one first."""
    return reader.rows(
        lambda name, label_id, label_en: (name, (label_id, label_en)),
        "SELECT coalesce(o.acronym, o.name), t.label_id, t.label_en FROM forum_founder AS f"
        " JOIN organization AS o ON o.id = f.organization_id JOIN term AS t ON t.id = f.role_id"
        " WHERE f.forum_id = ? AND f.removed = 0 ORDER BY t.code = 'lead' DESC, o.name",
        (forum,),
    )


def not_confirmed(reader: Reader) -> list[tuple[str, str]]:
    """Activities that were planned and never reported as held: id and title."""
    return reader.rows(
        lambda row, title: (row, title),
        "SELECT v.id, v.title FROM activity AS v JOIN term AS s ON s.id = v.status_id"
        " WHERE s.meaning = 'planned' AND v.removed = 0 AND v.sample = 0 ORDER BY v.starts",
    )


def hours(reader: Reader, activity: str) -> tuple[float, float] | NoData:
    """Shortest and longest total of the sessions, in hours."""
    found = reader.one(
        lambda *values: values,
        "SELECT sum(minutes_from), sum(minutes_to), count(*), count(minutes_from)"
        " FROM activity_session WHERE activity_id = ? AND removed = 0",
        (activity,),
    )
    if found is None or not found[2] or found[2] != found[3]:
        return NoData((N_("duration of every session"),))
    return found[0] / 60, found[1] / 60


def in_several_programmes(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Organizations with a role in more than one programme, and which."""
    found: dict[str, list[str]] = {}
    for organization, programme in reader.each(
        "SELECT DISTINCT coalesce(o.acronym, o.name), p.name FROM programme_organization AS x"
        " JOIN organization AS o ON o.id = x.organization_id JOIN programme AS p ON p.id = x.programme_id"
        " WHERE x.removed = 0 ORDER BY 1, 2"
    ):
        found.setdefault(organization, []).append(programme)
    return {name: tuple(programmes) for name, programmes in found.items() if len(programmes) > 1}


def agreements(reader: Reader) -> list[AgreementAnswer]:
    """Every agreement with its parties and scope; what is not stated is empty."""
    rows = reader.rows(
        lambda *values: values,
        "SELECT a.id, a.title, t.label_id, t.label_en, a.signed, u.title FROM agreement AS a"
        " LEFT JOIN term AS t ON t.id = a.kind_id LEFT JOIN agreement AS u ON u.id = a.parent_id"
        " WHERE a.removed = 0 ORDER BY a.sample, a.title",
    )
    return [
        AgreementAnswer(
            title,
            (label_id, label_en) if label_id else None,
            signed,
            tuple(
                reader.rows(
                    str,
                    "SELECT coalesce(o.acronym, o.name) FROM agreement_party AS p JOIN organization AS o"
                    " ON o.id = p.organization_id WHERE p.agreement_id = ? AND p.removed = 0 ORDER BY p.rank",
                    (row,),
                )
            ),
            tuple(texts(reader, "agreement", row, "scope")),
            parent,
        )
        for row, title, label_id, label_en, signed, parent in rows
    ]


def good_practices(reader: Reader, session: str) -> list[str]:
    """Where the good practices studied in a session come from."""
    return reader.rows(
        str,
        "SELECT d.name FROM issue AS i JOIN district AS d ON d.id = i.district_id"
        " WHERE i.session_id = ? AND i.repeatable AND i.removed = 0 ORDER BY d.name",
        (session,),
    )


def promises(reader: Reader) -> list[Promise]:
    """Steps that were promised, the facts before the samples."""
    return reader.rows(
        lambda what, who, until, label_id, label_en: Promise(
            what, who, until, (label_id, label_en) if label_id else None
        ),
        "SELECT s.what, o.name, coalesce(s.ends, s.when_said), t.label_id, t.label_en FROM action_step AS s"
        " LEFT JOIN organization AS o ON o.id = s.organization_id LEFT JOIN term AS t ON t.id = s.status_id"
        " WHERE s.removed = 0 ORDER BY s.sample, s.plan_id, s.number",
    )


def texts(reader: Reader, subject: str, row: str, level: str) -> list[str]:
    """Objectives, components, scope items or expectations of a thing, in their own words."""
    return reader.rows(
        str,
        "SELECT text FROM statement WHERE subject = ? AND subject_id = ? AND level = ? AND removed = 0"
        " ORDER BY rank",
        (subject, row, level),
    )


def named_people(reader: Reader) -> int:
    """Unique people who are named, samples left out."""
    return int(
        reader.value(
            "SELECT count(*) FROM person WHERE removed = 0 AND sample = 0"
            " AND id NOT IN (SELECT id FROM merged_person)"
        )
    )


def media(reader: Reader, activity: str) -> list[tuple[Pair, str | None, str | None, str | None]]:
    """Kind, caption, link and consent (None: not known) of what may be attached to a report."""
    return reader.rows(
        lambda label_id, label_en, *rest: ((label_id, label_en), *rest),
        "SELECT t.label_id, t.label_en, a.caption, a.link, a.consent FROM attachment AS a"
        " JOIN term AS t ON t.id = a.kind_id"
        " WHERE a.subject = 'activity' AND a.subject_id = ? AND a.removed = 0 ORDER BY a.rank, a.id",
        (activity,),
    )


def _label(reader: Reader, measure: str) -> Pair:
    found = reader.one(
        lambda label_id, label_en: (label_id, label_en),
        "SELECT label_id, label_en FROM term WHERE id = ?",
        (f"figure_measure:{measure}",),
    )
    return found or (measure, measure)
