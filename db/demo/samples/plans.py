"""Made-up action plans with steps in every status, mentoring, barriers, advice and words of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.demo.facts.relations import statements
from db.demo.samples import offices
from db.demo.samples.crowds import Someone, crowd
from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import (
    ActionPlan,
    ActionPlanParty,
    ActionStep,
    Exchanged,
    FollowUp,
    Issue,
    Quote,
    Recommendation,
)

PLANNING = key("activity", "perencanaan-2026")
BARRIERS = key("activity", "fgd-2025")
HEARING = key("activity", "audiensi-2026")


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of a district; ``steps``: what, status, progress, from, until."""

    district: str
    title: str
    problem: str
    aim: str
    modalities: str
    steps: tuple[tuple[str, str, int | None, str, str], ...]


PLANS = (
    Plan(
        "33.25", "Musyawarah desa yang dapat diikuti semua warga",
        "Undangan dan tempat musyawarah belum ramah penyandang disabilitas.",
        "Separuh musyawarah desa memakai daftar periksa aksesibilitas.",
        "Forum warga aktif; dua desa sudah punya jalur landai.",
        (
            ("Menyusun daftar periksa aksesibilitas", "done", 100, "2026-02-20", "2026-03-31"),
            ("Melatih panitia musyawarah di sepuluh desa", "done", 100, "2026-04-01", "2026-06-30"),
            ("Menguji daftar periksa dalam musyawarah", "running", 60, "2026-07-01", "2026-12-15"),
            ("Mengusulkan dana akomodasi dalam rancangan anggaran", "delayed", 20, "2026-08-01", "2026-10-31"),
            ("Menyebarkan hasil ke desa lain", "not_started", 0, "2027-01-10", "2027-03-31"),
        ),
    ),
    Plan(
        "35.09", "Perlindungan pekerja rumahan",
        "Pekerja rumahan belum tercatat sebagai penerima jaminan sosial.",
        "Dua ratus pekerja rumahan terdaftar pada akhir 2026.",
        "Serikat pekerja rumahan punya data anggota.",
        (
            ("Mendata pekerja rumahan di lima desa", "done", 100, "2026-03-01", "2026-05-31"),
            ("Bertemu penyelenggara jaminan sosial", "running", 50, "2026-06-15", "2026-12-20"),
            ("Lomba poster antarsekolah", "dropped", 0, "2026-08-01", "2026-11-30"),
            ("Menghitung kebutuhan iuran", "unknown", None, "2026-09-01", "2026-12-31"),
        ),
    ),
    Plan(
        "72.71", "Layanan kelurahan untuk warga Tuli",
        "Petugas layanan belum dapat berkomunikasi dengan warga Tuli.",
        "Tiga kelurahan memiliki petugas yang memahami bahasa isyarat dasar.",
        "Kelompok Tuli bersedia melatih.",
        (
            ("Menyepakati jadwal latihan dengan kelurahan", "done", 100, "2026-03-01", "2026-04-15"),
            ("Latihan bahasa isyarat dasar", "running", 70, "2026-05-01", "2026-12-10"),
            ("Menyiapkan papan informasi bergambar", "not_started", 0, "2026-12-01", "2027-02-28"),
        ),
    ),
    Plan(
        "12.06", "Jalan usaha tani yang aman",
        "Jalan ke ladang rusak dan sulit dilalui petani lansia.",
        "Usulan perbaikan masuk rancangan kerja 2027.",
        "Kelompok petani siap bergotong royong.",
        (
            ("Memetakan jalan yang rusak", "done", 100, "2026-03-10", "2026-04-30"),
            ("Menyusun usulan bersama Bappeda", "delayed", 40, "2026-05-01", "2026-09-30"),
        ),
    ),
)  # fmt: skip

# District, date, mode, found, next, progress
_VISITS = (
    ("33.25", "2026-04-22", "visit", "Daftar periksa sudah dipakai dua desa.", "Melatih panitia desa berikutnya.", 30),
    ("33.25", "2026-06-24", "visit", "Semua panitia sepuluh desa sudah dilatih.", "Uji coba dalam musyawarah.", 50),
    ("33.25", "2026-10-20", "phone", "Usulan dana akomodasi tertunda.", "Menemui Bappeda bersama forum.", 60),
    ("35.09", "2026-05-12", "visit", "Pendataan selesai di tiga dari lima desa.", "Dua desa lagi sebelum akhir Mei.", 35),
    ("35.09", "2026-09-08", "online", "Pertemuan pertama berjalan baik.", "Menyiapkan daftar anggota.", 50),
    ("72.71", "2026-06-03", "visit", "Latihan diikuti sembilan petugas.", "Menambah hari latihan.", 45),
    ("72.71", "2026-10-14", "online", "Petugas mulai memakai isyarat dasar.", "Merekam bahan latihan.", 70),
    ("12.06", "2026-08-27", "phone", "Peta selesai; usulan belum ditulis.", "Bappeda menyiapkan format.", 40),
)  # fmt: skip

# Theme, district, title, barrier, solution, result, repeatable
_ISSUES = (
    ("disability_inclusion", "72.71", "Antrean tanpa suara", "Panggilan antrean hanya dengan suara.", "Nomor ditampilkan di layar.", "Warga Tuli tidak terlewat lagi.", True),
    ("disability_inclusion", "33.25", "Tempat musyawarah bertangga", "Balai desa hanya punya tangga.", "Musyawarah dipindah ke halaman sekolah.", "Empat pengguna kursi roda hadir.", True),
    ("gender_budget", "35.09", "Usulan perempuan tersisih", "Usulan perempuan dibahas paling akhir.", "Usulan dibahas menurut tema.", "Tiga usulan masuk prioritas.", False),
    ("women_economy", "12.06", "Jam pertemuan bentrok dengan panen", "Petani perempuan tidak dapat hadir siang hari.", "Pertemuan dipindah ke sore hari.", "Kehadiran bertambah dua kali lipat.", True),
)  # fmt: skip

_ADVICE = (
    (PLANNING, "Bappeda menyediakan dokumen anggaran dalam bentuk teks.", "Bappeda delapan daerah", "running"),
    (HEARING, "Jawaban tertulis atas dua belas usulan warga.", "Bappeda Kabupaten Batang", "open"),
    (BARRIERS, "Petugas layanan mengikuti pelatihan bahasa isyarat dasar.", "Kelurahan di Kota Palu", "done"),
)  # fmt: skip
_WORDS = (
    (BARRIERS, "72.71", "Sekarang saya tahu kapan giliran saya, tanpa harus bertanya kepada orang di sebelah."),
    (PLANNING, "35.09", "Baru kali ini kami membaca anggaran bersama orang yang menyusunnya."),
)  # fmt: skip


def rows() -> Iterator[Exchanged]:
    """Plans with their steps and visits, then what was learned."""
    for plan in PLANS:
        yield from _plan(plan)
    for number, (district, date, mode, found, following, progress) in enumerate(_VISITS):
        yield FollowUp(
            id=key("follow_up", str(number)),
            date=date,
            mentor_id=crowd("team")[1 + number % 2].id,
            plan_id=_id(district),
            organization_id=offices.civil(district),
            district_id=district,
            mode_id=f"follow_up_mode:{mode}",
            found=found,
            next=following,
            progress=progress,
        )
    yield from _learned()
    outputs = ("Delapan belas alur musyawarah", "Satu panduan memandu")
    facilitators = key("activity", "pelatih-2025")
    yield from statements("activity", facilitators, "output", "recorded", *outputs)


def _id(district: str) -> str:
    return key("action_plan", f"sample-{district}")


def _people_of(district: str) -> list[Someone]:
    return [one for one in crowd("members") if one.district == district]


def _plan(plan: Plan) -> Iterator[Exchanged]:
    row = _id(plan.district)
    yield ActionPlan(
        id=row,
        title=plan.title,
        district_id=plan.district,
        activity_id=PLANNING,
        problem=plan.problem,
        aim=plan.aim,
        modalities=plan.modalities,
    )
    parties = (offices.planning(plan.district), offices.civil(plan.district))
    for organization, side in zip(parties, ("government", "civil_society"), strict=True):
        yield ActionPlanParty(
            id=derived_id("action_plan_party", row, organization),
            plan_id=row,
            organization_id=organization,
            side=side,
        )
    people = _people_of(plan.district)
    for number, (what, status, progress, starts, ends) in enumerate(plan.steps, start=1):
        yield ActionStep(
            id=key("action_step", f"sample-{plan.district}/{number}"),
            plan_id=row,
            number=number,
            what=what,
            person_id=people[number % len(people)].id,
            organization_id=parties[number % 2],
            with_whom="Forum warga dan pemerintah daerah",
            starts=starts,
            ends=ends,
            district_id=plan.district,
            cost=number * 1_250_000,
            fund_source="APBD" if number % 2 else "Swadaya",
            indicator=f"Langkah {number} selesai dan tercatat",
            status_id=f"step_status:{status}",
            progress=progress,
            evidence="Berita acara dan foto" if status == "done" else None,
        )


def _learned() -> Iterator[Exchanged]:
    for number, (theme, district, title, barrier, solution, result, repeatable) in enumerate(
        _ISSUES
    ):
        yield Issue(
            id=key("issue", f"sample-{number}"),
            title=title,
            theme_id=f"theme:{theme}",
            district_id=district,
            activity_id=BARRIERS,
            described_by_id=_people_of(district)[0].id,
            barrier=barrier,
            solution=solution,
            result=result,
            repeatable=repeatable,
        )
    for number, (activity, text, to_whom, status) in enumerate(_ADVICE):
        yield Recommendation(
            id=key("recommendation", f"sample-{number}"),
            text=text,
            activity_id=activity,
            to_whom=to_whom,
            status_id=f"recommendation_status:{status}",
        )
    for number, (activity, district, words) in enumerate(_WORDS):
        yield Quote(
            id=key("quote", f"sample-{number}"),
            words=words,
            person_id=_people_of(district)[number].id,
            activity_id=activity,
            consent="yes",
        )
