"""Words that people said, and pictures and links of the texts. Nobody's consent is known."""

from db.demo.facts.activities import (
    CHANNEL,
    EASTERN_CONFERENCE,
    FOUNDING,
    MEETING,
    SIGNING_OF_G1,
    TALK_SHOWS,
)
from db.demo.facts.agreements import G1
from db.demo.facts.people import ALIMATUL, HELENA, SANDRA, SYLVIA
from db.demo.facts.sources import CITY, COMMUNITIES, EXCHANGE, SIGNING, TRAINING
from db.demo.facts.trainings import ONLINE, SESSIONS
from db.demo.shelf import Ledger, key
from db.models import Attachment, Quote


def state(ledger: Ledger) -> None:
    """Quotes word for word, then media."""
    ledger.state(SIGNING, "alinea 3", _alimatul())
    ledger.state(CITY, "alinea 3", _helena())
    ledger.state(CITY, "alinea 4", _sandra())
    ledger.state(TRAINING, "alinea 4", _sylvia())
    ledger.state(
        COMMUNITIES,
        "catatan di akhir teks",
        _attachment("F1.17", FOUNDING, "photo", credit="MAMPU"),
    )
    ledger.state(
        EXCHANGE,
        "alinea 1",
        _attachment(
            "F3.09",
            EASTERN_CONFERENCE,
            "link",
            caption="Seluruh rangkaian Konferensi Perempuan Timur",
            link=CHANNEL,
        ),
    )
    ledger.state(
        EXCHANGE,
        "alinea 2",
        _attachment(
            "F3.11", TALK_SHOWS, "link", caption="Talkshow “Sapa Perempuan MAMPU”", link=CHANNEL
        ),
    )
    ledger.state(
        TRAINING,
        "gambar",
        _attachment(
            "F4.21",
            ONLINE,
            "photo",
            caption="Antusiasme Peserta dalam Pelatihan Kabupaten Kota HAM Online 2023",
        ),
    )


def _alimatul() -> Quote:
    return Quote(
        id=key("quote", "Alimatul"),
        words="Kolaborasi antara Komnas Perempuan bersama dengan INFID ini dilakukan dalam rangka"
        " memperkuat ruang, kapasitas, dan peran Perempuan di negara-negara mayoritas Islam dalam"
        " pemenuhan HAM dan demokrasi yang berkeadilan,",
        person_id=ALIMATUL,
        speaker_as_written="Alimatul",
        activity_id=SIGNING_OF_G1,
        agreement_id=G1,
        source_id=SIGNING,
    )


def _helena() -> Quote:
    return Quote(
        id=key("quote", "Helena"),
        words="Di dalam program Masyarakat yang Inklusif, Kota HAM menjadi salah satu cara kami"
        " mengimplementasikan HAM di tingkat lokal,",
        person_id=HELENA,
        speaker_as_written="Helena",
        activity_id=MEETING,
        source_id=CITY,
    )


def _sandra() -> Quote:
    return Quote(
        id=key("quote", "Sandra"),
        words="Dengan adanya pendekatan program yang baru dari RWI yang berbasis pada kewilayahan"
        " (regional), diharapkan ada kerjasama yang lebih baik antar Komisi HAM di Asia Tenggara,",
        person_id=SANDRA,
        speaker_as_written="Sandra",
        activity_id=MEETING,
        source_id=CITY,
    )


def _sylvia() -> Quote:
    return Quote(
        id=key("quote", "Sylvia"),
        words="Jadi ketika kita bicara tentang Kabupaten Kota HAM, maka sebenarnya target kita itu"
        " adalah bukan bagaimana membuat di kota itu tidak ada pelanggaran HAM sama sekali. Karena"
        " itu tidak mungkin. Yang bisa kita lakukan adalah bagaimana menjalankan supaya kota itu"
        " punya mekanisme untuk memenuhi hak dari warganya. Dan kalau terjadi pelanggaran maka"
        " tersedia mekanisme untuk penyelesaiannya. Itu intinya. Jadi, harapannya adalah bagaimana"
        " mengedepankan upaya kota itu untuk memenuhi hak warganya.",
        person_id=SYLVIA,
        speaker_as_written="Silvia Yazid",
        activity_id=ONLINE,
        session_id=SESSIONS[2],
        source_id=TRAINING,
    )


def _attachment(
    name: str,
    activity: str,
    kind: str,
    *,
    caption: str | None = None,
    credit: str | None = None,
    link: str | None = None,
) -> Attachment:
    return Attachment(
        id=key("attachment", name),
        subject="activity",
        subject_id=activity,
        kind_id=f"attachment_kind:{kind}",
        caption=caption,
        credit=credit,
        link=link,
    )
