"""Places that the texts name and that do not ship with us: regions, a village, a city abroad."""

from db.demo.facts.sources import CITY, COMMUNITIES, EXCHANGE, TRAINING
from db.demo.shelf import Ledger
from db.models import District
from resources import reference
from resources.reference import Area

SUMATERA = "region:sumatera"
EASTERN_INDONESIA = "region:indonesia-timur"
SOUTHEAST_ASIA = "region:asia-tenggara"
ABELI = "74.71.06"
ANGGALOMELAI = "74.71.06.1006"
GWANGJU = "KR-29"


def state(ledger: Ledger) -> None:
    """Regions are neither province nor kabupaten/kota; the others come from the reference data."""
    ledger.state(COMMUNITIES, "alinea 5", _region(SUMATERA, "Sumatera", "Sumatra", "ID"))
    ledger.state(
        EXCHANGE,
        "alinea 1",
        _region(EASTERN_INDONESIA, "Indonesia Timur", "Eastern Indonesia", "ID"),
    )
    ledger.state(CITY, "alinea 1", _region(SOUTHEAST_ASIA, "Asia Tenggara", "Southeast Asia", None))
    ledger.state(
        EXCHANGE,
        "alinea 2",
        _shipped(reference.subdistricts("74.71"), ABELI),
        _shipped(reference.villages(ABELI), ANGGALOMELAI),
    )
    ledger.state(TRAINING, "alinea 5", _shipped(reference.divisions("KR"), GWANGJU))


def _region(row: str, name: str, english: str, parent: str | None) -> District:
    return District(
        id=row, level="region", name=name, name_en=english, short_name=name, parent_id=parent
    )


def _shipped(areas: tuple[Area, ...], code: str) -> District:
    area = next(area for area in areas if area.code == code)
    return District(
        id=area.code,
        level=area.level,
        kind=area.kind,
        name=area.name,
        name_en=area.name_en,
        short_name=area.short_name,
        parent_id=area.parent,
    )
