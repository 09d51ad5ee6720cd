"""The three agreements: one stated in full, two of which parties or dates are not stated."""

from functools import partial

from db.demo.facts.activities import SIGNING_OF_G1
from db.demo.facts.activities_of_2020 import SIGNING_OF_G3
from db.demo.facts.organizations import INFID, KENDARI, KOMNAS_PEREMPUAN
from db.demo.facts.people import ALIMATUL, MISTHOHIZZAMAN, POSITIONS
from db.demo.facts.programmes import LEADERSHIP, MAMPU_BAKTI
from db.demo.facts.relations import statements
from db.demo.facts.sources import EXCHANGE, SIGNING
from db.demo.shelf import Ledger, key
from db.log.identity import derived_id
from db.models import Agreement, AgreementParty, Commitment

_id = partial(key, "agreement")

G1, G2, G3 = _id("G1"), _id("G2"), _id("G3")

SCOPE = (
    "Ruang diskusi sebagai tempat konsolidasi para pemimpin perempuan dari berbagai negara mayoritas"
    " Islam",
    "Peningkatan kapasitas (pengetahuan dan keterampilan) bagi peserta dari organisasi perempuan"
    " dalam isu pemenuhan HAM dan demokrasi",
    "Lahirnya rekomendasi terhadap aksi nyata penguatan jaringan pemimpin perempuan peserta"
    " pelatihan",
)
MODULE = "Masukan terhadap penyusunan modul pelatihan, versi bahasa Indonesia dan bahasa Inggris"
TEACHING = "Menjadi narasumber, fasilitator, dan atau pelatih"


def state(ledger: Ledger) -> None:
    """Agreements by text."""
    _leadership(ledger)
    _legal_services(ledger)


def _leadership(ledger: Ledger) -> None:
    ledger.state(
        SIGNING,
        "alinea 1",
        Agreement(
            id=G1,
            title="Penyelenggaraan Rangkaian Kegiatan dalam Penguatan Kepemimpinan Perempuan di"
            " Negara Mayoritas Islam, Pemenuhan Hak Asasi Manusia (HAM) Berbasis Gender dan"
            " Demokrasi yang Berkeadilan",
            kind_id="agreement_kind:cooperation",
            programme_id=LEADERSHIP,
            signing_activity_id=SIGNING_OF_G1,
            signed="2023-11-17",
            place="Jakarta Pusat",
            district_id="31.71",
            scope="; ".join(SCOPE),
            cross_cutting="Perspektif gender serta inklusi sosial",
        ),
    )
    ledger.state(
        SIGNING,
        "alinea 2",
        _party(0, KOMNAS_PEREMPUAN, ALIMATUL, f"{MODULE}; {TEACHING.lower()}"),
        _party(1, INFID, MISTHOHIZZAMAN, None),
    )
    ledger.state(
        SIGNING,
        "alinea 3",
        *statements(
            "agreement",
            G1,
            "objective",
            "reported",
            "Memperkuat ruang, kapasitas, dan peran perempuan di negara-negara mayoritas Islam dalam"
            " pemenuhan HAM dan demokrasi yang berkeadilan",
        ),
    )
    ledger.state(SIGNING, "alinea 4", *statements("agreement", G1, "scope", "planned", *SCOPE))
    ledger.state(
        SIGNING,
        "alinea 5",
        Commitment(
            id=key("commitment", "G1/1"),
            agreement_id=G1,
            organization_id=KOMNAS_PEREMPUAN,
            text=MODULE,
            unit="versi bahasa",
            agreed=2,
            status_id="step_status:unknown",
        ),
        Commitment(
            id=key("commitment", "G1/2"),
            agreement_id=G1,
            organization_id=KOMNAS_PEREMPUAN,
            text=TEACHING,
            status_id="step_status:unknown",
            rank=1,
        ),
    )


def _legal_services(ledger: Ledger) -> None:
    """The letter makes the memorandum, signed before it, work; 'SPK' is no work order here."""
    ledger.state(
        EXCHANGE,
        "butir 5",
        Agreement(
            id=G2,
            title="MoU SPPT PKKTP",
            kind_id="agreement_kind:mou",
            district_id=KENDARI,
            notes="Telah ditandatangani; tanggal dan para pihak tidak disebut.",
        ),
        Agreement(
            id=G3,
            title="Surat Perjanjian Kerjasama antar Lembaga/Instansi Pemberi Layanan Hukum di Kota"
            " Kendari",
            kind_id="agreement_kind:cooperation_letter",
            parent_id=G2,
            programme_id=MAMPU_BAKTI,
            signing_activity_id=SIGNING_OF_G3,
            signed="2020-07-01~quarter",
            district_id=KENDARI,
            notes="Para pihak tidak disebut. MoU SPPT PKKTP dapat dilaksanakan setelah adanya SPK ini.",
        ),
    )


def _party(
    rank: int, organization: str, signatory: str, contribution: str | None
) -> AgreementParty:
    return AgreementParty(
        id=derived_id("agreement_party", G1, organization),
        agreement_id=G1,
        organization_id=organization,
        signatory_id=signatory,
        signatory_position=POSITIONS[signatory],
        contribution=contribution,
        rank=rank,
    )
