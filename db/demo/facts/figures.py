"""The six figures that the texts state, each with the words it was said with, and the places listed."""

from functools import partial

from db.demo.facts.activities import FOUNDING, LEADERSHIP_TRAINING
from db.demo.facts.activities_of_2020 import CHAMPIONS, MAROS
from db.demo.facts.sources import COMMUNITIES, EXCHANGE, SIGNING, TRAINING
from db.demo.facts.trainings import EARLIER, ONLINE
from db.demo.shelf import Ledger, key
from db.log.identity import derived_id
from db.models import FigurePlace, ReportedFigure

_id = partial(key, "reported_figure")

PLANNED, FOUNDERS, CHILDREN = _id("F0.15"), _id("F1.12"), _id("F3.13j")
PARTICIPANTS, DISABILITY, REACH = _id("F4.05"), _id("F4.06"), _id("F4.19")

_COUNTRIES = (("ID", "Indonesia"), ("MY", "Malaysia"), ("PK", "Pakistan"))
CENTRAL_JAVA = (
    ("33.25", "Batang"),
    ("33.24", "Kendal"),
    ("33.22|33.74", "Semarang"),
    ("33.07", "Wonosobo"),
    ("33.26|33.75", "Pekalongan"),
    ("33.21", "Demak"),
    ("33.01", "Cilacap"),
    ("33.28|33.76", "Tegal"),
    ("33.09", "Boyolali"),
    ("33.10", "Klaten"),
    ("33.72", "Solo"),
)
_SINCE_2017 = (
    ("32.04|32.73", "Bandung"),
    ("35.10", "Banyuwangi"),
    ("11.71", "Banda Aceh"),
    ("73.03", "Bantaeng"),
    ("35.22", "Bojonegoro"),
    ("33.13", "Karanganyar"),
    ("33.73", "Salatiga"),
    ("33.25", "Batang"),
    ("73.71", "Makassar"),
    ("72.71", "Palu"),
    ("13.71", "Padang"),
    ("35.78", "Surabaya"),
    ("33.07", "Wonosobo"),
    ("34.71", "Yogyakarta"),
    ("32.01|32.71", "Bogor"),
    ("61.01", "Sambas"),
    ("12.06", "Karo"),
    ("35.09", "Jember"),
    ("35.07|35.73", "Malang"),
    ("34.71", "Yogyakarta"),
    ("53.19", "Manggarai Timur"),
)
"""Twenty-one written, twenty places: one of them is written twice."""


def state(ledger: Ledger) -> None:
    """Figures by text. A list of places is complete only where the text ends it."""
    ledger.state(
        SIGNING,
        "alinea 6",
        _figure(PLANNED, LEADERSHIP_TRAINING, "planned", 30, 30, "30 peserta", complete=True),
        *_listed(PLANNED, _COUNTRIES),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 4",
        _figure(FOUNDERS, FOUNDING, "more_than", 50, None, "lebih dari 50", complete=False),
        *_listed(FOUNDERS, CENTRAL_JAVA),
    )
    ledger.state(
        EXCHANGE,
        "butir 10",
        _figure(CHILDREN, CHAMPIONS, "exact", 15, 15, "15 Champio", "2020-10-16", complete=True),
        *_listed(CHILDREN, ((MAROS, "Kabupaten Maros"),)),
    )
    ledger.state(
        TRAINING,
        "alinea 1",
        _figure(PARTICIPANTS, ONLINE, "exact", 40, 40, "40 peserta"),
        _share_with_disabilities(),
    )
    ledger.state(TRAINING, "alinea 6", _districts_reached(), *_listed(REACH, _SINCE_2017))


def _figure(
    row: str,
    activity: str,
    qualifier: str,
    minimum: int,
    maximum: int | None,
    as_written: str,
    date: str | None = None,
    *,
    complete: bool | None = None,
) -> ReportedFigure:
    """A number of participants, as reported."""
    return ReportedFigure(
        id=row,
        subject="activity",
        subject_id=activity,
        measure="participants",
        minimum=minimum,
        maximum=maximum,
        qualifier=qualifier,
        basis="reported",
        list_complete=complete,
        as_written=as_written,
        date=date,
    )


def _share_with_disabilities() -> ReportedFigure:
    return ReportedFigure(
        id=DISABILITY,
        subject="activity",
        subject_id=ONLINE,
        measure="disability_share",
        minimum=35,
        maximum=35,
        unit="%",
        qualifier="about",
        basis="claimed",
        denominator="Tidak pasti: peserta pelatihan ini, atau semua peserta “tahun ini” (2023)",
        as_written="sekitar 35 persen dari total peserta",
    )


def _districts_reached() -> ReportedFigure:
    return ReportedFigure(
        id=REACH,
        subject="activity",
        subject_id=EARLIER,
        measure="districts",
        minimum=45,
        qualifier="more_than",
        basis="claimed",
        list_complete=False,
        as_written="lebih dari 45 Kabupaten/Kota",
    )


def _listed(figure: str, places: tuple[tuple[str, str], ...]) -> list[FigurePlace]:
    """Places in the written order; a place may be written twice."""
    return [
        FigurePlace(
            id=derived_id("figure_place", figure, str(rank)),
            figure_id=figure,
            district_id=district,
            as_written=written,
            rank=rank,
        )
        for rank, (district, written) in enumerate(places)
    ]
