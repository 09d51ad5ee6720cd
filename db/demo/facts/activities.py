"""Activities A01 to A09: agreement and training, founding workshop, meeting, conferences and talk shows."""

from functools import partial

from db.demo.facts.organizations import (
    AISYIYAH,
    BAKTI,
    FPL,
    INDIPT,
    INFID,
    KOMNAS_HAM,
    KOMNAS_PEREMPUAN,
    KPI,
    LRC_KJHAM,
    PEKKA,
    RWI,
    SARI,
    SECRETARIAT,
    SPEKHAM,
    UPIPA,
    YASANTI,
)
from db.demo.facts.people import (
    ALIMATUL,
    HELENA,
    MIMIN,
    MISTHOHIZZAMAN,
    ORGANIZATIONS,
    POSITIONS,
    SANDRA,
    SARSINA,
    SASANTI,
    SRIYANA,
)
from db.demo.facts.programmes import FORUMS, HUMAN_RIGHTS_CITY, LEADERSHIP, MAMPU
from db.demo.facts.relations import places, roles, statements, was_there
from db.demo.facts.sources import CITY, COMMUNITIES, EXCHANGE, SIGNING
from db.demo.shelf import Ledger, key
from db.models import Activity, ActivitySession, Participation, Series, Statement

_id = partial(key, "activity")

SIGNING_OF_G1, LEADERSHIP_TRAINING, FOUNDING = _id("A01"), _id("A02"), _id("A03")
MEETING, REGIONAL_WORKSHOP = _id("A04"), _id("A05")
EASTERN_CONFERENCE, CLOSING_CONFERENCE = _id("A06"), _id("A07")
TALK_SHOWS, TALK_SHOW = _id("A08"), _id("A09")

CONFERENCES = key("series", "Konferensi Perempuan Timur")
TALKS = key("series", "Sapa Perempuan MAMPU")

CHANNEL = "https://www.youtube.com//BaKTIFoundation"
"""The link as printed, with its double slash."""

_COMMUNITIES = (PEKKA, KPI, LRC_KJHAM, SPEKHAM, YASANTI, SARI, INDIPT, UPIPA, AISYIYAH)


def state(ledger: Ledger) -> None:
    """Activities by text."""
    _signing(ledger)
    _leadership_training(ledger)
    _founding(ledger)
    _meeting(ledger)
    _regional_workshop(ledger)
    _conferences(ledger)
    _talk_shows(ledger)


def present(activity: str, role: str, *people: str) -> list[Participation]:
    """Named people at an activity, each with the position and organization of the text."""
    return [
        was_there(activity, person, role, ORGANIZATIONS[person], POSITIONS[person])
        for person in people
    ]


def _signing(ledger: Ledger) -> None:
    ledger.state(
        SIGNING,
        "alinea 1",
        Activity(
            id=SIGNING_OF_G1,
            title="Penandatanganan Perjanjian Kerja Sama Komnas Perempuan dan INFID",
            kind_id="activity_kind:signing",
            status_id="activity_status:done",
            basis="reported",
            programme_id=LEADERSHIP,
            mode_id="activity_mode:in_person",
            starts="2023-11-17",
            ends="2023-11-17",
        ),
        *places(SIGNING_OF_G1, "31.71"),
        *roles(SIGNING_OF_G1, "partner", KOMNAS_PEREMPUAN, INFID),
    )
    ledger.state(
        SIGNING, "alinea 2", *present(SIGNING_OF_G1, "signatory", ALIMATUL, MISTHOHIZZAMAN)
    )


def _leadership_training(ledger: Ledger) -> None:
    """Announced for a month; nothing says that it was held."""
    ledger.state(
        SIGNING,
        "alinea 6",
        Activity(
            id=LEADERSHIP_TRAINING,
            title="Rangkaian Pelatihan Kepemimpinan Perempuan dalam Pemenuhan Hak Asasi Manusia dan"
            " Demokrasi yang Berkeadilan",
            kind_id="activity_kind:training",
            status_id="activity_status:planned",
            basis="reported",
            programme_id=LEADERSHIP,
            agreement_id=key("agreement", "G1"),
            mode_id="activity_mode:online",
            starts="2023-12-01~month",
            ends="2023-12-31~month",
            participants_planned=30,
            target_group="Akademisi dan pegiat sosial dari negara-negara mayoritas Islam, yaitu"
            " Indonesia, Malaysia, dan Pakistan",
        ),
        *roles(LEADERSHIP_TRAINING, "partner", KOMNAS_PEREMPUAN, INFID),
        *(
            ActivitySession(
                id=key("activity_session", f"A02-{number}"),
                activity_id=LEADERSHIP_TRAINING,
                number=number,
                mode_id="activity_mode:online",
            )
            for number in range(1, 8)
        ),
    )


def _founding(ledger: Ledger) -> None:
    ledger.state(
        COMMUNITIES,
        "alinea 3",
        Activity(
            id=FOUNDING,
            title="Pembentukan Komunitas Perempuan MAMPU Jawa Tengah",
            kind_id="activity_kind:workshop",
            status_id="activity_status:done",
            basis="reported",
            programme_id=FORUMS,
            forum_id=key("forum", "N1"),
            mode_id="activity_mode:in_person",
            starts="2015-09-08",
            ends="2015-09-09",
            background="Langkah awal pembentukan Forum Komunitas MAMPU di Jawa Tengah.",
            target_group="Anggota komunitas dampingan",
        ),
        *roles(FOUNDING, "organizer", PEKKA),
        *roles(FOUNDING, "assisting", LRC_KJHAM, YASANTI, KPI),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 4",
        *places(FOUNDING, "33.22|33.74"),
        *roles(FOUNDING, "participant_origin", *_COMMUNITIES),
    )


def _meeting(ledger: Ledger) -> None:
    ledger.state(
        CITY,
        "alinea 2",
        Activity(
            id=MEETING,
            title="Pertemuan Komnas HAM dan RWI",
            kind_id="activity_kind:meeting",
            status_id="activity_status:done",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITY,
            mode_id="activity_mode:in_person",
            starts="2017-11-01",
            ends="2017-11-01",
            venue="Kantor Komnas HAM",
            notes="Hadir pula “para staf” Komnas HAM; jumlahnya tidak disebut.",
        ),
        *roles(MEETING, "host", KOMNAS_HAM),
        *roles(MEETING, "partner", RWI),
        *present(MEETING, "participant", SANDRA, SRIYANA, MIMIN, SASANTI, HELENA),
    )


def _regional_workshop(ledger: Ledger) -> None:
    """'Menurut rencana': planned, and nothing says that it was held."""
    ledger.state(
        CITY,
        "alinea 5",
        Activity(
            id=REGIONAL_WORKSHOP,
            title="Workshop tentang Kota HAM",
            kind_id="activity_kind:workshop",
            status_id="activity_status:planned",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITY,
            mode_id="activity_mode:in_person",
            starts="2017-12-04",
            ends="2017-12-05",
            target_group="Perwakilan Komisi Nasional HAM dari Asia Tenggara",
        ),
        *places(REGIONAL_WORKSHOP, "31"),
        *roles(REGIONAL_WORKSHOP, "co_organizer", KOMNAS_HAM, RWI),
        *statements(
            "activity",
            REGIONAL_WORKSHOP,
            "expectation",
            "planned",
            "Berbagi pengalaman dan pendekatan antarlembaga",
        ),
    )
    ledger.state(
        CITY,
        "alinea 4",
        *statements(
            "activity",
            REGIONAL_WORKSHOP,
            "expectation",
            "planned",
            "Kerja sama yang lebih baik antar Komisi HAM di Asia Tenggara",
            start=1,
        ),
    )


def _conferences(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "alinea 1",
        Series(id=CONFERENCES, name="Konferensi Perempuan Timur"),
        Activity(
            id=EASTERN_CONFERENCE,
            title="Konferensi Perempuan Timur keempat",
            theme="Memetik Buah dari Sinergi Multipihak untuk Pembangunan Berkeadilan di Indonesia"
            " bagian Timur",
            kind_id="activity_kind:conference",
            status_id="activity_status:done",
            basis="reported",
            programme_id=MAMPU,
            series_id=CONFERENCES,
            edition=4,
            starts="2020-01-01~year",
            ends="2020-12-31~year",
            link=CHANNEL,
        ),
        *roles(EASTERN_CONFERENCE, "co_organizer", BAKTI, FPL),
        *_about_the_conference(EASTERN_CONFERENCE),
    )
    ledger.state(
        EXCHANGE,
        "alinea 2",
        Activity(
            id=CLOSING_CONFERENCE,
            title="Konferensi Penutupan MAMPU",
            kind_id="activity_kind:conference",
            status_id="activity_status:unconfirmed",
            basis="reported",
            programme_id=MAMPU,
            starts="2020-01-01~year",
            ends="2020-12-31~year",
        ),
    )


def _about_the_conference(row: str) -> list[Statement]:
    return [
        *statements(
            "activity",
            row,
            "objective",
            "reported",
            "Membagikan praktik dan inovasi baik dari gerakan perempuan Indonesia timur untuk"
            " menyelesaikan beragam isu hak asasi manusia",
            "Memperlihatkan kemampuan daerah bersinergi antara gerakan perempuan, pemerintah, dan"
            " berbagai pihak untuk kesetaraan gender dan pemberdayaan perempuan",
        ),
        *statements(
            "activity",
            row,
            "component",
            "reported",
            "Berbagi pengetahuan",
            "Membangun kemitraan",
            "Pasar karya perempuan timur",
            "Panggung budaya",
        ),
        *statements(
            "activity",
            row,
            "expectation",
            "planned",
            "Didayagunakan untuk pemberdayaan perempuan, penguatan jaringan, dan advokasi kebijakan"
            " perencanaan dan anggaran di tingkat nasional, daerah, dan desa",
        ),
    ]


def _talk_shows(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "alinea 2",
        Series(id=TALKS, name="Talkshow “Sapa Perempuan MAMPU”"),
        _talk(TALK_SHOWS, "Serial Talkshow “Sapa Perempuan MAMPU”", CLOSING_CONFERENCE),
        *statements(
            "activity",
            TALK_SHOWS,
            "objective",
            "reported",
            "Mengangkat cerita dan pengalaman anggota perempuan OMS akar rumput mitra Program MAMPU"
            " dalam mengupayakan kesetaraan gender dan pemberdayaan perempuan",
        ),
        *roles(TALK_SHOWS, "organizer", SECRETARIAT),
        *roles(TALK_SHOWS, "partner", BAKTI),
        _talk(TALK_SHOW, "Talkshow “Sapa Perempuan MAMPU” bersama Ibu Sarsina", TALK_SHOWS),
        *statements(
            "activity",
            TALK_SHOW,
            "objective",
            "reported",
            "Berbagi cerita perubahan dalam membangun kepemimpinan perempuan, memperjuangkan hak"
            " perempuan dan kelompok rentan di daerahnya",
        ),
        *roles(TALK_SHOW, "partner", BAKTI),
        *present(TALK_SHOW, "resource_person", SARSINA),
    )


def _talk(row: str, title: str, parent: str) -> Activity:
    return Activity(
        id=row,
        title=title,
        kind_id="activity_kind:talk_show",
        status_id="activity_status:done",
        basis="reported",
        programme_id=MAMPU,
        parent_id=parent,
        series_id=TALKS,
        mode_id="activity_mode:online",
        platform="YouTube",
        starts="2020-01-01~year",
        ends="2020-12-31~year",
        link=CHANNEL,
    )
