"""The five forums and groups. Founders are those who held the workshop that is called the first step."""

from functools import partial

from db.demo.facts.activities import FOUNDING
from db.demo.facts.organizations import FPL, KPI, LRC_KJHAM, MEDULU, PEKKA, YASANTI
from db.demo.facts.places import SUMATERA
from db.demo.facts.programmes import FORUMS
from db.demo.facts.sources import COMMUNITIES, EXCHANGE
from db.demo.shelf import Ledger, key
from db.log.identity import derived_id
from db.models import Forum, ForumFounder

_id = partial(key, "forum")

CENTRAL_JAVA, EAST_JAVA, SUMATRA = _id("N1"), _id("N2"), _id("N3")


def state(ledger: Ledger) -> None:
    """Forums by text."""
    ledger.state(
        COMMUNITIES,
        "alinea 3",
        Forum(
            id=CENTRAL_JAVA,
            name="Forum Komunitas MAMPU Jawa Tengah",
            programme_id=FORUMS,
            district_id="33",
            founding_activity_id=FOUNDING,
            status_id="forum_status:initiated",
            notes="Lokakarya 8–9 September 2015 disebut “langkah awal pembentukan”.",
        ),
        _founder(PEKKA, "lead"),
        *(_founder(organization, "assisting") for organization in (LRC_KJHAM, YASANTI, KPI)),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 5",
        _formed(EAST_JAVA, "Forum Komunitas MAMPU Jawa Timur", "35"),
        _formed(SUMATRA, "Forum Komunitas MAMPU Sumatera", SUMATERA),
    )
    ledger.state(
        EXCHANGE,
        "alinea 1",
        Forum(id=_id("N4"), name="Forum Pengada Layanan (FPL)", organization_id=FPL),
    )
    ledger.state(
        EXCHANGE,
        "alinea 2",
        Forum(id=_id("N5"), name="Kelompok Konstituen Medulu", organization_id=MEDULU),
    )


def _founder(organization: str, role: str) -> ForumFounder:
    return ForumFounder(
        id=derived_id("forum_founder", CENTRAL_JAVA, organization),
        forum_id=CENTRAL_JAVA,
        organization_id=organization,
        role_id=f"organization_role:{role}",
    )


def _formed(row: str, name: str, district: str) -> Forum:
    return Forum(
        id=row,
        name=name,
        programme_id=FORUMS,
        district_id=district,
        status_id="forum_status:formed",
    )
