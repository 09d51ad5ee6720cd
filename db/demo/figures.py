"""Figures that were said, with their qualifiers, and the places listed with them as written."""

from db.demo.shelf import Shelf, key
from db.models import FigurePlace, ReportedFigure

# Key → (subject, name, measure, minimum, maximum, unit, qualifier, basis, complete, as written, source)
FIGURES = {
    "F0.15": (
        "activity",
        "A02",
        "participants",
        30,
        None,
        None,
        "planned",
        "reported",
        None,
        "30 peserta pelatihan",
        "SD0",
    ),
    "F1.12": (
        "activity",
        "A03",
        "participants",
        50,
        None,
        None,
        "more_than",
        "reported",
        False,
        "lebih dari 50 anggota komunitas dampingan",
        "SD1",
    ),
    "F3.13j": (
        "activity",
        "A19",
        "participants",
        15,
        15,
        None,
        "exact",
        "reported",
        None,
        "15 Champio Cegah Kawin Anak",
        "SD3",
    ),
    "F4.05": (
        "activity",
        "A20",
        "participants",
        40,
        40,
        None,
        "exact",
        "reported",
        None,
        "40 peserta perwakilan",
        "SD4",
    ),
    "F4.06": (
        "activity",
        "A20",
        "disability_share",
        35,
        None,
        "%",
        "about",
        "claimed",
        None,
        "sekitar 35 persen dari total peserta",
        "SD4",
    ),
    "F4.19": (
        "activity",
        "A23",
        "districts",
        45,
        None,
        None,
        "more_than",
        "claimed",
        False,
        "lebih dari 45 Kabupaten/Kota",
        "SD4",
    ),
}
# As written and in the written order; Yogyakarta stands there twice.
PLACES = {
    "F1.12": (
        ("Batang", "33.25"), ("Kendal", "33.24"), ("Semarang", "33.22|33.74"), ("Wonosobo", "33.07"),
        ("Pekalongan", "33.26|33.75"), ("Demak", "33.21"), ("Cilacap", "33.01"), ("Tegal", "33.28|33.76"),
        ("Boyolali", "33.09"), ("Klaten", "33.10"), ("Solo", "33.72"),
    ),
    "F4.19": (
        ("Bandung", "32.04|32.73"), ("Banyuwangi", "35.10"), ("Banda Aceh", "11.71"), ("Bantaeng", "73.03"),
        ("Bojonegoro", "35.22"), ("Karanganyar", "33.13"), ("Salatiga", "33.73"), ("Batang", "33.25"),
        ("Makassar", "73.71"), ("Palu", "72.71"), ("Padang", "13.71"), ("Surabaya", "35.78"), ("Wonosobo", "33.07"),
        ("Yogyakarta", "34.71"), ("Bogor", "32.01|32.71"), ("Sambas", "61.01"), ("Karo", "12.06"), ("Jember", "35.09"),
        ("Malang", "35.07|35.73"), ("Yogyakarta", "34.71"), ("Manggarai Timur", "53.19"),
    ),
}  # fmt: skip
COUNTRIES = (("Indonesia", "ID"), ("Malaysia", "MY"), ("Pakistan", "PK"))


def add(shelf: Shelf) -> None:
    """Write the figures and their places."""
    for name, (
        subject,
        about,
        measure,
        low,
        high,
        unit,
        qualifier,
        basis,
        complete,
        written,
        source,
    ) in FIGURES.items():
        row = shelf.named(
            ReportedFigure,
            name,
            source,
            subject=subject,
            subject_id=key(subject, about),
            measure=measure,
            minimum=low,
            maximum=high,
            unit=unit,
            qualifier=qualifier,
            basis=basis,
            list_complete=complete,
            as_written=written,
            denominator="tidak jelas: pelatihan ini atau seluruh 2023" if name == "F4.06" else None,
        )
        places = COUNTRIES if name == "F0.15" else PLACES.get(name, ())
        for rank, (said, district) in enumerate(places):
            shelf.named(
                FigurePlace,
                f"{name}-{rank}",
                source,
                figure_id=row,
                district_id=district,
                as_written=said,
                rank=rank,
            )
