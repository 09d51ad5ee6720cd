"""A made-up programme with its partners, indicators and three forums."""

from collections.abc import Iterator

from db.demo.facts.relations import takes_part_in
from db.demo.samples import offices
from db.demo.samples.crowds import DISTRICTS, Someone, crowd
from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import (
    Exchanged,
    Forum,
    ForumFounder,
    ForumMember,
    Indicator,
    IndicatorValue,
    Programme,
    ProgrammeDistrict,
    Setting,
)

PROGRAMME = key("programme", "sample")

FORUMS = {"33.25": "Batang", "72.71": "Palu", "35.09": "Jember"}

_Values = dict[str | None, tuple[tuple[int, int], ...]]
# Name, unit, target; then target and actual of the first three quarters of 2026, per category of the split.
# The first three are what the records of the samples count.
_INDICATORS: tuple[tuple[str, str, int, _Values], ...] = (
    (
        "Peserta unik kegiatan program",
        "orang",
        150,
        {
            "female": ((18, 19), (22, 16), (12, 11)),
            "male": ((12, 10), (14, 14), (8, 6)),
            "unknown": ((0, 1), (0, 0), (0, 0)),
        },
    ),
    (
        "Penyandang disabilitas di antara peserta",
        "orang",
        30,
        {None: ((6, 3), (6, 5), (4, 2))},
    ),
    (
        "Kabupaten/kota dengan peserta pemerintah dan masyarakat sipil",
        "kabupaten/kota",
        8,
        {None: ((6, 7), (6, 7), (4, 2))},
    ),
    ("Rencana aksi daerah yang disusun bersama", "rencana", 8, {None: ((4, 4), (2, 0), (2, 0))}),
    ("Forum warga yang aktif", "forum", 4, {None: ((3, 3), (3, 3), (4, 3))}),
)
_QUARTERS = (
    ("2026-01-01", "2026-03-31"),
    ("2026-04-01", "2026-06-30"),
    ("2026-07-01", "2026-09-30"),
)
_BOARD = ("chair", "secretary", "treasurer")


def forum(district: str) -> str:
    """Id of the sample forum of a district."""
    return key("forum", f"sample-{district}")


def rows() -> Iterator[Exchanged]:
    """Programme, indicators with values, forums with members, and a letterhead."""
    yield Programme(
        id=PROGRAMME,
        name="Program Rembuk Daerah Inklusif",
        code="RDI",
        objective="Warga, termasuk penyandang disabilitas, ikut menyusun rencana dan anggaran daerah.",
        target_group="Pemerintah daerah, organisasi masyarakat sipil, dan kelompok warga",
        approach="Pelatihan bersama, forum warga, dan pendampingan rencana aksi",
        starts="2025-01-01",
        ends="2027-12-31",
    )
    yield from takes_part_in(PROGRAMME, "lead", offices.HOME)
    yield from takes_part_in(PROGRAMME, "funder", offices.FUNDER)
    yield from takes_part_in(PROGRAMME, "partner", offices.NETWORK)
    for district in DISTRICTS:
        yield ProgrammeDistrict(
            id=derived_id("programme_district", PROGRAMME, district),
            programme_id=PROGRAMME,
            district_id=district,
        )
    yield from _indicators()
    for district, place in FORUMS.items():
        yield from _forum(district, place)
    yield Setting(
        id="letterhead",
        value='["Yayasan Rumah Rembuk Warga (contoh)", "Jl. Sawah Lega No. 7, Batang 51200",'
        ' "kantor@example.org"]',
    )


def _indicators() -> Iterator[Exchanged]:
    for rank, (name, unit, target, values) in enumerate(_INDICATORS):
        row = key("indicator", str(rank))
        yield Indicator(
            id=row,
            programme_id=PROGRAMME,
            number=f"{rank + 1}",
            name=name,
            unit=unit,
            baseline=0,
            target=target,
            split="sex" if len(values) > 1 else None,
            single_count=rank == 0,
            evidence="Daftar hadir dan laporan kegiatan",
            rank=rank,
        )
        for category, quarters in values.items():
            for (starts, ends), (wanted, actual) in zip(_QUARTERS, quarters, strict=True):
                yield IndicatorValue(
                    id=key("indicator_value", f"{rank}-{starts}-{category}"),
                    indicator_id=row,
                    starts=starts,
                    ends=ends,
                    category=category,
                    target=wanted,
                    actual=actual,
                )


def _forum(district: str, place: str) -> Iterator[Exchanged]:
    row = forum(district)
    yield Forum(
        id=row,
        name=f"Forum Warga Inklusif {place}",
        programme_id=PROGRAMME,
        district_id=district,
        founding_activity_id=key("activity", "pembentukan-2025"),
        founded="2025-03-12",
        status_id="forum_status:active",
        aims="Mengawal usulan warga dari musyawarah desa sampai anggaran kabupaten/kota.",
    )
    for organization in (offices.civil(district), offices.disability(district)):
        yield ForumFounder(
            id=derived_id("forum_founder", row, organization),
            forum_id=row,
            organization_id=organization,
        )
        yield ForumMember(
            id=derived_id("forum_member", row, organization),
            forum_id=row,
            organization_id=organization,
            role_id="forum_role:member",
            starts="2025-03-12",
        )
    people = [one for one in crowd("members") if one.district == district]
    for number, one in enumerate(people[:12]):
        yield _member(row, number, one)


def _member(row: str, number: int, one: Someone) -> ForumMember:
    """The first three are the board; the last one has left."""
    return ForumMember(
        id=derived_id("forum_member", row, one.id),
        forum_id=row,
        person_id=one.id,
        role_id=f"forum_role:{_BOARD[number] if number < len(_BOARD) else 'member'}",
        starts="2025-03-12",
        ends="2026-06-30" if number == 11 else None,
    )
