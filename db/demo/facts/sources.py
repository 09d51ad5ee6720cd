"""The five texts. Everything else in this layer cites one of them."""

from functools import partial

from db.demo.shelf import key
from db.models import Source

_id = partial(key, "source")

SIGNING = _id("SD0")
"""Komnas Perempuan and INFID sign an agreement, 2023."""
COMMUNITIES = _id("SD1")
"""Community forum of MAMPU in Central Java, 2015."""
CITY = _id("SD2")
"""Komnas HAM and RWI talk about human rights cities, 2017."""
EXCHANGE = _id("SD3")
"""MAMPU and BaKTI in 2020."""
TRAINING = _id("SD4")
"""INFID ends its online training of 2023."""


def rows() -> list[Source]:
    """The sources; where a text has no title, publisher or date of its own, none is given to it."""
    return [
        Source(
            id=SIGNING,
            title="Komnas Perempuan dan INFID Kerja Sama Kuatkan Peran Perempuan di Negara-Negara"
            " Mayoritas Islam",
            publisher="Kabar Perempuan",
            kind_id="source_kind:news",
            address="https://komnasperempuan.go.id/kabar-perempuan-detail/komnas-perempuan-dan-infid-"
            "kerja-sama-kuatkan-peran-perempuan-di-negara-negara-mayoritas-islam",
        ),
        Source(
            id=COMMUNITIES,
            title="Komunitas MAMPU: Tingkatkan Komunikasi dan Kolaborasi Antarmitra",
            publisher="komunita.id",
            kind_id="source_kind:website",
            secondary=True,
            notes="Sumber sekunder: foto dan narasi diambil dari laman web milik MAMPU.",
        ),
        Source(
            id=CITY,
            title="(Tanpa judul) Komnas HAM dan RWI tentang Program Kota HAM",
            author="MDH",
            kind_id="source_kind:news",
            notes="Alinea 2 sampai 5 tercetak dua kali; lokasi kutipan memakai cetakan pertama.",
        ),
        Source(
            id=EXCHANGE,
            title="Pertukaran Pengetahuan dan Pembelajaran dari Program MAMPU - BaKTI",
            author="itaibnu",
            date="2020-10-16",
            kind_id="source_kind:website",
        ),
        Source(
            id=TRAINING,
            title="INFID Selesai Gelar Pelatihan Kabupaten Kota HAM 2023 secara Online di Indonesia",
            kind_id="source_kind:news",
        ),
    ]
