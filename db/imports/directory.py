"""Lines of a directory of organizations, understood and recognised."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from db.engine import Reader
from db.imports import fields, values
from db.imports.cells import Cell, text_of
from db.imports.known import Organizations, organization_key
from db.imports.plan import (
    DOUBT,
    LEAVE_OUT,
    LINK,
    NEW,
    OTHER,
    SAME,
    SKIP,
    UPDATE,
    Change,
    Found,
    Likeness,
    Plan,
    PlanLine,
    Wishes,
)
from db.imports.tables import Record
from db.imports.values import NOTE, Districts, Finding
from resources.texts import N_

NO_SUCH_KIND = N_("“{typed}” is not one of the kinds of organizations of this workspace.")
ALSO_ELSEWHERE = N_("An organization of this name is known in another district.")

COLUMNS = (
    *("name", "acronym", "kind_id", "district_id", "contact_name", "phone", "email", "website"),
    *("address", "notes"),
)
# What people write for a kind, beside its own names.
_KINDS = (
    ("disability_organization", r"opdis?|dpo|organisasi (?:penyandang )?(?:disabilitas|difabel)"),
    ("women_organization", r"organisasi perempuan|lsm perempuan|women.*"),
    ("civil_society", r"lsm|ngo|oms|cso|yayasan|perkumpulan|masyarakat sipil|civil society.*|lsm/.*"),
    ("mass_organization", r"ormas|organisasi (?:massa|kemasyarakatan|keagamaan)|keagamaan|faith.*"),
    ("local_government", r"pemerintah|pemda|pemkab|pemkot|opd|skpd|dinas|instansi|government|pemerintah (?:daerah|kab.*|kota.*)"),
    ("provincial_government", r"pemprov|pemerintah provinsi"),
    ("national_government", r"kementerian|pemerintah pusat|k/l|kementerian/lembaga"),
    ("subdistrict_village", r"desa|kelurahan|kecamatan|pemerintah desa|pemdes"),
    ("university", r"universitas|kampus|perguruan tinggi|pt|akademisi|university|academia"),
    ("school", r"sekolah|madrasah|school"),
    ("community_group", r"komunitas|kelompok|kelompok (?:warga|masyarakat|tani|perempuan)|community.*"),
    ("media", r"media|pers|press"),
    ("private_sector", r"swasta|perusahaan|private.*|dunia usaha"),
    ("parliament", r"dprd|dpr|parlemen|parliament"),
    ("network", r"jaringan|forum|koalisi|aliansi|network|konsorsium"),
    ("funder", r"donor|funder|mitra pembangunan"),
    ("union", r"serikat(?: pekerja| buruh)?|union"),
)  # fmt: skip


class Terms:
    """Words of one vocabulary, found by their names in both languages."""

    def __init__(
        self, reader: Reader, vocabulary: str, more: Sequence[tuple[str, str]] = ()
    ) -> None:
        self._by_name: dict[str, str] = {}
        for row, code, *labels in reader.each(
            "SELECT id, code, label_id, label_en FROM term WHERE vocabulary = ? AND removed = 0"
            " ORDER BY rank, id",
            (vocabulary,),
        ):
            for name in (code, *labels, *(part for label in labels for part in label.split("/"))):
                self._by_name.setdefault(fields.plain(name), row)
        self._more = [(f"{vocabulary}:{code}", re.compile(pattern)) for code, pattern in more]

    def find(self, text: str) -> str | None:
        """Id of the term that a text names."""
        plain = fields.plain(text)
        if plain in self._by_name:
            return self._by_name[plain]
        return next((row for row, pattern in self._more if pattern.fullmatch(text.lower())), None)


def add_lines(
    reader: Reader,
    plan: Plan,
    found: Sequence[Found],
    districts: Districts,
    organizations: Organizations,
    wishes: Wishes,
) -> None:
    """Add a line to the plan for every organization of the tables."""
    kinds = Terms(reader, "organization_kind", _KINDS)
    known = _known(reader)
    branches = {
        (organization_key(one["name"]), one["district_id"]): row for row, one in known.items()
    }
    earlier: dict[tuple[str, str | None], PlanLine] = {}
    number = 0
    for one in found:
        at = {column.meaning: column.index for column in one.columns}
        for record in one.table.records:
            line = PlanLine(one.table.sheet, record.line, NEW, number=number)
            number += 1
            _read(line, record, at, kinds, districts)
            line.correct((wishes.edited or {}).get((line.sheet, line.line), {}))
            plan.lines.append(line)
            said = (wishes.decided or {}).get((line.sheet, line.line))
            if said == LEAVE_OUT or not line.fields.get("name"):
                line.action = SKIP
                continue
            _recognise(line, known, branches, earlier, organizations, said)


def _known(reader: Reader) -> dict[str, dict[str, Any]]:
    return {
        row: dict(zip(COLUMNS, values, strict=True))
        for row, *values in reader.each(
            f"SELECT id, {', '.join(COLUMNS)} FROM organization WHERE removed = 0"
        )
    }


def _read(
    line: PlanLine, record: Record, at: Mapping[str, int], kinds: Terms, districts: Districts
) -> None:
    def cell(meaning: str) -> Cell:
        value = record.cells[at[meaning]] if meaning in at else None
        return None if values.blank(value) else value

    for meaning, name in _PLAIN.items():
        if text := text_of(cell(meaning)):
            line.fields[name] = text
    if text := text_of(cell(fields.KIND)):
        kind = kinds.find(text)
        if kind is None:
            line.findings.append(Finding("kind_id", NOTE, NO_SUCH_KIND, {"typed": text}))
        else:
            line.fields["kind_id"] = kind
    if text := text_of(cell(fields.DISTRICT)):
        line.fields["district_text"] = text
        code, finding = districts.find(text, text_of(cell(fields.PROVINCE)) or None)
        _take(line, "district_id", code, finding)
    number, rest, finding = values.phone(cell(fields.PHONE) or cell(fields.WHATSAPP))
    _take(line, "phone", number, finding)
    if rest:
        line.fields["notes"] = "; ".join(filter(None, (line.fields.get("notes"), rest)))
    address, finding = values.email(cell(fields.EMAIL))
    _take(line, "email", address, finding)


_PLAIN = {
    fields.ORGANIZATION: "name",
    fields.ACRONYM: "acronym",
    fields.CONTACT: "contact_name",
    fields.WEBSITE: "website",
    fields.ADDRESS: "address",
    fields.NOTES: "notes",
}


def _take(line: PlanLine, name: str, value: Any, finding: Finding | None) -> None:
    if value is not None:
        line.fields[name] = value
    if finding is not None:
        line.findings.append(finding)


def _recognise(
    line: PlanLine,
    known: dict[str, dict[str, Any]],
    branches: Mapping[tuple[str, str | None], str],
    earlier: dict[tuple[str, str | None], PlanLine],
    organizations: Organizations,
    said: str | None,
) -> None:
    """The same name in the same district is the same organization; elsewhere it is a branch."""
    name, district = line.fields["name"], line.fields.get("district_id")
    here = (organization_key(name), district)
    row, exactly = branches.get(here), True
    if row is None:
        row, exactly = organizations.find(name)
    if row is None and line.fields.get("acronym"):
        row, _ = organizations.find(line.fields["acronym"])
        # Known by its acronym alone it now gets its name; two names with one acronym are a doubt.
        exactly = row is not None and organization_key(known[row]["name"]) == organization_key(
            line.fields["acronym"]
        )
    twin = earlier.get(here)
    if row is not None and said != OTHER:
        now = known[row]
        elsewhere = bool(district and now["district_id"] and now["district_id"] != district)
        if not elsewhere:
            line.match = Likeness(row, None, str(now["name"]), 1.0 if exactly else 0.7)
            line.action = LINK if exactly or said == SAME else DOUBT
            line.changes = _changes(now, line.fields)
            if line.action == LINK and line.changes:
                line.action = UPDATE
                known[row] = {**now, **{change.field: change.new for change in line.changes}}
            return
        line.findings.append(Finding("name", NOTE, ALSO_ELSEWHERE))
    if twin is not None and said != OTHER:
        line.match = Likeness(None, twin.line, name, 1.0)
        line.twin, line.changes = twin.number, _changes(twin.fields, line.fields)
        line.action = UPDATE if line.changes else LINK
        return
    earlier.setdefault(here, line)


def _changes(now: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    return [
        Change(name, now.get(name), new[name])
        for name in COLUMNS
        if new.get(name) is not None
        and new[name] != now.get(name)
        and (name != "name" or _is_acronym(now, new))
    ]


def _is_acronym(now: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether what stands for the name is the acronym alone."""
    acronym = new.get("acronym")
    return acronym is not None and organization_key(now["name"]) == organization_key(acronym)
