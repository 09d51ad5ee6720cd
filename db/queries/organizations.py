"""Questions about organizations."""

from dataclasses import dataclass

from db import search
from db.engine import Reader
from db.queries.listing import Facet, Listing
from resources.texts import N_

PAGE = 128


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """Line of the list of organizations; ``members`` are people who belong to it now."""

    id: str
    name: str
    acronym: str | None
    kind: tuple[str, str] | None
    district: str | None
    parent: str | None
    members: int
    sample: bool

    @property
    def short_name(self) -> str:
        """Acronym, or the name where there is none."""
        return self.acronym or self.name


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Person of an organization."""

    person_id: str
    name: str
    position: str | None
    main: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """Role of an organization in an activity or a programme."""

    thing: str
    id: str
    title: str
    role: tuple[str, str]
    starts: str | None


@dataclass(frozen=True, slots=True)
class OrganizationCard:
    """All about one organization that is shown beside the list."""

    row: OrganizationRow
    members: tuple[MemberRow, ...]
    units: tuple[OrganizationRow, ...]
    roles: tuple[RoleRow, ...]
    districts: tuple[str, ...]


_MEMBERS = (
    "(SELECT count(*) FROM affiliation AS a JOIN person AS p ON p.id = a.person_id"
    " WHERE a.organization_id = o.id AND a.removed = 0 AND a.main AND p.removed = 0)"
)
_COLUMNS = f"o.id, o.name, o.acronym, t.label_id, t.label_en, d.name, u.name, {_MEMBERS}, o.sample"
_JOINS = (
    " JOIN organization AS o ON o.id = f.id LEFT JOIN term AS t ON t.id = o.kind_id"
    " LEFT JOIN district AS d ON d.id = o.district_id"
    " LEFT JOIN organization AS u ON u.id = o.parent_id"
)


LISTING = Listing(
    table="organization",
    make=lambda *values: _row(*values),
    columns=_COLUMNS,
    joins=_JOINS,
    order="r.name COLLATE NOCASE, r.id",
    sorts={
        "name": "r.name",
        "acronym": "r.acronym",
        "kind": "(SELECT t.label_id FROM term AS t WHERE t.id = r.kind_id)",
        "district": "(SELECT d.name FROM district AS d WHERE d.id = r.district_id)",
        "parent": "(SELECT u.name FROM organization AS u WHERE u.id = r.parent_id)",
        "members": _MEMBERS.replace("o.id", "r.id"),
    },
    facets=(
        Facet("kind", N_("Kind"), "r.kind_id", names="term"),
        Facet("district", N_("Seat"), "r.district_id", names="district"),
        Facet(
            "works_in",
            N_("Works in"),
            "x.district_id",
            " LEFT JOIN organization_district AS x ON x.organization_id = r.id AND x.removed = 0",
            names="district",
        ),
        Facet(
            "role",
            N_("Role at activities"),
            "x.role_id",
            " LEFT JOIN activity_organization AS x ON x.organization_id = r.id AND x.removed = 0",
            names="term",
        ),
        Facet(
            "network",
            N_("Network"),
            "x.network_id",
            " LEFT JOIN organization_network AS x ON x.organization_id = r.id AND x.removed = 0",
            names="organization",
        ),
    ),
)


def page(
    reader: Reader, *, search_text: str = "", offset: int = 0, limit: int = PAGE
) -> list[OrganizationRow]:
    """A window of the list, by name, or of what a typed text finds."""
    if search_text.strip():
        hits = search.hits("organization", search_text)
        inner = f"SELECT row_id AS id, docid FROM ({hits.source}) ORDER BY docid LIMIT ? OFFSET ?"
        order, parameters = "f.docid", hits.parameters
    else:
        inner = (
            "SELECT id FROM organization WHERE removed = 0"
            " ORDER BY name COLLATE NOCASE, id LIMIT ? OFFSET ?"
        )
        order, parameters = "o.name COLLATE NOCASE, o.id", ()
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM ({inner}) AS f {_JOINS} ORDER BY {order}",
        (*parameters, limit, offset),
    )


def count(reader: Reader, *, search_text: str = "") -> int:
    """How many rows the list has."""
    if search_text.strip():
        hits = search.hits("organization", search_text)
        return int(reader.value(f"SELECT count(*) FROM ({hits.source})", hits.parameters))
    return int(reader.value("SELECT count(*) FROM organization WHERE removed = 0"))


def named(reader: Reader, organization: str | None) -> tuple[str, str] | None:
    """Id and name of one organization."""
    return reader.one(
        lambda row, name: (row, name),
        "SELECT id, name FROM organization WHERE id = ?",
        (organization,),
    )


def card(reader: Reader, organization: str) -> OrganizationCard | None:
    """All about one organization; None where there is none."""
    found = _some(reader, "SELECT ? AS id", organization)
    if not found:
        return None
    members = reader.rows(
        lambda person, name, position, main: MemberRow(person, name, position, bool(main)),
        "SELECT p.id, p.name, a.position, a.main FROM affiliation AS a"
        " JOIN person AS p ON p.id = a.person_id"
        " WHERE a.organization_id = ? AND a.removed = 0 AND p.removed = 0"
        " ORDER BY a.main DESC, p.name COLLATE NOCASE",
        (organization,),
    )
    units = _some(
        reader, "SELECT id FROM organization WHERE parent_id = ? AND removed = 0", organization
    )
    roles = reader.rows(
        lambda thing, row, title, label_id, label_en, starts: RoleRow(
            thing, row, title, (label_id, label_en), starts
        ),
        "SELECT 'activity', v.id, v.title, t.label_id, t.label_en, v.starts"
        " FROM activity_organization AS x JOIN activity AS v ON v.id = x.activity_id"
        " JOIN term AS t ON t.id = x.role_id"
        " WHERE x.organization_id = ? AND x.removed = 0 AND v.removed = 0"
        " UNION ALL SELECT 'programme', g.id, g.name, t.label_id, t.label_en, g.starts"
        " FROM programme_organization AS x JOIN programme AS g ON g.id = x.programme_id"
        " JOIN term AS t ON t.id = x.role_id"
        " WHERE x.organization_id = ? AND x.removed = 0 AND g.removed = 0 ORDER BY 6 DESC",
        (organization, organization),
    )
    districts = reader.rows(
        str,
        "SELECT d.name FROM organization_district AS x JOIN district AS d ON d.id = x.district_id"
        " WHERE x.organization_id = ? AND x.removed = 0 ORDER BY d.name",
        (organization,),
    )
    return OrganizationCard(found[0], tuple(members), tuple(units), tuple(roles), tuple(districts))


def _some(reader: Reader, inner: str, parameter: str) -> list[OrganizationRow]:
    return reader.rows(
        _row,
        f"SELECT {_COLUMNS} FROM ({inner}) AS f {_JOINS} ORDER BY o.name COLLATE NOCASE",
        (parameter,),
    )


def _row(
    row: str,
    name: str,
    acronym: str | None,
    label_id: str | None,
    label_en: str,
    district: str | None,
    parent: str | None,
    members: int,
    sample: int,
) -> OrganizationRow:
    kind = (label_id, label_en) if label_id else None
    return OrganizationRow(row, name, acronym, kind, district, parent, members, bool(sample))
