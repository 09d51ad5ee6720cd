"""Sources, programmes, places, organizations with units, and the people that the texts name."""

from db.demo.shelf import Shelf, key
from db.models import (
    Affiliation,
    Alias,
    District,
    Organization,
    OrganizationNetwork,
    Person,
    Programme,
    ProgrammeOrganization,
    Series,
    Source,
)

# Key → (title, publisher, author, date, secondary)
SOURCES = {
    "SD0": (
        "Komnas Perempuan dan INFID Kerja Sama Kuatkan Peran Perempuan di Negara-Negara Mayoritas Islam",
        "Komnas Perempuan",
        None,
        None,
        False,
    ),
    "SD1": (
        "Komunitas MAMPU: Tingkatkan Komunikasi dan Kolaborasi Antarmitra",
        "komunita.id",
        None,
        None,
        True,
    ),
    "SD2": (
        "Kota HAM: pertemuan Komnas HAM dan Raoul Wallenberg Institute",
        "Komnas HAM",
        "MDH",
        None,
        False,
    ),
    "SD3": (
        "Pertukaran Pengetahuan dan Pembelajaran dari Program MAMPU - BaKTI",
        "Yayasan BaKTI",
        "itaibnu",
        "2020-10-16",
        False,
    ),
    "SD4": (
        "INFID Selesai Gelar Pelatihan Kabupaten Kota HAM 2023 secara Online di Indonesia",
        "INFID",
        None,
        None,
        False,
    ),
}

# Key → (name, parent, starts, ends, source)
PROGRAMMES = {
    "P1": ("Program MAMPU", None, None, "2020-12-31~year", "SD3"),
    "P2": ("Forum Komunitas MAMPU", "P1", None, None, "SD1"),
    "P3": ("Program MAMPU–BaKTI", "P1", None, None, "SD3"),
    "P4": ("Human Rights City / Kota HAM", None, None, None, "SD2"),
    "P5": (
        "Program strategis RWI 2017–2021: Masyarakat yang Inklusif",
        None,
        "2017-01-01~year",
        "2021-12-31~year",
        "SD2",
    ),
    "P6": ("Human Rights Cities (HRC) INFID", None, "2017-01-01~year", "..", "SD4"),
    "P7": (
        "Rangkaian kegiatan kepemimpinan perempuan Komnas Perempuan–INFID",
        None,
        "2023-01-01~year",
        None,
        "SD0",
    ),
}

# Key → (name, acronym, kind, sources); kind None where the text gives no hint.
ORGANIZATIONS = {
    "INFID": (
        "International NGO Forum on Indonesian Development",
        "INFID",
        "civil_society",
        "SD0 SD4",
    ),
    "KomnasP": ("Komnas Perempuan", None, "independent_body", "SD0"),
    "KomnasHAM": ("Komisi Nasional Hak Asasi Manusia", "Komnas HAM", "independent_body", "SD2 SD4"),
    "RWI": ("Raoul Wallenberg Institute", "RWI", "civil_society", "SD2"),
    "KSP": ("Kantor Staf Presiden", "KSP", "presidential_office", "SD4"),
    "Unpar": ("Universitas Katolik Parahyangan", None, "university", "SD4"),
    "SekMAMPU": ("Sekretariat Program MAMPU", None, "programme_office", "SD3"),
    "BaKTI": ("Yayasan BaKTI", "BaKTI", "civil_society", "SD3"),
    "FPL": ("Forum Pengada Layanan", "FPL", "network", "SD3"),
    "PEKKA": ("PEKKA", "PEKKA", "civil_society", "SD1"),
    "LRC": ("LRC-KJHAM", "LRC-KJHAM", "civil_society", "SD1"),
    "Yasanti": ("Yasanti", None, "civil_society", "SD1"),
    "KPI": ("Koalisi Perempuan Indonesia", "KPI", "civil_society", "SD1"),
    "SPEKHAM": ("SPEKHAM", "SPEKHAM", "civil_society", "SD1"),
    "SARI": ("SARI", "SARI", "civil_society", "SD1"),
    "INDIPT": ("INDIPT", "INDIPT", "civil_society", "SD1"),
    "UPIPA": ("UPIPA", "UPIPA", "civil_society", "SD1"),
    "Aisyiyah": ("‘Aisyiyah", None, "mass_organization", "SD1"),
    "KlinikPPRG": ("Tim Klinik PPRG Kota Kendari", None, None, "SD3"),
    "UPTD": ("UPTD PPA Kota Kendari", "UPTD PPA", "local_government", "SD3"),
    "Medulu": ("Kelompok Konstituen Medulu", None, "community_group", "SD3"),
    "komunita": ("komunita.id", None, "media", "SD1"),
}
# Key → (name, organization, source)
UNITS = {
    "SubPendidikan": ("Sub Komisi Pendidikan", "KomnasP", "SD0"),
    "Renwaskes": ("Biro Renwaskes", "KomnasHAM", "SD2"),
    "Penyuluhan": ("Bagian Penyuluhan", "KomnasHAM", "SD2"),
    "Antarlembaga": ("Subbagian Kerjasama Antarlembaga", "KomnasHAM", "SD2"),
    "RWIAsia": ("RWI Regional Asia Tenggara", "RWI", "SD2"),
    "DeputiV": ("Deputi V", "KSP", "SD4"),
    "TimBaKTI": ("Tim MAMPU Yayasan BaKTI", "BaKTI", "SD3"),
    "Satgas": ("Satgas UPTD PPA Kota Kendari", "UPTD", "SD3"),
}

# Key → (name, organization, position, standing, starts, ends, source). No sex is stated for anyone.
PEOPLE = {
    "Alimatul": (
        "Alimatul Qibtiyah",
        "SubPendidikan",
        "Ketua Sub Komisi Pendidikan",
        "definitive",
        None,
        None,
        "SD0",
    ),
    "Misthohizzaman": (
        "Misthohizzaman",
        "INFID",
        "Direktur Eksekutif",
        "definitive",
        None,
        None,
        "SD0",
    ),
    "Sandra": (
        "Sandra Moniaga",
        "KomnasHAM",
        "Komisioner",
        "elected",
        "2017-01-01~year",
        "2022-12-31~year",
        "SD2",
    ),
    "Sriyana": ("Sriyana", "Renwaskes", "Kepala Biro Renwaskes", "acting", None, None, "SD2"),
    "Mimin": (
        "Mimin Dwi Hartono",
        "Penyuluhan",
        "Kepala Bagian Penyuluhan",
        "acting",
        None,
        None,
        "SD2",
    ),
    "Sasanti": (
        "Sasanti",
        "Antarlembaga",
        "Kepala Subbagian Kerjasama Antarlembaga",
        "definitive",
        None,
        None,
        "SD2",
    ),
    "Helena": (
        "Helena Olson",
        "RWIAsia",
        "Direktur Regional Asia Tenggara",
        "definitive",
        None,
        None,
        "SD2",
    ),
    "Sarsina": ("Sarsina", "Medulu", "Ketua", "former", None, None, "SD3"),
    "SriRahayu": (
        "Sri Rahayu",
        "KomnasHAM",
        "Penyuluh dan trainer HAM",
        "definitive",
        None,
        None,
        "SD4",
    ),
    "Alyaa": ("Alyaa Nabiilah Zuhroh", None, "Pegiat Kabupaten Kota HAM", None, None, None, "SD4"),
    "AriWibowo": (
        "Ari Wibowo",
        "INFID",
        "Program Officer HAM dan Demokrasi",
        "definitive",
        None,
        None,
        "SD4",
    ),
    "Fajrimei": ("Fajrimei A Gofar", "DeputiV", "Tenaga Ahli", "definitive", None, None, "SD4"),
    "Sylvia": ("Sylvia Yazid", "Unpar", "Akademisi", "definitive", None, None, "SD4"),
}

# Thing → other spellings that the texts use.
ALIASES = {
    ("person", "Sylvia"): ["Silvia Yazid"],
    ("organization", "RWI"): ["Raoul Wallenbeg Institute"],
    ("organization", "INFID"): ["International NGO Forum on Indonesia Development"],
    ("organization", "Aisyiyah"): ["Aisyiyah"],
    ("programme", "P6"): ["Human Right Cities", "Kabupaten Kota HAM", "Kabupaten/Kota HAM"],
    ("programme", "P4"): ["Human Rights City", "Kota HAM"],
}
REGIONS = {
    "Sumatera": "Sumatera",
    "IndonesiaTimur": "Indonesia bagian Timur",
    "AsiaTenggara": "Asia Tenggara",
}
SERIES = {
    "KPT": ("Konferensi Perempuan Timur", None, "SD3"),
    "FestivalHAM": ("Festival HAM", True, "SD4"),
    "SapaPerempuan": ("Talkshow Sapa Perempuan MAMPU", None, "SD3"),
}
PARTNERS = (
    ("P4", "KomnasHAM", "lead", "SD2"),
    ("P5", "RWI", "lead", "SD2"),
    ("P5", "KomnasHAM", "partner", "SD2"),
    ("P6", "INFID", "lead", "SD4"),
    ("P6", "KomnasHAM", "partner", "SD4"),
    ("P6", "KSP", "partner", "SD4"),
    ("P7", "KomnasP", "co_organizer", "SD0"),
    ("P7", "INFID", "co_organizer", "SD0"),
    ("P1", "SekMAMPU", "lead", "SD3"),
    ("P1", "BaKTI", "partner", "SD3"),
    ("P1", "FPL", "partner", "SD3"),
    ("P3", "BaKTI", "implementer", "SD3"),
    ("P2", "PEKKA", "lead", "SD1"),
)


def add(shelf: Shelf) -> None:
    """Write what everything else refers to."""
    for name, (title, publisher, author, date, secondary) in SOURCES.items():
        shelf.named(
            Source,
            name,
            title=title,
            publisher=publisher,
            author=author,
            date=date,
            secondary=secondary,
        )
    for name, (title, parent, starts, ends, source) in PROGRAMMES.items():
        shelf.named(
            Programme,
            name,
            source,
            name=title,
            starts=starts,
            ends=ends,
            parent_id=key("programme", parent) if parent else None,
        )
    _places(shelf)
    for name, (title, acronym, kind, sources) in ORGANIZATIONS.items():
        shelf.named(
            Organization,
            name,
            *sources.split(),
            name=title,
            acronym=acronym,
            kind_id=f"organization_kind:{kind}" if kind else None,
        )
    for name, (title, of, source) in UNITS.items():
        shelf.named(Organization, name, source, name=title, parent_id=key("organization", of))
    _people(shelf)
    _belongings(shelf)
    _aims(shelf)


def _belongings(shelf: Shelf) -> None:
    for name, (title, yearly, source) in SERIES.items():
        shelf.named(Series, name, source, name=title, yearly=yearly)
    for programme, organization, role, source in PARTNERS:
        shelf.relation(
            ProgrammeOrganization,
            source,
            programme_id=key("programme", programme),
            organization_id=key("organization", organization),
            role_id=f"organization_role:{role}",
        )
    shelf.relation(
        OrganizationNetwork,
        "SD3",
        organization_id=key("organization", "Medulu"),
        network_id=key("organization", "BaKTI"),
    )
    for (table, name), texts in ALIASES.items():
        for text in texts:
            shelf.put(
                Alias(
                    id=key("alias", f"{name}{text}"),
                    subject=table,
                    subject_id=key(table, name),
                    text=text,
                )
            )


def _aims(shelf: Shelf) -> None:
    shelf.state(
        "programme",
        key("programme", "P2"),
        "objective",
        [
            "Meningkatkan efektivitas jaringan kerja mitra: komunikasi dan kolaborasi antar mitra dan komunitas dampingan dengan pemerintah, anggota parlemen perempuan, sektor swasta, dan media di semua tingkat",
            "Meningkatkan advokasi kebijakan",
            "Meningkatkan organisasi jaringan konstituensi masyarakat guna melakukan kampanye kolektif",
            "Meningkatkan identifikasi dan analisis hambatan serta uji solusi inovatif",
        ],
        "SD1",
    )
    shelf.state(
        "programme",
        key("programme", "P2"),
        "expectation",
        ["Daerah-daerah lain mulai membentuk forum serupa"],
        "SD1",
    )
    shelf.state(
        "programme",
        key("programme", "P1"),
        "outcome",
        ["Kapasitas, suara dan pengaruh perempuan, serta akses mereka ke layanan meningkat"],
        "SD3",
    )


def _places(shelf: Shelf) -> None:
    for name, title in REGIONS.items():
        shelf.named(District, name, level="region", name=title, short_name=title)
    for code, level, title, short, parent in (
        ("KR-29", "division", "Gwangju", "Gwangju", "KR"),
        ("74.71.06", "subdistrict", "Kecamatan Abeli", "Abeli", "74.71"),
        ("74.71.06.1006", "village", "Kelurahan Anggalomelai", "Anggalomelai", "74.71.06"),
    ):
        shelf.put(District(id=code, level=level, name=title, short_name=short, parent_id=parent))


def _people(shelf: Shelf) -> None:
    for name, (title, office, position, standing, starts, ends, source) in PEOPLE.items():
        shelf.named(
            Person,
            name,
            source,
            name=title,
            position=position,
            form_of_address="Ibu" if name == "Sarsina" else None,
            village="Kel. Anggalomelai, Kec. Abeli" if name == "Sarsina" else None,
            district_id="74.71.06.1006" if name == "Sarsina" else None,
        )
        if office:
            shelf.named(
                Affiliation,
                name,
                source,
                person_id=key("person", name),
                organization_id=key("organization", office),
                position=position,
                standing_id=f"standing:{standing}",
                starts=starts,
                ends=ends,
                main=standing != "former",
            )
