"""What the made-up activities are about: title, kind and the written parts of their reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """The words of an activity; ``topics``: those of its sessions, in order. Empty parts are not written yet."""

    title: str
    kind: str
    objective: str
    topics: tuple[str, ...]
    background: str | None = None
    outputs: str | None = None
    results: str | None = None
    lessons: str | None = None
    challenges: str | None = None
    recommendations: str | None = None


STORIES = {
    "pembentukan-2025": Story(
        "Lokakarya Pembentukan Forum Warga Inklusif",
        "workshop",
        "Membentuk forum warga di tiga daerah dan menyepakati tata kerjanya.",
        ("Pengalaman musyawarah di daerah", "Tujuan dan anggota forum", "Tata kerja dan pengurus", "Kesepakatan penutup"),
        background="Usulan warga sering berhenti di musyawarah desa. Warga dan pemerintah daerah membutuhkan tempat bertemu yang tetap.",
        outputs="Kesepakatan pembentukan tiga forum dan susunan pengurus sementara.",
        results="Tiga forum terbentuk: Batang, Palu, dan Jember. Pengurus sementara dipilih dengan musyawarah.",
        lessons="Bahan yang dikirim seminggu sebelumnya membuat peserta netra dapat menyiapkan usul.",
        challenges="Perjalanan peserta dari luar Jawa memakan waktu satu hari.",
        recommendations="Pertemuan berikut diadakan di masing-masing daerah.",
    ),
    "pelatih-2025": Story(
        "Pelatihan untuk Pelatih: Memandu Musyawarah yang Inklusif",
        "training_of_trainers",
        "Menyiapkan pelatih daerah yang dapat memandu musyawarah ramah disabilitas.",
        ("Ragam disabilitas dan akomodasi", "Cara bertanya dan mendengar", "Praktik memandu I", "Praktik memandu II", "Menyusun alur", "Umpan balik"),
        background="Forum warga membutuhkan pemandu dari daerah sendiri.",
        outputs="Dua puluh pelatih daerah dan satu panduan memandu.",
        results="Peserta menyusun delapan belas alur musyawarah yang siap dipakai.",
        lessons="Praktik berpasangan lebih berguna daripada paparan panjang.",
        challenges="Juru bahasa isyarat hanya satu orang untuk tiga hari.",
        recommendations="Siapkan dua juru bahasa isyarat yang bergantian.",
    ),
    "fgd-2025": Story(
        "Diskusi Kelompok Terarah Hambatan Layanan Publik bagi Penyandang Disabilitas",
        "focus_group",
        "Mencatat hambatan layanan publik dan cara mengatasinya menurut pengguna.",
        ("Hambatan menurut pengguna", "Jalan keluar yang pernah dicoba"),
        results="Empat hambatan utama tercatat beserta jalan keluar yang pernah dicoba.",
        lessons="Petugas layanan perlu hadir sebagai pendengar, bukan pembicara pertama.",
    ),
    "perencanaan-2026": Story(
        "Pelatihan Perencanaan Partisipatif dan Anggaran Responsif Gender",
        "training",
        "Peserta dapat membaca dokumen anggaran daerah dan menyusun usulan bersama.",
        ("Dari musyawarah desa ke APBD", "Membaca dokumen anggaran", "Analisis GAP", "Analisis GBS", "Menyusun usulan bersama", "Rencana tindak lanjut"),
        background="Pemerintah daerah dan organisasi masyarakat sipil jarang berlatih dengan bahan yang sama.",
        outputs="Rencana tindak lanjut bersama di setiap daerah.",
        results="Empat daerah menyusun rencana tindak lanjut. Nilai rata-rata tes naik dari awal ke akhir pelatihan.",
        lessons="Contoh dokumen dari daerah sendiri membuat diskusi lebih hidup.",
        challenges="Dokumen anggaran tidak semuanya dapat dibaca pembaca layar.",
        recommendations="Bappeda menyediakan dokumen dalam bentuk teks.",
    ),
    "kunjungan-2026": Story(
        "Kunjungan Belajar Layanan Terpadu Ramah Disabilitas",
        "study_visit",
        "Melihat langsung layanan terpadu yang dapat diakses semua warga.",
        ("Kunjungan ke mal pelayanan publik", "Tanya jawab dan catatan bersama"),
        results="Peserta membawa pulang daftar sebelas perbaikan yang murah dan cepat.",
        lessons="Kunjungan singkat cukup bila pertanyaannya disiapkan.",
    ),
    "webinar-2026": Story(
        "Webinar Saluran Aduan Warga",
        "webinar",
        "Memperkenalkan cara warga menyampaikan aduan dan memantau jawabannya.",
        ("Saluran aduan dan cara memantaunya",),
        results="Tiga daerah berbagi cara menjawab aduan dalam lima hari kerja.",
        challenges="Sambungan internet beberapa peserta terputus.",
    ),
    "audiensi-2026": Story(
        "Audiensi Usulan Warga dengan Bappeda Kabupaten Batang",
        "hearing",
        "Menyampaikan dua belas usulan forum warga sebelum rancangan anggaran ditetapkan.",
        ("Penyampaian usulan dan tanggapan",),
        results="Tujuh dari dua belas usulan diterima untuk dibahas lebih lanjut.",
        recommendations="Bappeda memberi jawaban tertulis paling lambat akhir November 2026.",
    ),
    "penandatanganan-2026": Story(
        "Penandatanganan Perjanjian Kerja Sama Pendampingan Forum Warga",
        "signing",
        "Menandatangani perjanjian kerja sama pendampingan forum warga.",
        ("Penandatanganan",),
        results="Perjanjian ditandatangani kedua pihak.",
    ),
    "monev-2026": Story(
        "Monitoring dan Evaluasi Triwulan III 2026",
        "monitoring",
        "Menilai kemajuan rencana aksi dan indikator program.",
        ("Kemajuan rencana aksi", "Indikator dan langkah berikut"),
        results="Kemajuan tujuh langkah diperbarui; dua langkah dijadwalkan ulang.",
        challenges="Data dua daerah belum lengkap.",
    ),
    "pelatihan-2026": Story(
        "Pelatihan Musyawarah Inklusif bagi Pengurus Forum",
        "training",
        "Pengurus forum dapat menyiapkan dan memandu musyawarah yang dapat diikuti semua warga.",
        ("Mengapa inklusif", "Menyiapkan undangan dan tempat", "Memandu dan mencatat usulan", "Rencana musyawarah 2027"),
        background="Pengurus baru dipilih pada triwulan ketiga 2026.",
        outputs="Rencana musyawarah setiap forum untuk tahun 2027.",
    ),
    "lokakarya-2026": Story(
        "Lokakarya Rencana Aksi Daerah 2027",
        "workshop",
        "Menyusun rencana aksi daerah 2027 bersama pemerintah dan masyarakat sipil.",
        ("Capaian 2026", "Masalah utama tiap daerah", "Langkah dan penanggung jawab", "Kesepakatan"),
        outputs="Delapan rencana aksi daerah dengan penanggung jawab dan waktu.",
    ),
    "festival-2026": Story(
        "Festival Warga Berembuk",
        "festival",
        "Memamerkan praktik baik forum warga.",
        (),
    ),
}  # fmt: skip
"""Key of the activity → its words."""
