"""Activities A10 to A19: ten activities of July to September 2020. No day of any of them is stated."""

from functools import partial

from db.demo.facts.organizations import (
    BAKTI,
    BUDGET_CLINIC,
    KENDARI,
    MAMPU_TEAM,
    PROTECTION_UNIT,
    TASK_FORCE,
)
from db.demo.facts.programmes import MAMPU_BAKTI
from db.demo.facts.relations import aliases, places, roles, statements
from db.demo.facts.sources import EXCHANGE
from db.demo.shelf import Ledger, key
from db.models import Activity, Statement

_id = partial(key, "activity")

YOUTH_WORKSHOP, CAMPAIGN, BUDGET_TRAINING = _id("A10"), _id("A11"), _id("A12")
GOALS_WORKSHOP, SIGNING_OF_G3, TASK_FORCE_TRAINING = _id("A13"), _id("A14"), _id("A15")
WARD_TRAINING, FINANCE, MONITORING = _id("A16"), _id("A17"), _id("A18")
CHAMPIONS = _id("A19")

MAKASSAR, MAROS, PAREPARE = "73.71", "73.09", "73.72"


def state(ledger: Ledger) -> None:
    """The ten, in the order of the text."""
    _against_child_marriage(ledger)
    _budgets_and_goals(ledger)
    _services(ledger)
    _partners(ledger)
    _champions(ledger)


def _against_child_marriage(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "butir 1",
        _activity(
            YOUTH_WORKSHOP,
            "Workshop Champion Cegah Kawin Anak",
            "workshop",
            target="Kaum milenial",
        ),
        *places(YOUTH_WORKSHOP, MAKASSAR, MAROS),
        *_objectives(YOUTH_WORKSHOP, "Melibatkan kaum milenial dalam pencegahan perkawinan anak"),
        *roles(YOUTH_WORKSHOP, "implementer", BAKTI),
    )
    ledger.state(
        EXCHANGE,
        "butir 2",
        _activity(
            CAMPAIGN,
            "Kampanye Cegah Kawin Anak melalui media sosial",
            "campaign",
            mode="media",
            platform="Instagram, Facebook, Whatt App",
            target="Masyarakat luas",
        ),
        *_objectives(CAMPAIGN, "Dampak buruk perkawinan anak bisa diketahui oleh masyarakat luas"),
        *roles(CAMPAIGN, "implementer", BAKTI),
    )


def _budgets_and_goals(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "butir 3",
        _activity(
            BUDGET_TRAINING,
            "Pelatihan Penyusunan Penanggaran Responsif Gender (PPRG) untuk Tim Klinik PPRG Kota"
            " Kendari",
            "training",
            target="Tim Klinik PPRG Kota Kendari",
        ),
        *places(BUDGET_TRAINING, KENDARI),
        *_objectives(
            BUDGET_TRAINING,
            "Tim Klinik PPRG mengetahui tata cara penyusunan anggaran responsif gender dengan alat"
            " analisis GAP dan GBS",
        ),
        *roles(BUDGET_TRAINING, "implementer", BAKTI),
        *roles(BUDGET_TRAINING, "target", BUDGET_CLINIC),
    )
    ledger.state(
        EXCHANGE,
        "butir 4",
        _activity(GOALS_WORKSHOP, "Workshop Evaluasi dan Analisis Pencapaian SDGs", "workshop"),
        *places(GOALS_WORKSHOP, KENDARI, PAREPARE),
        *_objectives(
            GOALS_WORKSHOP,
            "Mempresentasikan hasil evaluasi pencapaian SDGs di Kota Kendari dan Parepare",
        ),
        *roles(GOALS_WORKSHOP, "implementer", BAKTI),
    )
    ledger.state(
        EXCHANGE,
        "butir 7",
        _activity(
            WARD_TRAINING,
            "Pelatihan Perencanaan Anggaran Responsif Gender untuk Kelurahan dan Kecamatan di Kota"
            " Parepare",
            "training",
            target="Kelurahan dan kecamatan di Kota Parepare",
        ),
        *places(WARD_TRAINING, PAREPARE),
        *_objectives(
            WARD_TRAINING,
            "Memperkenalkan penyusunan anggaran yang responsif gender dengan analisis GAP dan GBS",
        ),
        *roles(WARD_TRAINING, "implementer", BAKTI),
    )


def _services(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "butir 5",
        _activity(
            SIGNING_OF_G3,
            "Penandatanganan Surat Perjanjian Kerjasama antar Lembaga/Instansi Pemberi Layanan"
            " Hukum di Kota Kendari",
            "signing",
            target="Lembaga/instansi pemberi layanan hukum",
        ),
        *aliases(
            "activity",
            SIGNING_OF_G3,
            "Penandaatangan Surat Perjanjian Kerjasama antar Lembaga/Intansis Pemberi Layanan Hukum",
        ),
        *places(SIGNING_OF_G3, KENDARI),
        *_objectives(
            SIGNING_OF_G3,
            "MoU SPPT PKKTP yang telah ditandatangani dapat dilaksanakan setelah adanya SPK ini",
        ),
        *roles(SIGNING_OF_G3, "implementer", BAKTI),
    )
    ledger.state(
        EXCHANGE,
        "butir 6",
        _activity(
            TASK_FORCE_TRAINING,
            "Penguatan Satgas UPTD PPA (Perlindungan Perempuan dan Anak) Kota Kendari",
            "strengthening",
            target="Satgas UPTD PPA Kota Kendari",
        ),
        *places(TASK_FORCE_TRAINING, KENDARI),
        *_objectives(
            TASK_FORCE_TRAINING,
            "Terjadi model rujukan dan mekanisme rujukan pada unit UPTD PPA dalam penanganan korban"
            " kekerasan",
        ),
        *roles(TASK_FORCE_TRAINING, "implementer", BAKTI),
        *roles(TASK_FORCE_TRAINING, "target", PROTECTION_UNIT, TASK_FORCE),
    )


def _partners(ledger: Ledger) -> None:
    ledger.state(
        EXCHANGE,
        "butir 8",
        _activity(
            FINANCE,
            "Penguatan Manajemen Keuangan bagi Mitra Daerah Ys. BaKTI",
            "strengthening",
            target="Mitra daerah Ys. BaKTI",
        ),
        *aliases("activity", FINANCE, "Penguatan Managemen Keuangan bagi Mitra Daerah Ys. BaKTI"),
        *places(FINANCE, MAKASSAR),
        *_objectives(
            FINANCE,
            "Meningkatkan kapasitas mitra dalam pengelolaan keuangan di lembaga masing-masing",
        ),
        *roles(FINANCE, "implementer", BAKTI),
    )
    ledger.state(
        EXCHANGE,
        "butir 9",
        _activity(
            MONITORING,
            "Pertemuan Monitoring dan Evaluasi Program MAMPU",
            "monitoring",
            target="Tim MAMPU Yayasan BaKTI dan Tim Mitra Daerah",
        ),
        *places(MONITORING, MAKASSAR),
        *_objectives(
            MONITORING,
            "Menyepakati outline laporan akhir MAMPU BaKTI",
            "Melengkapi data atau informasi yang belum terekam dalam data base program MAMPU BaKTI",
        ),
        *roles(MONITORING, "implementer", BAKTI),
        *roles(MONITORING, "participant_origin", MAMPU_TEAM),
    )


def _champions(ledger: Ledger) -> None:
    """From Maros, by webinar: the place is where the 15 come from, not where it was held."""
    ledger.state(
        EXCHANGE,
        "butir 10",
        _activity(
            CHAMPIONS,
            "Workshop “Berani Berusaha” secara Webinar untuk 15 Champion Cegah Kawin Anak dari"
            " Kabupaten Maros",
            "webinar",
            mode="online",
            target="Champion Cegah Kawin Anak dari Kabupaten Maros",
        ),
        *aliases(
            "activity",
            CHAMPIONS,
            "Workshop “Berani Berusaha”secara Webinar untuk 15 Champio Cegah Kawin Anak dari"
            " Kabupaten Maros",
        ),
        *_objectives(
            CHAMPIONS,
            "Memperkenalkan kewirausahaan kepada anak",
            "Pemanfaatan limbah bekas menjadi barang bernilai ekonomis",
        ),
        *roles(CHAMPIONS, "implementer", BAKTI),
    )


def _activity(
    row: str,
    title: str,
    kind: str,
    *,
    mode: str | None = None,
    platform: str | None = None,
    target: str | None = None,
) -> Activity:
    return Activity(
        id=row,
        title=title,
        kind_id=f"activity_kind:{kind}",
        status_id="activity_status:done",
        basis="reported",
        programme_id=MAMPU_BAKTI,
        mode_id=mode and f"activity_mode:{mode}",
        platform=platform,
        starts="2020-07-01~quarter",
        ends="2020-09-30~quarter",
        target_group=target,
    )


def _objectives(row: str, *texts: str) -> list[Statement]:
    return statements("activity", row, "objective", "reported", *texts)
