"""What rows are called: for each table its name, its owner, its date and its order, as SQL over the alias ``r``.

``THINGS`` are offered as lists; the other tables tie things together and are seen on both of their ends.
"""

import re
from dataclasses import dataclass

# Ids, marks of the log and places in an order say nothing to people.
HIDDEN = frozenset(
    {"id", "removed", "sample", "rank", "sheet_order", "subject", "sha256", "photo_id"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """How the rows of a table are called. ``english`` where the name is another one in English."""

    label: str
    detail: str = "NULL"
    when: str = "NULL"
    order: str = ""
    english: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "order", self.order or f"{self.label} COLLATE NOCASE")
        object.__setattr__(self, "english", self.english or self.label)


_SENSITIVE = re.compile(r"\b\w\.sensitive\b")


def unveiled(sql: str) -> str:
    """The SQL of a name that is told of protected people too, for who asked to see them."""
    return _SENSITIVE.sub("0", sql)


_NAMED = "CASE WHEN x.sensitive THEN coalesce(x.code, '–') ELSE x.name END"


def _of(table: str, column: str, name: str = "name") -> str:
    said = _NAMED if (table, name) == ("person", "name") else f"x.{name}"
    return f"(SELECT {said} FROM {table} AS x WHERE x.id = r.{column})"


_ABOUT = (
    "coalesce("
    + ", ".join(
        _of(table, "subject_id", name)
        for table, name in (
            *(("activity", "title"), ("programme", "name"), ("agreement", "title")),
            *(("organization", "name"), ("person", "name"), ("district", "name")),
            *(("forum", "name"), ("activity_session", "topic"), ("source", "title")),
        )
    )
    + ")"
)
# Of a protected person only the code is ever told beside other things.
_PERSON = (
    "CASE WHEN r.sensitive THEN coalesce(r.code, '–')"
    " ELSE trim(concat(r.title_before, ' ', r.name, ', ' || r.title_after)) END"
)
_ORGANIZATION = "concat(r.name, ' (' || nullif(r.acronym, r.name) || ')')"
_ACTIVITY = _of("activity", "activity_id", "title")
_MEMBER = f"coalesce({_of('person', 'person_id')}, {_of('organization', 'organization_id')}, '')"
_SESSION = f"concat(r.number, '. ', coalesce(r.topic, {_ACTIVITY}))"
_ATTENDING = (
    "(SELECT CASE WHEN p.sensitive THEN coalesce(p.code, '–') ELSE p.name END"
    " FROM participation AS x JOIN person AS p ON p.id = x.person_id"
    " WHERE x.id = r.participation_id)"
)

THINGS: dict[str, Named] = {
    "programme": Named("r.name", _of("programme", "parent_id"), "r.starts"),
    "activity": Named(
        "r.title", _of("programme", "programme_id"), "coalesce(r.starts, r.ends)", "r.starts DESC"
    ),
    "activity_session": Named(_SESSION, _ACTIVITY, "r.date", "r.activity_id, r.number"),
    "series": Named("r.name"),
    "forum": Named("r.name", _of("district", "district_id"), "r.founded"),
    "organization": Named(
        _ORGANIZATION, _of("organization", "parent_id"), order="r.name COLLATE NOCASE"
    ),
    "person": Named(_PERSON, "r.position", order="r.name COLLATE NOCASE"),
    "participation": Named(
        f"coalesce({_of('person', 'person_id')}, '')", _ACTIVITY, order="r.activity_id"
    ),
    "agreement": Named("r.title", _of("programme", "programme_id"), "r.signed", "r.signed"),
    "commitment": Named(
        "r.text", _of("agreement", "agreement_id", "title"), "r.due", "r.agreement_id, r.rank"
    ),
    "action_plan": Named("r.title", _of("district", "district_id")),
    "action_step": Named(
        "r.what", _of("action_plan", "plan_id", "title"), "r.ends", "r.plan_id, r.number"
    ),
    "follow_up": Named(
        "coalesce(r.found, r.next, r.date, '')",
        _of("action_plan", "plan_id", "title"),
        "r.date",
        "r.date",
    ),
    "issue": Named("r.title", _of("district", "district_id")),
    "recommendation": Named(
        "r.text", f"coalesce({_ACTIVITY}, {_of('agreement', 'agreement_id', 'title')})"
    ),
    "statement": Named("r.text", _ABOUT, order="r.subject_id, r.level, r.rank"),
    "reported_figure": Named(
        "coalesce(r.as_written, r.measure)", _ABOUT, "r.date", "r.subject_id, r.measure"
    ),
    "indicator": Named("r.name", _of("programme", "programme_id"), order="r.programme_id, r.rank"),
    "quote": Named("r.words", _of("person", "person_id")),
    "attachment": Named(
        "coalesce(r.caption, r.file_name, r.link, r.credit, '')",
        _ABOUT,
        "r.date",
        "r.subject_id, r.rank",
    ),
    "source": Named("r.title", "coalesce(r.publisher, r.author)", "r.date"),
    "tag": Named("r.name"),
    "district": Named(
        "r.name", _of("district", "parent_id"), order="r.id", english="coalesce(r.name_en, r.name)"
    ),
    "term": Named(
        "r.label_id", "r.vocabulary", order="r.vocabulary, r.rank, r.code", english="r.label_en"
    ),
}
"""Table → how its rows are called, in the order that things are offered."""

_TIES: dict[str, Named] = {
    "activity_organization": Named(_of("organization", "organization_id"), order="r.rank"),
    "activity_district": Named(_of("district", "district_id"), order="r.rank"),
    "session_person": Named(_of("person", "person_id"), order="r.rank"),
    "signatory": Named("coalesce(r.name, r.caption)", order="r.rank"),
    "programme_organization": Named(_of("organization", "organization_id")),
    "programme_district": Named(_of("district", "district_id")),
    "forum_founder": Named(_of("organization", "organization_id")),
    "forum_member": Named(_MEMBER),
    "affiliation": Named(_of("person", "person_id")),
    "organization_network": Named(_of("organization", "network_id")),
    "organization_district": Named(_of("district", "district_id")),
    "agreement_party": Named(_of("organization", "organization_id"), order="r.rank"),
    "agreement_extension": Named("r.until"),
    "action_plan_party": Named(_of("organization", "organization_id")),
    "indicator_value": Named("r.starts", order="r.starts, r.category"),
    "figure_place": Named(
        f"coalesce(r.as_written, {_of('district', 'district_id')})", order="r.rank"
    ),
    "attendance": Named(f"coalesce({_ATTENDING}, '')", order="r.session_id"),
    "participation_role": Named(_of("term", "role_id", "label_id")),
    "consent": Named(_of("term", "purpose_id", "label_id"), order="r.date"),
    "different_people": Named(_of("person", "second_id")),
    # Other spellings of a protected name are no less protected.
    "alias": Named(
        "coalesce((SELECT coalesce(x.code, '–') FROM person AS x WHERE r.subject = 'person'"
        " AND x.id = r.subject_id AND x.sensitive), r.text)"
    ),
    "tagging": Named(_of("tag", "tag_id")),
    "citation": Named(_of("source", "source_id", "title"), order="r.locator"),
}

_REST = {"device": Named("r.name"), "holiday": Named("r.name_id", english="r.name_en")}

NAMES = {**THINGS, **_TIES, **_REST}
# What hangs on a row, in the order people read it: ties first that say who and where, sources last.
ORDER = (
    *("activity_organization", "activity_district", "programme_organization", "programme_district"),
    *("agreement_party", "commitment", "agreement_extension", "forum_founder", "forum_member"),
    *("statement", "reported_figure", "figure_place", "activity_session", "session_person"),
    *("participation", "attendance", "participation_role", "signatory", "affiliation"),
    *("issue", "recommendation", "action_plan", "action_plan_party", "action_step", "follow_up"),
    *("indicator", "indicator_value", "quote", "attachment", "agreement", "forum", "programme"),
    *("activity", "organization", "organization_district", "organization_network", "person"),
    *("series", "consent", "different_people", "tagging", "alias", "district", "citation"),
)
