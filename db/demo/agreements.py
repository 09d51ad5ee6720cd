"""Agreements, forums, and what was promised for afterwards."""

from db.demo.shelf import Shelf, key
from db.models import (
    ActionPlan,
    ActionPlanParty,
    ActionStep,
    Agreement,
    AgreementParty,
    Commitment,
    Forum,
    ForumFounder,
    Recommendation,
)

TITLE = (
    "Penyelenggaraan Rangkaian Kegiatan dalam Penguatan Kepemimpinan Perempuan di Negara Mayoritas Islam, Pemenuhan Hak "
    "Asasi Manusia (HAM) Berbasis Gender dan Demokrasi yang Berkeadilan"
)

# Key → (name, organization, district, status, founding activity, programme, source)
FORUMS = {
    "N1": ("Forum Komunitas MAMPU Jawa Tengah", None, "33", "initiated", "A03", "P2", "SD1"),
    "N2": ("Forum Komunitas MAMPU Jawa Timur", None, "35", "formed", None, "P2", "SD1"),
    "N3": (
        "Forum Komunitas MAMPU Sumatera",
        None,
        key("district", "Sumatera"),
        "formed",
        None,
        "P2",
        "SD1",
    ),
    "N4": ("Forum Pengada Layanan (FPL)", "FPL", None, None, None, None, "SD3"),
    "N5": ("Kelompok Konstituen Medulu", "Medulu", "74.71", None, None, None, "SD3"),
}


def add(shelf: Shelf) -> None:
    """Write agreements, forums and promises."""
    first = _cooperation(shelf)
    _legal_services(shelf)
    _forums(shelf)
    _promises(shelf, first)


def _cooperation(shelf: Shelf) -> str:
    first = shelf.named(
        Agreement,
        "G1",
        "SD0",
        title=TITLE,
        kind_id="agreement_kind:cooperation",
        signed="2023-11-17",
        place="Jakarta Pusat",
        district_id="31.71",
        programme_id=key("programme", "P7"),
        signing_activity_id=key("activity", "A01"),
        cross_cutting="Perspektif gender serta inklusi sosial",
    )
    for rank, (organization, person, position, contribution) in enumerate(
        (
            (
                "KomnasP",
                "Alimatul",
                "Ketua Sub Komisi Pendidikan",
                "Masukan penyusunan modul pelatihan; narasumber, fasilitator, dan atau pelatih",
            ),
            ("INFID", "Misthohizzaman", "Direktur Eksekutif", None),
        )
    ):
        shelf.relation(
            AgreementParty,
            "SD0",
            agreement_id=first,
            organization_id=key("organization", organization),
            signatory_position=position,
            contribution=contribution,
            rank=rank,
        )
        _signatory(shelf, first, organization, person)
    shelf.state(
        "agreement",
        first,
        "scope",
        [
            "Ruang diskusi sebagai tempat konsolidasi para pemimpin perempuan dari berbagai negara mayoritas Islam",
            "Peningkatan kapasitas berupa pengetahuan dan keterampilan bagi peserta dari organisasi perempuan",
            "Mendorong lahirnya rekomendasi aksi nyata penguatan jaringan pemimpin perempuan",
        ],
        "SD0",
    )
    shelf.named(
        Commitment,
        "modul",
        "SD0",
        agreement_id=first,
        organization_id=key("organization", "KomnasP"),
        text="Masukan penyusunan modul pelatihan dalam dua bahasa (Indonesia, Inggris)",
        unit="versi bahasa",
        agreed=2,
    )
    return first


def _legal_services(shelf: Shelf) -> None:
    second = shelf.named(
        Agreement,
        "G2",
        "SD3",
        title="MoU SPPT PKKTP Kota Kendari",
        kind_id="agreement_kind:mou",
        district_id="74.71",
        programme_id=key("programme", "P3"),
    )
    shelf.named(
        Agreement,
        "G3",
        "SD3",
        title="Surat Perjanjian Kerja sama antar lembaga/instansi pemberi layanan hukum Kota Kendari",
        kind_id="agreement_kind:cooperation_letter",
        parent_id=second,
        district_id="74.71",
        signed="2020-07-01~quarter",
        programme_id=key("programme", "P3"),
        signing_activity_id=key("activity", "A14"),
    )


def _forums(shelf: Shelf) -> None:
    for name, (title, office, district, status, activity, programme, source) in FORUMS.items():
        shelf.named(
            Forum,
            name,
            source,
            name=title,
            district_id=district,
            status_id=f"forum_status:{status}" if status else None,
            organization_id=key("organization", office) if office else None,
            founding_activity_id=key("activity", activity) if activity else None,
            programme_id=key("programme", programme) if programme else None,
            founded="2015-09-08" if activity else None,
        )
    for organization, role in (
        ("PEKKA", "lead"),
        ("LRC", "assisting"),
        ("Yasanti", "assisting"),
        ("KPI", "assisting"),
    ):
        shelf.relation(
            ForumFounder,
            "SD1",
            forum_id=key("forum", "N1"),
            organization_id=key("organization", organization),
            role_id=f"organization_role:{role}",
        )


def _signatory(shelf: Shelf, agreement: str, organization: str, person: str) -> None:
    from db.log.identity import derived_id

    row = shelf.session.get(
        AgreementParty, derived_id("agreement_party", agreement, key("organization", organization))
    )
    if row is not None:
        row.signatory_id = key("person", person)


def _promises(shelf: Shelf, agreement: str) -> None:
    """Follow-ups without dates: their status is not known."""
    plan = shelf.named(
        ActionPlan,
        "A24",
        "SD4",
        title="Rencana aksi Kabupaten/Kota HAM per daerah",
        activity_id=key("activity", "A20"),
        aim="Mengimplementasikan kerangka Kabupaten/Kota HAM di wilayah peserta",
    )
    shelf.relation(
        ActionPlanParty,
        "SD4",
        plan_id=plan,
        organization_id=key("organization", "INFID"),
        side="civil_society",
    )
    for number, what in enumerate(
        (
            "Pendampingan penyusunan rencana kerja/rencana aksi",
            "Pendampingan identifikasi modalitas yang telah dimiliki",
        ),
        start=1,
    ):
        shelf.named(
            ActionStep,
            f"A24-{number}",
            "SD4",
            plan_id=plan,
            number=number,
            what=what,
            organization_id=key("organization", "INFID"),
            with_whom="Perwakilan pemda dan masyarakat sipil dari masing-masing daerah",
            status_id="step_status:unknown",
        )
    forums = shelf.named(
        ActionPlan,
        "F116",
        "SD1",
        title="Forum serupa di daerah lain",
        activity_id=key("activity", "A03"),
    )
    shelf.named(
        ActionStep,
        "F116-1",
        "SD1",
        plan_id=forums,
        number=1,
        what="Daerah-daerah lain mulai membentuk forum serupa",
        status_id="step_status:unknown",
    )
    shelf.named(
        Recommendation,
        "F009",
        "SD0",
        text="Rekomendasi aksi nyata penguatan jaringan pemimpin perempuan (akan dilahirkan)",
        agreement_id=agreement,
        status_id="recommendation_status:open",
    )
