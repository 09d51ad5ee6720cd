"""Activities A20 to A24: the online training of 2023 with its six sessions, and what stands around it."""

from functools import partial

from db.demo.facts.activities import present
from db.demo.facts.organizations import INFID, KOMNAS_HAM, KSP
from db.demo.facts.people import (
    ALYAA,
    ARI,
    FAJRIMEI,
    ORGANIZATIONS,
    POSITIONS,
    SRI_RAHAYU,
    SYLVIA,
)
from db.demo.facts.places import GWANGJU
from db.demo.facts.programmes import HUMAN_RIGHTS_CITIES
from db.demo.facts.relations import places, roles, speaks, statements
from db.demo.facts.sources import TRAINING
from db.demo.shelf import Ledger, key
from db.models import Activity, ActivitySession, Issue, Series, SessionPerson

_id = partial(key, "activity")

ONLINE, IN_PERSON, FESTIVAL = _id("A20"), _id("A21"), _id("A22")
EARLIER, MENTORING = _id("A23"), _id("A24")

COURSES = key("series", "Pelatihan Kabupaten/Kota HAM")
FESTIVALS = key("series", "Festival HAM")

SESSIONS = tuple(key("activity_session", f"A20-{number}") for number in range(1, 7))
"""The six sessions of the online training."""


def state(ledger: Ledger) -> None:
    """The training first, then what came before and after it."""
    _online(ledger)
    _sessions(ledger)
    _good_practices(ledger)
    _earlier_in_2023(ledger)
    _before_and_after(ledger)


def _online(ledger: Ledger) -> None:
    """Its last day is stated, its first is not."""
    ledger.state(
        TRAINING,
        "alinea 1",
        Series(id=COURSES, name="Pelatihan Kabupaten/Kota HAM"),
        Activity(
            id=ONLINE,
            title="Pelatihan Kabupaten Kota HAM 2023 secara daring",
            kind_id="activity_kind:training",
            status_id="activity_status:done",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITIES,
            series_id=COURSES,
            mode_id="activity_mode:online",
            ends="2023-12-14",
            target_group="Perwakilan Organisasi Pemerintah Daerah (OPD) Bappeda dan organisasi masyarakat"
            " sipil (OMS) dari berbagai wilayah di Indonesia",
        ),
        *roles(ONLINE, "organizer", INFID),
        *statements(
            "activity",
            ONLINE,
            "objective",
            "claimed",
            "Komitmen untuk menghadirkan sistem kesiapsiagaan penanganan masalah HAM di tingkat"
            " kabupaten kota",
            start=1,
        ),
    )
    ledger.state(
        TRAINING,
        "alinea 2",
        *statements(
            "activity",
            ONLINE,
            "objective",
            "reported",
            "Menghadirkan ruang belajar bagi aparatur pemerintah dan masyarakat sipil untuk mendalami"
            " pemahaman dan urgensi kerangka Kabupaten/Kota HAM",
        ),
    )
    ledger.state(TRAINING, "alinea 3", *present(ONLINE, "facilitator", SRI_RAHAYU, ALYAA))
    ledger.state(TRAINING, "alinea 3", *present(ONLINE, "resource_person", ARI))
    ledger.state(TRAINING, "alinea 4", *present(ONLINE, "resource_person", FAJRIMEI, SYLVIA))


def _sessions(ledger: Ledger) -> None:
    """Two to three hours each. Of the days only the last is stated, of the speakers those of three."""
    first, second, third, fourth, fifth, sixth = SESSIONS
    ledger.state(
        TRAINING,
        "alinea 3",
        _session(1, "Konsep dasar Kabupaten/Kota HAM"),
        _speaks(first, 0, SRI_RAHAYU, "facilitator"),
        _speaks(first, 1, ALYAA, "facilitator"),
        _session(2, "Posisi dan tanggung jawab negara dalam pemenuhan HAM"),
        _speaks(second, 0, ARI, "resource_person"),
    )
    ledger.state(
        TRAINING,
        "alinea 4",
        _session(3, "Konsep Kabupaten Kota HAM bersama para pakar"),
        _speaks(third, 0, FAJRIMEI, "resource_person"),
        _speaks(third, 1, SYLVIA, "resource_person"),
    )
    ledger.state(
        TRAINING,
        "alinea 5",
        _session(4, "Inspirasi, ide, serta praktik baik di Indonesia dan di luar negeri"),
        _session(
            5, "Identifikasi masalah Kabupaten Kota HAM di daerah masing-masing", "Sesi praktik"
        ),
        _session(
            6,
            "Identifikasi masalah; penyusunan rencana aksi atau tindak lanjut kolaborasi",
            "Sesi praktik",
            "2023-12-14",
        ),
    )
    for session in (fourth, fifth, sixth):
        ledger.cite(TRAINING, "alinea 3", "activity_session", session)


def _session(
    number: int, topic: str, method: str | None = None, date: str | None = None
) -> ActivitySession:
    return ActivitySession(
        id=SESSIONS[number - 1],
        activity_id=ONLINE,
        number=number,
        date=date,
        minutes_from=120,
        minutes_to=180,
        topic=topic,
        method=method,
        mode_id="activity_mode:online",
    )


def _speaks(session: str, rank: int, person: str, role: str) -> SessionPerson:
    return speaks(session, rank, person, role, ORGANIZATIONS[person], POSITIONS[person])


def _good_practices(ledger: Ledger) -> None:
    """Learned in the fourth session; what was done in these places is not told."""
    for name, place, district in (
        ("Wonosobo", "Jawa Tengah", "33.07"),
        ("Palu", "Sulawesi Tengah", "72.71"),
        ("Gwangju", "Korea Selatan", GWANGJU),
    ):
        ledger.state(
            TRAINING,
            "alinea 5",
            Issue(
                id=key("issue", name),
                title=f"Praktik baik Kabupaten Kota HAM: {name}-{place}",
                theme_id="theme:human_rights_city",
                district_id=district,
                activity_id=ONLINE,
                session_id=SESSIONS[3],
                repeatable=True,
            ),
        )


def _earlier_in_2023(ledger: Ledger) -> None:
    ledger.state(
        TRAINING,
        "alinea 1",
        Activity(
            id=IN_PERSON,
            title="Pelatihan Kabupaten Kota HAM secara luring",
            kind_id="activity_kind:training",
            status_id="activity_status:done",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITIES,
            series_id=COURSES,
            mode_id="activity_mode:in_person",
            starts="2023-01-01~year",
            ends="2023-12-31~year",
        ),
        *roles(IN_PERSON, "organizer", INFID),
        *roles(IN_PERSON, "co_organizer", KOMNAS_HAM, KSP),
        Series(id=FESTIVALS, name="Festival HAM", yearly=True),
        Activity(
            id=FESTIVAL,
            title="Festival HAM",
            kind_id="activity_kind:festival",
            status_id="activity_status:done",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITIES,
            series_id=FESTIVALS,
            mode_id="activity_mode:in_person",
            starts="2023-01-01~year",
            ends="2023-12-31~year",
        ),
        *roles(FESTIVAL, "organizer", INFID),
        *places(FESTIVAL, "61.72"),
    )


def _before_and_after(ledger: Ledger) -> None:
    """All earlier trainings in one claim, and mentoring that was promised for afterwards."""
    ledger.state(
        TRAINING,
        "alinea 6",
        Activity(
            id=EARLIER,
            title="Pelatihan Kabupaten Kota HAM di berbagai kota sejak 2017",
            kind_id="activity_kind:training",
            status_id="activity_status:done",
            basis="claimed",
            programme_id=HUMAN_RIGHTS_CITIES,
            series_id=COURSES,
            starts="2017-01-01~year",
            ends="..",
            target_group="Perwakilan pemda (utamanya Bappeda dan bagian Hukum) dan OMS lokal",
            notes="Gabungan beberapa pelatihan, “baik secara daring maupun luring”.",
        ),
        *roles(EARLIER, "organizer", INFID),
    )
    ledger.state(
        TRAINING,
        "alinea 2",
        Activity(
            id=MENTORING,
            title="Pendampingan penyusunan rencana kerja/rencana aksi dan identifikasi modalitas",
            kind_id="activity_kind:mentoring",
            status_id="activity_status:planned",
            basis="reported",
            programme_id=HUMAN_RIGHTS_CITIES,
            target_group="Perwakilan pemda dan masyarakat sipil dari masing-masing daerah",
            notes="“Selepas pelatihan”, yaitu setelah 14 Desember 2023; tanggal tidak disebut.",
        ),
        *roles(MENTORING, "organizer", INFID),
    )
