"""Sixty made-up organizations and units: offices of districts, local civil society, groups, a funder."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import Exchanged, Organization, OrganizationDistrict, OrganizationNetwork

_id = partial(key, "organization")

# Where the sample trainings take their people from: the places that INFID's text names.
PLACES = {
    "32.04|32.73": "Bandung",
    "35.10": "Kabupaten Banyuwangi",
    "11.71": "Kota Banda Aceh",
    "73.03": "Kabupaten Bantaeng",
    "35.22": "Kabupaten Bojonegoro",
    "33.13": "Kabupaten Karanganyar",
    "33.73": "Kota Salatiga",
    "33.25": "Kabupaten Batang",
    "73.71": "Kota Makassar",
    "72.71": "Kota Palu",
    "13.71": "Kota Padang",
    "35.78": "Kota Surabaya",
    "33.07": "Kabupaten Wonosobo",
    "34.71": "Kota Yogyakarta",
    "32.01|32.71": "Bogor",
    "61.01": "Kabupaten Sambas",
    "12.06": "Kabupaten Karo",
    "35.09": "Kabupaten Jember",
    "35.07|35.73": "Malang",
    "53.19": "Kabupaten Manggarai Timur",
}
_CIVIL = (
    "Perkumpulan Lentera Kampung",
    "Yayasan Tunas Pesisir",
    "Perkumpulan Rumah Warga",
    "Yayasan Bina Swadesi",
    "Perkumpulan Suluh Desa",
    "Lingkar Belajar Lereng",
    "Sanggar Warga Bersuara",
    "Perkumpulan Padi Menguning",
    "Yayasan Layar Bersama",
    "Perkumpulan Jembatan Teluk",
    "Rumah Rembuk Ranah",
    "Perkumpulan Kampung Kota Kita",
    "Yayasan Kabut Pagi",
    "Sanggar Warga Istimewa",
    "Perkumpulan Hujan Pagi",
    "Yayasan Tepian Sungai",
    "Perkumpulan Ladang Tinggi",
    "Suara Ibu Tani",
    "Lingkar Warga Arema",
    "Yayasan Bukit Kopi",
)
DISABILITY = {
    "33.25": "Perhimpunan Difabel Batang Setara",
    "33.07": "Komunitas Difabel Lereng Wonosobo",
    "35.09": "Forum Difabel Jember Mandiri",
    "72.71": "Kelompok Tuli Palu Bercerita",
    "73.71": "Sahabat Netra Makassar",
    "35.22": "Himpunan Difabel Bojonegoro Berdaya",
}
GROUPS = {
    "33.25": "Kelompok Tani Perempuan Sidomulyo",
    "33.07": "Kelompok Perajin Carica Mandiri",
    "35.09": "Serikat Pekerja Rumahan Tembakau",
    "73.09": "Kelompok Champion Anak Maros",
    "53.19": "Kelompok Tenun Lembah Harum",
    "12.06": "Kelompok Petani Jeruk Mejuah",
}
HOME, PROGRAMME_UNIT, MONEY_UNIT = _id("rumah-rembuk"), _id("unit-program"), _id("unit-keuangan")
FUNDER, NETWORK, CHILDREN = _id("dana"), _id("jaringan-difabel"), _id("group-73.09")


@dataclass(frozen=True, slots=True)
class Office:
    """A made-up organization; ``kind`` is a code of the vocabulary, ``district`` where it sits."""

    id: str
    name: str
    kind: str
    district: str | None = None
    acronym: str | None = None
    parent: str | None = None

    @property
    def side(self) -> str:
        """On which side it stands at a plan."""
        government = self.kind in ("local_government", "parliament")
        return "government" if government else "civil_society"


def planning(district: str) -> str:
    """Id of the planning office of a district."""
    return _id(f"bappeda-{district}")


def civil(district: str) -> str:
    """Id of the civil society organization of a district."""
    return _id(f"oms-{district}")


def disability(district: str) -> str:
    """Id of the organization of persons with disabilities of a district."""
    return _id(f"opdis-{district}")


def group(district: str) -> str:
    """Id of the community group of a district."""
    return _id(f"group-{district}")


@cache
def offices() -> tuple[Office, ...]:
    """All sixty."""
    return (*_of_districts(), *_of_people(), *_others())


def rows() -> Iterator[Exchanged]:
    """Organizations, where they work, and the network of the organizations of persons with disabilities."""
    for number, one in enumerate(offices(), start=1):
        yield Organization(
            id=one.id,
            name=one.name,
            acronym=one.acronym,
            kind_id=f"organization_kind:{one.kind}",
            level="national" if one.id in (HOME, FUNDER, NETWORK) else "regency",
            parent_id=one.parent,
            district_id=one.district,
            email=None if one.parent else f"kantor{number:02d}@example.org",
        )
    for district in PLACES:
        yield _works_in(civil(district), district)
    for district in DISABILITY:
        yield OrganizationNetwork(
            id=derived_id("organization_network", disability(district), NETWORK),
            organization_id=disability(district),
            network_id=NETWORK,
        )


def _works_in(organization: str, district: str) -> OrganizationDistrict:
    return OrganizationDistrict(
        id=derived_id("organization_district", organization, district),
        organization_id=organization,
        district_id=district,
    )


def _of_districts() -> Iterator[Office]:
    for (district, place), name in zip(PLACES.items(), _CIVIL, strict=True):
        yield Office(planning(district), f"Bappeda {place}", "local_government", district)
        yield Office(civil(district), name, "civil_society", district)


def _of_people() -> Iterator[Office]:
    for district, name in DISABILITY.items():
        yield Office(disability(district), name, "disability_organization", district)
    for district, name in GROUPS.items():
        yield Office(group(district), name, "community_group", district)


def _others() -> Iterator[Office]:
    yield Office(HOME, "Yayasan Rumah Rembuk Warga", "civil_society", "33.25", "RRW")
    yield Office(PROGRAMME_UNIT, "Divisi Program", "civil_society", "33.25", parent=HOME)
    yield Office(MONEY_UNIT, "Divisi Keuangan", "civil_society", "33.25", parent=HOME)
    yield Office(FUNDER, "Dana Kemitraan Warga", "funder")
    yield Office(NETWORK, "Jaringan Difabel Berembuk", "network")
    yield Office(_id("law"), "Bagian Hukum Setda Kabupaten Batang", "local_government", "33.25")
    yield Office(_id("social"), "Dinas Sosial Kabupaten Wonosobo", "local_government", "33.07")
    yield Office(_id("radio"), "Radio Komunitas Suara Lembah", "media", "33.07")
