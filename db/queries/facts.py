"""What a report writer asks of texts and records: answers with their qualifiers, or what is missing.

'No data' is an answer of its own: None stands for 'not stated', never for zero.
"""

from dataclasses import dataclass

from db.engine import Reader
from db.queries.activity_report import FigureRow, figures
from db.queries.statistics import Reach, statistics
from db.queries.taken_part import Scope
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
    """Something promised for afterwards. ``until``: a date, or a time as it was said. No status: not known."""

    what: str
    by_whom: str | None
    together_with: str | None
    until: str | None
    status: Pair | None


@dataclass(frozen=True, slots=True)
class Derived:
    """A number worked out from two that were said; told as derived, never stored beside them.

    ``denominator``: why the share may be of another number; None where it is certain.
    """

    number: int
    of: int
    denominator: str | None


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective in its own words, and what it is the objective of (``activity``, ``programme`` …)."""

    subject: str
    about: str
    text: str


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


def derived_with_disability(reader: Reader, activity: str) -> Derived | NoData:
    """People with disabilities, worked out from the share and the participants that were said."""
    said = {
        measure: (value, denominator)
        for measure, value, denominator in reader.each(
            "SELECT measure, minimum, denominator FROM reported_figure WHERE removed = 0"
            " AND subject = 'activity' AND subject_id = ? AND minimum = maximum",
            (activity,),
        )
    }
    if "disability_share" not in said or "participants" not in said:
        return NoData((N_("a share and the number of participants it is of"),))
    (share, denominator), (people, _) = said["disability_share"], said["participants"]
    return Derived(round(people * share / 100), int(people), denominator)


def promises(reader: Reader) -> list[Promise]:
    """Steps and recommendations that were promised, the facts before the samples."""
    return reader.rows(
        lambda what, who, others, until, label_id, label_en: Promise(
            what, who, others, until, (label_id, label_en) if label_id else None
        ),
        "SELECT a, b, c, d, e, f FROM"
        f" ({_PROMISED_STEPS} UNION ALL {_PROMISED_ADVICE}) ORDER BY made_up, plan, number",
    )


_PROMISED_STEPS = (
    "SELECT s.what AS a, coalesce(o.acronym, o.name) AS b, coalesce(s.in_charge, s.with_whom) AS c,"
    " coalesce(s.ends, s.when_said) AS d, t.label_id AS e, t.label_en AS f, s.sample AS made_up,"
    " s.plan_id AS plan, s.number AS number"
    " FROM action_step AS s LEFT JOIN organization AS o ON o.id = s.organization_id"
    " LEFT JOIN term AS t ON t.id = s.status_id WHERE s.removed = 0"
)
# By the parties of the agreement that promises it.
_PROMISED_ADVICE = (
    "SELECT r.text, (SELECT group_concat(coalesce(o.acronym, o.name), ', ') FROM agreement_party AS p"
    "  JOIN organization AS o ON o.id = p.organization_id WHERE p.agreement_id = r.agreement_id),"
    " r.to_whom, NULL, t.label_id, t.label_en, r.sample, r.agreement_id, 0"
    " FROM recommendation AS r LEFT JOIN term AS t ON t.id = r.status_id"
    " WHERE r.removed = 0 AND r.agreement_id IS NOT NULL"
)


def objectives(reader: Reader) -> list[Objective]:
    """Every objective that a text states, in the order of its activities; samples left out."""
    return reader.rows(
        Objective,
        "SELECT s.subject, coalesce(v.title, p.name, a.title), s.text FROM statement AS s"
        " LEFT JOIN activity AS v ON v.id = s.subject_id LEFT JOIN programme AS p ON p.id = s.subject_id"
        " LEFT JOIN agreement AS a ON a.id = s.subject_id"
        " WHERE s.level = 'objective' AND s.removed = 0 AND s.sample = 0"
        " ORDER BY s.subject DESC, coalesce(v.starts, v.ends), 2, s.rank",
    )


def stakeholders(reader: Reader, programme: str) -> list[str]:
    """Kinds of people and institutions that a programme is to connect."""
    return reader.rows(
        str,
        "SELECT t.name FROM tagging AS x JOIN tag AS t ON t.id = x.tag_id"
        " WHERE x.subject = 'programme' AND x.subject_id = ? AND t.kind = 'stakeholder'"
        " AND x.removed = 0 ORDER BY t.name",
        (programme,),
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
            " AND id NOT IN (SELECT person_id FROM erasure) AND id NOT IN (SELECT id FROM merged_person)"
        )
    )


def in_several_texts(reader: Reader) -> list[str]:
    """People whom more than one source names."""
    return reader.rows(
        str,
        "SELECT p.name FROM person AS p JOIN citation AS c ON c.subject = 'person'"
        " AND c.subject_id = p.id WHERE p.removed = 0 AND c.removed = 0"
        " GROUP BY p.id HAVING count(DISTINCT c.source_id) > 1 ORDER BY p.name",
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
