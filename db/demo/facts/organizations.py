"""The 22 organizations that the texts name, and 8 of their units.

A kind is given where the text, or the name itself, says what the organization is; else it is not stated.
"""

from functools import partial

from db.demo.facts.places import SOUTHEAST_ASIA
from db.demo.facts.relations import aliases
from db.demo.facts.sources import CITY, COMMUNITIES, EXCHANGE, SIGNING, TRAINING
from db.demo.shelf import Ledger, key
from db.models import Organization

_id = partial(key, "organization")

INFID, KOMNAS_PEREMPUAN, KOMNAS_HAM = _id("INFID"), _id("Komnas Perempuan"), _id("Komnas HAM")
RWI, KSP, PARAHYANGAN = _id("RWI"), _id("KSP"), _id("Universitas Katolik Parahyangan")
SECRETARIAT, BAKTI = _id("Sekretariat Program MAMPU"), _id("Yayasan BaKTI")
FPL, MEDULU = _id("FPL"), _id("Kelompok Konstituen Medulu")
BUDGET_CLINIC, PROTECTION_UNIT = _id("Tim Klinik PPRG"), _id("UPTD PPA")
KOMUNITA = _id("komunita.id")
PEKKA, LRC_KJHAM, YASANTI, KPI = _id("PEKKA"), _id("LRC-KJHAM"), _id("Yasanti"), _id("KPI")
SPEKHAM, SARI, INDIPT = _id("SPEKHAM"), _id("SARI"), _id("INDIPT")
UPIPA, AISYIYAH = _id("UPIPA"), _id("Aisyiyah")

EDUCATION = _id("Sub Komisi Pendidikan")
PLANNING_BUREAU, OUTREACH = _id("Biro Renwaskes"), _id("Bagian Penyuluhan")
COOPERATION = _id("Subbag Kerjasama Antarlembaga")
REGIONAL_OFFICE, DEPUTY_FIVE = _id("RWI Asia Tenggara"), _id("Deputi V")
MAMPU_TEAM, TASK_FORCE = _id("Tim MAMPU BaKTI"), _id("Satgas UPTD PPA")

KENDARI = "74.71"


def state(ledger: Ledger) -> None:
    """Organizations by the text that names them first."""
    _signing(ledger)
    _communities(ledger)
    _city(ledger)
    _exchange(ledger)
    _training(ledger)


def _signing(ledger: Ledger) -> None:
    ledger.state(
        SIGNING,
        "alinea 1",
        _organization(
            INFID,
            "International NGO Forum on Indonesian Development",
            "INFID",
            "civil_society",
            level="international",
        ),
        *aliases("organization", INFID, "International NGO Forum on Indonesia Development"),
        _organization(
            KOMNAS_PEREMPUAN, "Komnas Perempuan", None, "independent_body", level="national"
        ),
    )
    ledger.state(
        SIGNING, "alinea 2", _organization(EDUCATION, "Sub Komisi Pendidikan", of=KOMNAS_PEREMPUAN)
    )
    ledger.cite(TRAINING, "judul", "organization", INFID)


def _communities(ledger: Ledger) -> None:
    ledger.state(
        COMMUNITIES,
        "alinea 3",
        _organization(PEKKA, "PEKKA"),
        _organization(LRC_KJHAM, "LRC-KJHAM"),
        _organization(YASANTI, "Yasanti"),
        _organization(KPI, "Koalisi Perempuan Indonesia", "KPI"),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 4",
        _organization(SPEKHAM, "SPEKHAM"),
        _organization(SARI, "SARI"),
        _organization(INDIPT, "INDIPT"),
        _organization(UPIPA, "UPIPA"),
        _organization(AISYIYAH, "‘Aisyiyah"),
    )
    ledger.state(
        COMMUNITIES, "catatan redaksi", _organization(KOMUNITA, "komunita.id", None, "media")
    )


def _city(ledger: Ledger) -> None:
    ledger.state(
        CITY,
        "alinea 1",
        _organization(
            KOMNAS_HAM,
            "Komisi Nasional Hak Asasi Manusia",
            "Komnas HAM",
            "independent_body",
            level="national",
        ),
        _organization(
            RWI,
            "Raoul Wallenberg Institute",
            "RWI",
            "civil_society",
            level="international",
            district="SE",
        ),
        *aliases("organization", RWI, "Raoul Wallenbeg Institute"),
    )
    ledger.state(
        CITY,
        "alinea 2",
        _organization(PLANNING_BUREAU, "Biro Renwaskes", of=KOMNAS_HAM),
        _organization(OUTREACH, "Bagian Penyuluhan", of=KOMNAS_HAM),
        _organization(COOPERATION, "Subbag Kerjasama Antarlembaga", of=KOMNAS_HAM),
        _organization(REGIONAL_OFFICE, "Regional Asia Tenggara", of=RWI, district=SOUTHEAST_ASIA),
    )
    ledger.cite(TRAINING, "alinea 1", "organization", KOMNAS_HAM)
    ledger.state(TRAINING, "alinea 1", *aliases("organization", KOMNAS_HAM, "Komnas HAM RI"))


def _exchange(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "alinea 1",
        _organization(SECRETARIAT, "Sekretariat Program MAMPU", None, "programme_office"),
        _organization(BAKTI, "Yayasan BaKTI", "BaKTI", "civil_society"),
        _organization(FPL, "Forum Pengada Layanan", "FPL", "network"),
    )
    ledger.state(
        EXCHANGE,
        "alinea 2",
        _organization(MEDULU, "Kelompok Konstituen Medulu", None, "community_group"),
    )
    ledger.state(
        EXCHANGE,
        "butir 3",
        _organization(BUDGET_CLINIC, "Tim Klinik PPRG Kota Kendari", district=KENDARI),
    )
    ledger.state(
        EXCHANGE,
        "butir 6",
        _organization(
            PROTECTION_UNIT,
            "UPTD PPA (Perlindungan Perempuan dan Anak) Kota Kendari",
            "UPTD PPA Kota Kendari",
            "local_government",
            level="regency",
            district=KENDARI,
        ),
        _organization(TASK_FORCE, "Satgas UPTD PPA Kota Kendari", of=PROTECTION_UNIT),
    )
    ledger.state(EXCHANGE, "butir 8", *aliases("organization", BAKTI, "Ys. BaKTI"))
    ledger.state(
        EXCHANGE, "butir 9", _organization(MAMPU_TEAM, "Tim MAMPU Yayasan BaKTI", of=BAKTI)
    )


def _training(ledger: Ledger) -> None:
    ledger.state(
        TRAINING,
        "alinea 1",
        _organization(KSP, "Kantor Staf Presiden", "KSP", "presidential_office", level="national"),
        *aliases("organization", KSP, "KSP RI"),
    )
    ledger.state(
        TRAINING,
        "alinea 4",
        _organization(DEPUTY_FIVE, "Deputi V", of=KSP),
        _organization(PARAHYANGAN, "Universitas Katolik Parahyangan", None, "university"),
    )


def _organization(
    row: str,
    name: str,
    acronym: str | None = None,
    kind: str | None = None,
    *,
    of: str | None = None,
    level: str | None = None,
    district: str | None = None,
) -> Organization:
    return Organization(
        id=row,
        name=name,
        acronym=acronym,
        kind_id=kind and f"organization_kind:{kind}",
        level=level,
        parent_id=of,
        district_id=district,
    )
