"""Questions about people: lists, one person, who may be meant by a few letters."""

from dataclasses import dataclass
from typing import Any

from db import search
from db.engine import Reader
from db.queries.listing import Facet, Listing
from db.rules.disability import NO, NOT_ASKED, YES, disability_sql
from db.rules.names import FullName
from resources.texts import N_

PAGE = 128


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Line of the list of members."""

    id: str
    name: str
    title_before: str | None
    title_after: str | None
    sex: str | None
    birth: str | None
    district: str | None
    organization: str | None
    phone: str | None
    code: str | None
    village: str | None
    position: str | None
    sensitive: bool
    sample: bool

    @property
    def full_name(self) -> str:
        """Name with titles."""
        return str(FullName(self.title_before, self.name, self.title_after))

    @property
    def shown(self) -> str:
        """The name as everybody may see it: of a protected person the code."""
        return (self.code or "–") if self.sensitive else self.full_name


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody who may be meant by what is being typed. ``shown``: the name as everybody may see it."""

    id: str
    full_name: str
    shown: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class AffiliationRow:
    """Organization of a person."""

    organization_id: str
    organization: str
    position: str | None
    standing: tuple[str, str] | None
    starts: str | None
    ends: str | None
    main: bool


@dataclass(frozen=True, slots=True)
class TakenPart:
    """An activity that a person was registered for; ``there`` of ``sessions`` sessions."""

    activity_id: str
    title: str
    starts: str | None
    role: tuple[str, str]
    there: int
    sessions: int


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """The answer of a person to a question. ``given`` None: not asked yet."""

    purpose_id: str
    purpose: tuple[str, str]
    given: bool | None
    date: str | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """All about one person that is shown beside the list."""

    row: PersonRow
    affiliations: tuple[AffiliationRow, ...]
    activities: tuple[TakenPart, ...]
    consents: tuple[ConsentRow, ...]


_LISTED = (
    "p.removed = 0 AND p.id NOT IN (SELECT id FROM merged_person)"
    " AND p.id NOT IN (SELECT person_id FROM erasure)"
)

_ORGANIZATION = (
    "(SELECT coalesce(o.acronym, o.name) FROM affiliation AS a JOIN organization AS o"
    " ON o.id = a.organization_id WHERE a.person_id = p.id AND a.removed = 0"
    " ORDER BY a.main DESC, a.starts DESC LIMIT 1)"
)

_COLUMNS = (
    "p.id, p.name, p.title_before, p.title_after, p.sex, p.birth, d.name,"
    f" {_ORGANIZATION}, p.phone, p.code, p.village, p.position, p.sensitive, p.sample"
)


_FACETS = (
    Facet(
        "sex",
        N_("Sex"),
        "r.sex",
        words={
            "female": N_("Female"),
            "male": N_("Male"),
            "other": N_("Other"),
            "not_said": N_("Prefers not to say"),
        },
    ),
    Facet("district", N_("District"), "r.district_id", names="district"),
    Facet(
        "organization",
        N_("Organization"),
        "x.organization_id",
        " LEFT JOIN affiliation AS x ON x.person_id = r.id AND x.removed = 0",
        names="organization",
    ),
    Facet(
        "forum",
        N_("Forum"),
        "x.forum_id",
        " LEFT JOIN forum_member AS x ON x.person_id = r.id AND x.removed = 0",
        names="forum",
    ),
    Facet(
        "group",
        N_("Group"),
        "x.tag_id",
        " LEFT JOIN tagging AS x ON x.subject_id = r.id AND x.removed = 0",
        names="tag",
    ),
    Facet(
        "disability",
        N_("Disability"),
        disability_sql("r"),
        words={YES: N_("Yes"), NO: N_("No"), NOT_ASKED: N_("Not asked")},
    ),
    Facet(
        "protected",
        N_("Protection"),
        "r.sensitive",
        words={0: N_("Not protected"), 1: N_("Protected name")},
    ),
)
LISTING = Listing(
    table="person",
    make=lambda *values: _row(*values),
    columns=_COLUMNS,
    joins=" JOIN person AS p ON p.id = f.id LEFT JOIN district AS d ON d.id = p.district_id",
    order="r.name COLLATE NOCASE, r.id",
    sorts={
        "name": "r.name",
        "sex": "r.sex",
        "birth": "r.birth",
        "district": "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)",
        "organization": _ORGANIZATION.replace("p.id", "r.id"),
        "village": "r.village",
    },
    facets=_FACETS,
    listed=_LISTED.replace("p.", "r."),
    by="ix_person_list",
)


def page(
    reader: Reader, *, search_text: str = "", offset: int = 0, limit: int = PAGE
) -> list[PersonRow]:
    """A window of the list, by name, or of what a typed text finds."""
    # Written out, not bound: with a bound limit SQLite prepares for the longest answer, and takes a third longer.
    window = f"LIMIT {limit:d} OFFSET {offset:d}"
    if search_text.strip():
        hits = search.hits("person", search_text)
        inner = f"SELECT row_id AS id, docid FROM ({hits.source}) ORDER BY docid {window}"
        order, parameters = "f.docid", hits.parameters
    else:
        inner = (
            f"SELECT p.id AS id FROM person AS p WHERE {_LISTED}"
            f" ORDER BY p.name COLLATE NOCASE, p.id {window}"
        )
        order, parameters = "p.name COLLATE NOCASE, p.id", ()
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM ({inner}) AS f JOIN person AS p ON p.id = f.id"
        f" LEFT JOIN district AS d ON d.id = p.district_id ORDER BY {order}",
        parameters,
    )


def count(reader: Reader, *, search_text: str = "") -> int:
    """How many rows the list has."""
    if search_text.strip():
        hits = search.hits("person", search_text)
        return int(reader.value(f"SELECT count(*) FROM ({hits.source})", hits.parameters))
    return int(
        reader.value(
            "SELECT (SELECT count(*) FROM person WHERE removed = 0)"
            " - (SELECT count(*) FROM person WHERE removed = 0 AND id IN"
            " (SELECT id FROM merged_person UNION SELECT person_id FROM erasure))"
        )
    )


def row(reader: Reader, person: str) -> PersonRow | None:
    """One line of the list."""
    return reader.one(
        _row,
        f"SELECT {_COLUMNS} FROM person AS p LEFT JOIN district AS d ON d.id = p.district_id"
        " WHERE p.id = ?",
        (person,),
    )


def card(reader: Reader, person: str) -> PersonCard | None:
    """All about one person; None where there is none."""
    found = row(reader, person)
    if found is None:
        return None
    return PersonCard(
        found, _affiliations(reader, person), _activities(reader, person), _consents(reader, person)
    )


def suggest(reader: Reader, text: str, limit: int = 12) -> list[PersonChoice]:
    """People who may be meant by the letters typed so far."""
    return [_choice(found) for found in page(reader, search_text=text, limit=limit)]


def similar(reader: Reader, name: str, phone: str | None = None) -> list[PersonChoice]:
    """Who is here already under the same phone or a name that sounds the same."""
    from db.rules.names import fold

    folded = fold(name)
    near = {
        found.id: _choice(found)
        for found in page(reader, search_text=name, limit=50)
        if fold(found.name) == folded
    }
    if phone:
        for (person,) in reader.each(
            f"SELECT p.id FROM person AS p WHERE p.phone = ? AND {_LISTED}", (phone,)
        ):
            found = row(reader, person)
            if found is not None:
                near[person] = _choice(found)
    return list(near.values())


def _choice(row: PersonRow) -> PersonChoice:
    return PersonChoice(row.id, row.full_name, row.shown, row.organization or row.district)


def _row(*values: Any) -> PersonRow:
    *fields, sensitive, sample = values
    return PersonRow(*fields, bool(sensitive), bool(sample))  # type: ignore[call-arg]  # as selected


def _affiliations(reader: Reader, person: str) -> tuple[AffiliationRow, ...]:
    rows = reader.rows(
        lambda row, name, position, label_id, label_en, starts, ends, main: AffiliationRow(
            row,
            name,
            position,
            (label_id, label_en) if label_id else None,
            starts,
            ends,
            bool(main),
        ),
        "SELECT o.id, coalesce(o.acronym, o.name), a.position, t.label_id, t.label_en,"
        " a.starts, a.ends, a.main FROM affiliation AS a"
        " JOIN organization AS o ON o.id = a.organization_id"
        " LEFT JOIN term AS t ON t.id = a.standing_id"
        " WHERE a.person_id = ? AND a.removed = 0 ORDER BY a.main DESC, a.starts DESC",
        (person,),
    )
    return tuple(rows)


def _activities(reader: Reader, person: str) -> tuple[TakenPart, ...]:
    rows = reader.rows(
        lambda activity, title, starts, label_id, label_en, there, sessions: TakenPart(
            activity, title, starts, (label_id, label_en), there, sessions
        ),
        "SELECT v.id, v.title, v.starts, t.label_id, t.label_en,"
        " (SELECT count(*) FROM attendance AS x WHERE x.participation_id = a.id"
        "  AND x.removed = 0 AND x.status IN ('present', 'late')),"
        " (SELECT count(*) FROM activity_session AS s WHERE s.activity_id = v.id AND s.removed = 0)"
        " FROM participation AS a JOIN activity AS v ON v.id = a.activity_id"
        " JOIN term AS t ON t.id = a.role_id"
        " WHERE a.removed = 0 AND v.removed = 0 AND (a.person_id = ? OR a.person_id IN"
        "  (SELECT id FROM merged_person WHERE representative = ?))"
        " ORDER BY v.starts DESC",
        (person, person),
    )
    return tuple(rows)


def _consents(reader: Reader, person: str) -> tuple[ConsentRow, ...]:
    """Every question with its last answer."""
    rows = reader.rows(
        lambda row, label_id, label_en, given, date: ConsentRow(
            row, (label_id, label_en), None if given is None else bool(given), date
        ),
        "SELECT t.id, t.label_id, t.label_en, c.given AND c.withdrawn IS NULL,"
        " coalesce(c.withdrawn, c.date) FROM term AS t LEFT JOIN consent AS c ON c.id ="
        " (SELECT x.id FROM consent AS x WHERE x.person_id = ? AND x.purpose_id = t.id"
        "  AND x.removed = 0 ORDER BY x.date DESC, x.id DESC LIMIT 1)"
        " WHERE t.vocabulary = 'consent_purpose' AND (t.removed = 0 OR c.id IS NOT NULL)"
        " ORDER BY t.rank, t.code",
        (person,),
    )
    return tuple(rows)
