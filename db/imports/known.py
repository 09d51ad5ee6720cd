"""What the workspace knows already: people to compare with, organizations by every name, forms read before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from db.engine import Reader
from db.rules.districts import Places
from db.rules.names import fold

FORM = "form"  # kind of an alias that holds the identity of a filled-in form

PERSON_FIELDS = (
    *("name", "title_before", "title_after", "sex", "birth", "age_band", "age_band_on", "seeing"),
    *("hearing", "walking", "remembering", "self_care", "communicating", "disability_said"),
    *("disability_kind", "accommodation", "phone", "whatsapp", "email", "address", "village"),
    *("district_id", "occupation", "position", "notes"),
)


@dataclass(frozen=True, slots=True)
class _Place:
    code: str
    level: str
    name: str
    short_name: str
    aliases: tuple[str, ...]


def places(reader: Reader) -> Places:
    """The districts of the workspace with every name they go by."""
    aliases: dict[str, list[str]] = {}
    for row, text in reader.each(
        "SELECT subject_id, text FROM alias WHERE subject = 'district' AND removed = 0"
    ):
        aliases.setdefault(row, []).append(text)
    return Places(
        reader.rows(
            lambda code, level, name, short: _Place(
                code, level, name, short, tuple(aliases.get(code, ()))
            ),
            "SELECT id, level, name, short_name FROM district WHERE removed = 0",
        )
    )


def organization_key(name: str) -> str:
    """A name of an organization as it is compared: by its sounds, without spaces and signs."""
    return fold(name).replace(" ", "")


class Organizations:
    """Organizations by name, acronym and other names. A name that is nearly one is taken for it."""

    def __init__(self, reader: Reader) -> None:
        self._by_key: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for row, name, acronym in reader.each(
            "SELECT id, name, acronym FROM organization WHERE removed = 0 ORDER BY id"
        ):
            self._names[row] = name
            for text in (name, acronym):
                if text:
                    self._by_key.setdefault(organization_key(text), row)
        for row, text in reader.each(
            "SELECT subject_id, text FROM alias WHERE subject = 'organization' AND removed = 0"
        ):
            self._by_key.setdefault(organization_key(text), row)
        self._asked: dict[str, tuple[str | None, bool]] = {}

    def find(self, name: str) -> tuple[str | None, bool]:
        """Id of the organization, and whether it is called exactly so."""
        key = organization_key(name)
        if key not in self._asked:
            self._asked[key] = self._find(key)
        return self._asked[key]

    def knows(self, text: str) -> bool:
        """Whether an organization is called so."""
        return organization_key(text) in self._by_key

    def name(self, row: str) -> str:
        """Its name as it is kept."""
        return self._names[row]

    def _find(self, key: str) -> tuple[str | None, bool]:
        if not key or key in self._by_key:
            return self._by_key.get(key), True
        if len(key) < 8:
            return None, True
        near = process.extractOne(key, self._by_key.keys(), scorer=fuzz.ratio, score_cutoff=93)
        return (self._by_key[near[0]], False) if near else (None, True)


def details(reader: Reader, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The stored fields of some people, with their main organization, by id."""
    columns = ", ".join(f"p.{name}" for name in PERSON_FIELDS)
    found = {}
    for row, organization, position, *values in reader.each(
        f"SELECT p.id, a.organization_id, a.position, {columns} FROM person AS p"
        " LEFT JOIN affiliation AS a ON a.person_id = p.id AND a.main AND a.removed = 0"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ):
        stored = dict(zip(PERSON_FIELDS, values, strict=True))
        stored["organization_id"] = organization
        stored["position"] = position or stored["position"]
        found[row] = stored
    return found


def forms(reader: Reader, identities: Iterable[str]) -> Mapping[str, str]:
    """People by the identity of the form that they were read from."""
    return dict(
        reader.each(
            "SELECT text, subject_id FROM alias WHERE subject = 'person' AND kind = ?"
            " AND removed = 0 AND text IN (SELECT value FROM json_each(?))",
            (FORM, json.dumps(list(identities))),
        )
    )


def roles(reader: Reader) -> dict[str, str]:
    """Roles at an activity by every word for them, in either language, as ``organization_key`` writes it."""
    found = {}
    for row, *words in reader.each(
        "SELECT id, code, label_id, label_en FROM term WHERE vocabulary = 'role' AND removed = 0"
    ):
        found.update({organization_key(word.replace("_", " ")): row for word in words})
    return found


def choices(reader: Reader, target: str) -> dict[str, dict[str, str]]:
    """Meanings that users gave to columns before, by the signature of the headings."""
    stored: str | None = reader.value(
        "SELECT value FROM setting WHERE id = ? AND removed = 0", (choices_key(target),)
    )
    return json.loads(stored) if stored else {}


def choices_key(target: str) -> str:
    """The setting that choices for one kind of list are kept in."""
    return f"import_columns_{target}"


def protected(reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """Those of some people who are protected, with the codes that stand for their names."""
    return {
        row: code or "–"
        for row, code in reader.each(
            "SELECT p.id, p.code FROM json_each(?) AS j JOIN person AS p ON p.id = j.value"
            " WHERE p.sensitive",
            (json.dumps(list(ids)),),
        )
    }
