"""Who is there: members and organizations. Phones and addresses only where they are asked for."""

from db.queries.registers import MemberLine, OrganizationLine
from db.rules.phones import pretty
from exports.document import Choices
from exports.kit.columns import Column, Table
from exports.kit.wording import SEX_LETTERS
from resources.texts import N_, Texts


def members(lines: list[MemberLine], t: Texts, chosen: Choices) -> Table:
    """Name, sex, organization, position, district, activities, and how to reach them."""
    contacts = bool(chosen["contacts"])
    columns = [
        Column("no", t(N_("No.")), 12, "center"),
        Column("name", t(N_("Full name")), 50),
        Column("sex", t(N_("F/M")), 10, "center"),
        Column("organization", t(N_("Organization")), 48),
        Column("position", t(N_("Position")), 36),
        Column("district", t(N_("District")), 36),
        *_reach(t, contacts=contacts),
        Column("activities", t(N_("Activities")), 18, "right"),
    ]
    rows = tuple(
        (
            *(number, one.name, SEX_LETTERS[t.language].get(one.sex or "", "")),
            *(one.organization or "", one.position or "", one.district or ""),
            *((pretty(one.phone), one.email or "") if contacts else ()),
            one.activities,
        )
        for number, one in enumerate(lines, start=1)
    )
    return Table(tuple(columns), rows)


def organizations(lines: list[OrganizationLine], t: Texts, chosen: Choices) -> Table:
    """Name, kind, district, members and activities, and how to reach them."""
    contacts = bool(chosen["contacts"])
    columns = [
        Column("no", t(N_("No.")), 12, "center"),
        Column("name", t(N_("Name")), 62),
        Column("acronym", t(N_("Acronym")), 22),
        Column("kind", t(N_("Kind")), 42),
        Column("district", t(N_("District")), 40),
        *_reach(t, contacts=contacts),
        Column("members", t(N_("Members")), 18, "right"),
        Column("activities", t(N_("Activities")), 18, "right"),
    ]
    rows = tuple(
        (
            *(number, one.name, one.acronym or "", t.label(one.kind) if one.kind else ""),
            one.district or "",
            *((pretty(one.phone), one.email or "") if contacts else ()),
            *(one.members, one.activities),
        )
        for number, one in enumerate(lines, start=1)
    )
    return Table(tuple(columns), rows)


def _reach(t: Texts, *, contacts: bool) -> list[Column]:
    if not contacts:
        return []
    return [Column("phone", t(N_("Phone")), 30), Column("email", t(N_("E-mail")), 40)]
