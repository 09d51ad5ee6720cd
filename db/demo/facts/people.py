"""The 13 people that the texts name, with the position each text gives them.

Nobody's sex is stated: 'Ibu' is how a person is addressed, nothing else. Initials and handles of
authors are no people; they stay with their source.
"""

from functools import partial

from db.demo.facts.organizations import (
    INFID,
    KOMNAS_HAM,
    KOMNAS_PEREMPUAN,
    KSP,
    MEDULU,
    PARAHYANGAN,
    RWI,
)
from db.demo.facts.places import ANGGALOMELAI
from db.demo.facts.relations import aliases, tagged
from db.demo.facts.sources import CITY, EXCHANGE, SIGNING, TRAINING
from db.demo.shelf import Ledger, key
from db.models import Affiliation, Exchanged, Person, Tag

_id = partial(key, "person")

ALIMATUL, MISTHOHIZZAMAN = _id("Alimatul Qibtiyah"), _id("Misthohizzaman")
SANDRA, SRIYANA, MIMIN = _id("Sandra Moniaga"), _id("Sriyana"), _id("Mimin Dwi Hartono")
SASANTI, HELENA, SARSINA = _id("Sasanti"), _id("Helena Olson"), _id("Sarsina")
SRI_RAHAYU, ALYAA = _id("Sri Rahayu"), _id("Alyaa Nabiilah Zuhroh")
ARI, FAJRIMEI, SYLVIA = _id("Ari Wibowo"), _id("Fajrimei A Gofar"), _id("Sylvia Yazid")

YOUTH = key("tag", "Orang muda")

POSITIONS = {
    ALIMATUL: "Ketua sub komisi Pendidikan",
    MISTHOHIZZAMAN: "Direktur Eksekutif",
    SANDRA: "Komisioner Komnas HAM 2017-2022",
    SRIYANA: "Plt. Kabiro Renwaskes",
    MIMIN: "Plt. Kabag Penyuluhan",
    SASANTI: "Kasubag Kerjasama Antarlembaga",
    HELENA: "Direktur RWI untuk Regional Asia Tenggara",
    SARSINA: "Mantan Ketua Kelompok Konstituen Medulu",
    SRI_RAHAYU: "Penyuluh dan trainer HAM",
    ALYAA: "Pegiat Kabupaten Kota HAM",
    ARI: "Program Officer HAM dan Demokrasi",
    FAJRIMEI: "Tenaga Ahli Deputi V",
    SYLVIA: "Akademisi",
}
"""Position of each person, in the words of the text."""

ORGANIZATIONS: dict[str, str | None] = {
    ALIMATUL: KOMNAS_PEREMPUAN,
    MISTHOHIZZAMAN: INFID,
    SANDRA: KOMNAS_HAM,
    SRIYANA: KOMNAS_HAM,
    MIMIN: KOMNAS_HAM,
    SASANTI: KOMNAS_HAM,
    HELENA: RWI,
    SARSINA: MEDULU,
    SRI_RAHAYU: KOMNAS_HAM,
    ALYAA: None,
    ARI: INFID,
    FAJRIMEI: KSP,
    SYLVIA: PARAHYANGAN,
}
"""Organization each person speaks for; none is stated for one of them."""

_UNITS = {
    ALIMATUL: "Sub Komisi Pendidikan",
    SRIYANA: "Biro Renwaskes",
    MIMIN: "Bagian Penyuluhan",
    SASANTI: "Subbag Kerjasama Antarlembaga",
    HELENA: "Regional Asia Tenggara",
    FAJRIMEI: "Deputi V",
}
_STANDINGS = {SANDRA: "elected", SRIYANA: "acting", MIMIN: "acting", SARSINA: "former"}


def state(ledger: Ledger) -> None:
    """People by text."""
    ledger.state(
        SIGNING,
        "alinea 2",
        *_person(ALIMATUL, "Alimatul Qibtiyah"),
        *_person(MISTHOHIZZAMAN, "Misthohizzaman"),
    )
    ledger.state(
        CITY,
        "alinea 2",
        *_person(SRIYANA, "Sriyana"),
        *_person(MIMIN, "Mimin Dwi Hartono"),
        *_person(SASANTI, "Sasanti"),
        *_person(HELENA, "Helena Olson"),
    )
    ledger.state(CITY, "alinea 4", *_sandra())
    ledger.state(EXCHANGE, "alinea 2", *_sarsina())
    ledger.state(
        TRAINING,
        "alinea 3",
        *_person(SRI_RAHAYU, "Sri Rahayu"),
        *_person(ALYAA, "Alyaa Nabiilah Zuhroh"),
        Tag(id=YOUTH, name="Orang muda", kind="person_group"),
        tagged("person", ALYAA, YOUTH),
        *_person(ARI, "Ari Wibowo"),
    )
    ledger.state(
        TRAINING,
        "alinea 4",
        *_person(FAJRIMEI, "Fajrimei A Gofar"),
        *_person(SYLVIA, "Sylvia Yazid"),
        *aliases("person", SYLVIA, "Silvia Yazid"),
    )


def _person(row: str, name: str) -> list[Exchanged]:
    return [Person(id=row, name=name, position=POSITIONS[row]), *_affiliation(row)]


def _affiliation(person: str) -> list[Affiliation]:
    """Where a person belongs; what is over is not the main one."""
    organization, standing = ORGANIZATIONS[person], _STANDINGS.get(person)
    if organization is None:
        return []
    return [
        Affiliation(
            id=key("affiliation", person),
            person_id=person,
            organization_id=organization,
            position=POSITIONS[person],
            unit=_UNITS.get(person),
            standing_id=standing and f"standing:{standing}",
            main=standing != "former",
        )
    ]


def _sandra() -> list[Exchanged]:
    """Elected again for a term of which the years are stated."""
    (affiliation,) = _affiliation(SANDRA)
    affiliation.starts, affiliation.ends = "2017-01-01~year", "2022-12-31~year"
    return [Person(id=SANDRA, name="Sandra Moniaga", position=POSITIONS[SANDRA]), affiliation]


def _sarsina() -> list[Exchanged]:
    """The one person with an address; the text shortens 'Kec.' to 'Ke.'."""
    return [
        Person(
            id=SARSINA,
            name="Sarsina",
            form_of_address="Ibu",
            position=POSITIONS[SARSINA],
            address="Kel. Anggalomelai Ke. Abeli. Kendari, Sultra",
            village="Kel. Anggalomelai, Kec. Abeli",
            district_id=ANGGALOMELAI,
        ),
        *_affiliation(SARSINA),
    ]
