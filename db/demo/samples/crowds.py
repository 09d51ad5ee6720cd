"""The 250 made-up people: who they are, where they belong, what they agreed to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from db.demo.facts.figures import CENTRAL_JAVA
from db.demo.facts.organizations import (
    AISYIYAH,
    INDIPT,
    KPI,
    LRC_KJHAM,
    PEKKA,
    SARI,
    SPEKHAM,
    UPIPA,
    YASANTI,
)
from db.demo.samples import offices
from db.demo.samples.chance import between, pick, share
from db.demo.samples.names import candidates
from db.demo.shelf import key

DISTRICTS = ("33.25", "33.07", "35.09", "35.22", "72.71", "73.03", "12.06", "53.19")
"""Where the sample programme works."""

WITH_DISABILITY = 14
"""Of the forty of the online training."""

_COMMUNITIES = (PEKKA, KPI, LRC_KJHAM, SPEKHAM, YASANTI, SARI, INDIPT, UPIPA, AISYIYAH)
_ONE_SIDED = {"73.03": "government", "61.01": "government", "34.71": "civil", "13.71": "civil"}
_POSITIONS = {
    "bappeda": ("Kepala Bidang", "Fungsional Perencana", "Staf Perencanaan", "Analis Kebijakan"),
    "civil": ("Koordinator Program", "Staf Lapangan", "Ketua", "Sekretaris"),
    "opdis": ("Ketua", "Bendahara", "Anggota", "Koordinator Advokasi"),
    "group": ("Anggota", "Ketua Kelompok", "Bendahara"),
    "community": ("Anggota komunitas dampingan", "Pendamping lapangan", "Ketua kelompok"),
    "child": ("Champion Cegah Kawin Anak",),
}
_BORN = {"champions": (2003, 2006), "founders": (1950, 1994)}  # children in 2020, adults in 2015
_TEAM = (
    ("Manajer Program", "female"),
    ("Fasilitator", "female"),
    ("Fasilitator", "male"),
    ("Notulis", "female"),
    ("Juru bahasa isyarat", "male"),
    ("Pendamping peserta", "female"),
)


@dataclass(frozen=True, slots=True)
class Someone:
    """A made-up person, as far as others need to know. ``crowd``: for which activities she or he came in."""

    key: str
    crowd: str
    name: str
    sex: str
    district: str
    organization: str
    kind: str
    position: str
    disabled: bool = False

    @property
    def id(self) -> str:
        """Id of the person."""
        return key("person", self.key)

    @property
    def minor(self) -> bool:
        """Whether a guardian has to agree."""
        return self.kind == "child"


@cache
def everyone() -> tuple[Someone, ...]:
    """All 250, no name twice."""
    taken: set[str] = set()
    found = []
    for crowd in (_training, _founders, _champions, _members, _team):
        for seat in crowd():
            name = next(n for n in candidates(seat.key, seat.sex, seat.district) if n not in taken)
            taken.add(name)
            found.append(
                Someone(
                    key=seat.key,
                    crowd=seat.crowd,
                    name=name,
                    sex=seat.sex,
                    district=seat.district,
                    organization=seat.organization,
                    kind=seat.kind,
                    position=seat.position or pick(_POSITIONS[seat.kind], "position", seat.key),
                    disabled=seat.disabled,
                )
            )
    return tuple(found)


def crowd(name: str) -> list[Someone]:
    """The people of one crowd: training, founders, champions, members, team."""
    return [one for one in everyone() if one.crowd == name]


@dataclass(frozen=True, slots=True)
class _Seat:
    """A place in a crowd before somebody has a name."""

    key: str
    crowd: str
    sex: str
    district: str
    organization: str
    kind: str
    position: str = ""
    disabled: bool = False


def _sex(name: str, women: float) -> str:
    return "female" if share("sex", name) < women else "male"


def _training() -> Iterator[_Seat]:
    """Two from each of twenty places, most of them one from each side; fourteen with a disability."""
    disabled = 0
    for district in offices.PLACES:
        for seat in (0, 1):
            name = f"training-{district}-{seat}"
            side = _ONE_SIDED.get(district, ("government", "civil")[seat])
            kind, office = _training_office(side, district, seat)
            able = side == "government" or disabled >= WITH_DISABILITY
            disabled += not able
            yield _Seat(
                name, "training", _sex(name, 0.5), district, office, kind, disabled=not able
            )


def _training_office(side: str, district: str, seat: int) -> tuple[str, str]:
    if side == "government":
        return "bappeda", offices.planning(district)
    if district in offices.DISABILITY and seat == 1:
        return "opdis", offices.disability(district)
    return "civil", offices.civil(district)


def _founders() -> Iterator[_Seat]:
    """'Lebih dari 50': here 52, from the nine organizations and the eleven places of the text."""
    for number in range(52):
        name = f"founders-{number}"
        district = CENTRAL_JAVA[number % len(CENTRAL_JAVA)][0]
        office = _COMMUNITIES[number % len(_COMMUNITIES)]
        disabled = share("disabled", name) < 0.06
        yield _Seat(
            name, "founders", _sex(name, 0.92), district, office, "community", disabled=disabled
        )


def _champions() -> Iterator[_Seat]:
    for number in range(15):
        name = f"champions-{number}"
        yield _Seat(name, "champions", _sex(name, 0.6), "73.09", offices.CHILDREN, "child")


def _members() -> Iterator[_Seat]:
    """People of the districts of the sample programme, from every kind of organization."""
    for number in range(137):
        name = f"members-{number}"
        district = DISTRICTS[number % len(DISTRICTS)]
        kind, office = _member_office(district, number // len(DISTRICTS))
        disabled = share("disabled", name) < (0.85 if kind == "opdis" else 0.04)
        yield _Seat(name, "members", _sex(name, 0.6), district, office, kind, disabled=disabled)


def _member_office(district: str, turn: int) -> tuple[str, str]:
    kind = ("bappeda", "civil", "opdis", "group", "civil", "group")[turn % 6]
    if kind == "bappeda":
        return kind, offices.planning(district)
    if kind == "opdis" and district in offices.DISABILITY:
        return kind, offices.disability(district)
    if kind == "group" and district in offices.GROUPS:
        return kind, offices.group(district)
    return "civil", offices.civil(district)


def _team() -> Iterator[_Seat]:
    """Who runs the activities of the sample programme."""
    for number, (position, sex) in enumerate(_TEAM):
        yield _Seat(
            f"team-{number}", "team", sex, "33.25", offices.HOME, "civil", position=position
        )


def born(one: Someone) -> str | None:
    """Birth date; for some only the year, for a few not recorded."""
    first, last = _BORN.get(one.crowd, (1958, 2003))
    year = between(first, last, "year", one.key)
    if one.minor or share("birth", one.key) < 0.82:
        return f"{year}-{between(1, 12, 'month', one.key):02d}-{between(1, 28, 'day', one.key):02d}"
    return f"{year}-01-01~year" if share("birth", one.key) < 0.93 else None
