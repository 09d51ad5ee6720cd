"""The seven programmes and components, who carries them, and what is said about each as a whole."""

from functools import partial

from db.demo.facts.organizations import (
    BAKTI,
    INFID,
    KOMNAS_HAM,
    KOMNAS_PEREMPUAN,
    KSP,
    RWI,
    SECRETARIAT,
)
from db.demo.facts.relations import aliases, statements, tagged, takes_part_in
from db.demo.facts.sources import CITY, COMMUNITIES, EXCHANGE, SIGNING, TRAINING
from db.demo.shelf import Ledger, key
from db.models import Programme, Tag

_id = partial(key, "programme")

MAMPU, FORUMS, MAMPU_BAKTI = _id("P1"), _id("P2"), _id("P3")
HUMAN_RIGHTS_CITY, RWI_STRATEGY = _id("P4"), _id("P5")
HUMAN_RIGHTS_CITIES, LEADERSHIP = _id("P6"), _id("P7")

STAKEHOLDERS = {
    key("tag", name): name
    for name in (
        "Pemerintah",
        "Anggota parlemen perempuan",
        "Sektor swasta",
        "Media",
        "Mitra MAMPU",
        "Komunitas dampingan",
    )
}
"""Whom the community forum is to connect: tag → word, in the order of the text."""


def state(ledger: Ledger) -> None:
    """Programmes by text."""
    _mampu(ledger)
    _forums(ledger)
    _mampu_bakti(ledger)
    _human_rights_city(ledger)
    _human_rights_cities(ledger)
    _leadership(ledger)


def _mampu(ledger: Ledger) -> None:
    ledger.state(
        COMMUNITIES,
        "alinea 1",
        Programme(
            id=MAMPU,
            name="Program MAMPU",
            target_group="Perempuan miskin di Indonesia",
            approach="Kerja kolektif melalui jaringan dan koalisi",
            ends="2020-12-31~year",
        ),
        *statements(
            "programme",
            MAMPU,
            "component",
            "claimed",
            "Forum Komunitas MAMPU menjadi bagian penting dalam program",
        ),
    )
    ledger.cite(EXCHANGE, "alinea 1", "programme", MAMPU)
    ledger.state(
        EXCHANGE,
        "alinea 1",
        *takes_part_in(MAMPU, "implementer", SECRETARIAT),
        *takes_part_in(MAMPU, "partner", BAKTI),
        *statements(
            "programme",
            MAMPU,
            "outcome",
            "claimed",
            "Kapasitas, suara dan pengaruh perempuan, serta akses mereka ke layanan meningkat",
        ),
    )


def _forums(ledger: Ledger) -> None:
    ledger.state(
        COMMUNITIES, "alinea 1", Programme(id=FORUMS, name="Forum Komunitas MAMPU", parent_id=MAMPU)
    )
    ledger.state(
        COMMUNITIES,
        "alinea 2",
        *statements(
            "programme",
            FORUMS,
            "objective",
            "claimed",
            "Meningkatkan efektivitas jaringan kerja mitra: komunikasi dan kolaborasi antarmitra dan"
            " komunitas dampingan dengan pemerintah, anggota parlemen perempuan, sektor swasta, dan"
            " media di semua tingkat",
            "Meningkatkan advokasi kebijakan",
            "Meningkatkan organisasi jaringan konstituensi masyarakat dampingan untuk kampanye"
            " kolektif yang membangkitkan kepedulian publik",
            "Meningkatkan identifikasi dan analisis hambatan serta uji solusi inovatif dari berbagai"
            " pemangku kepentingan",
        ),
        *(Tag(id=tag, name=name, kind="stakeholder") for tag, name in STAKEHOLDERS.items()),
        *(tagged("programme", FORUMS, tag) for tag in STAKEHOLDERS),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 5",
        *statements(
            "programme",
            FORUMS,
            "outcome",
            "claimed",
            "Forum komunitas sudah dibentuk di beberapa daerah seperti Jawa Timur dan Sumatera",
        ),
        *statements(
            "programme",
            FORUMS,
            "expectation",
            "planned",
            "Daerah-daerah lain akan mulai membentuk forum serupa",
        ),
    )


def _mampu_bakti(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "alinea 3",
        Programme(
            id=MAMPU_BAKTI,
            name="Program MAMPU–BaKTI",
            parent_id=MAMPU,
            approach="Dilaksanakan bersama mitra daerah",
        ),
        *aliases("programme", MAMPU_BAKTI, "Program MAMPU-BaKTI"),
        *takes_part_in(MAMPU_BAKTI, "implementer", BAKTI),
    )
    ledger.state(EXCHANGE, "judul", *aliases("programme", MAMPU_BAKTI, "Program MAMPU - BaKTI"))


def _human_rights_city(ledger: Ledger) -> None:
    ledger.state(
        CITY,
        "alinea 1",
        Programme(
            id=HUMAN_RIGHTS_CITY,
            name="Human Rights City atau Kota HAM",
            notes="Dijalankan “sejak beberapa tahun terakhir”.",
        ),
        *aliases("programme", HUMAN_RIGHTS_CITY, "Human Rights City", "Kota HAM"),
        *takes_part_in(HUMAN_RIGHTS_CITY, "lead", KOMNAS_HAM),
        *takes_part_in(HUMAN_RIGHTS_CITY, "partner", RWI),
    )
    ledger.state(
        CITY,
        "alinea 3",
        Programme(
            id=RWI_STRATEGY,
            name="Program strategis RWI 2017-2021",
            starts="2017-01-01~year",
            ends="2021-12-31~year",
        ),
        *takes_part_in(RWI_STRATEGY, "lead", RWI),
        *statements("programme", RWI_STRATEGY, "component", "claimed", "Masyarakat yang Inklusif"),
    )
    ledger.state(
        CITY,
        "alinea 4",
        *takes_part_in(RWI_STRATEGY, "partner", KOMNAS_HAM),
        *statements(
            "programme",
            RWI_STRATEGY,
            "contribution",
            "claimed",
            "Kerja sama dan dukungan RWI kepada Komnas HAM “selama beberapa tahun ini”",
        ),
    )
    ledger.state(
        CITY,
        "alinea 5",
        *statements(
            "programme",
            HUMAN_RIGHTS_CITY,
            "outcome",
            "claimed",
            "Komnas HAM sudah menjalin kerja sama dengan “beberapa kota/kabupaten”",
        ),
    )


def _human_rights_cities(ledger: Ledger) -> None:
    ledger.state(
        TRAINING,
        "alinea 1",
        Programme(
            id=HUMAN_RIGHTS_CITIES,
            name="Human Rights Cities (HRC) INFID",
            code="HRC",
            starts="2017-01-01~year",
            ends="..",
        ),
        *aliases("programme", HUMAN_RIGHTS_CITIES, "Human Right Cities (HRC)"),
        *takes_part_in(HUMAN_RIGHTS_CITIES, "lead", INFID),
        *takes_part_in(HUMAN_RIGHTS_CITIES, "partner", KOMNAS_HAM, KSP),
    )
    ledger.state(
        TRAINING,
        "alinea 2",
        *aliases("programme", HUMAN_RIGHTS_CITIES, "Kabupaten Kota HAM", "Kabupaten/Kota HAM"),
    )
    ledger.cite(TRAINING, "alinea 6", "programme", HUMAN_RIGHTS_CITIES)
    ledger.state(
        TRAINING,
        "alinea 6",
        *statements(
            "programme",
            HUMAN_RIGHTS_CITIES,
            "outcome",
            "claimed",
            "Sejak 2017 INFID mengawal dan mendorong Kabupaten Kota HAM di Indonesia",
        ),
    )


def _leadership(ledger: Ledger) -> None:
    ledger.state(
        SIGNING,
        "alinea 1",
        Programme(
            id=LEADERSHIP,
            name="Rangkaian Kegiatan Penguatan Kepemimpinan Perempuan di Negara Mayoritas Islam",
        ),
        *takes_part_in(LEADERSHIP, "partner", KOMNAS_PEREMPUAN, INFID),
    )
