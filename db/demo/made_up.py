"""The second layer: made-up people and what they did, each row marked as sample. Nobody here is real."""

import random
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from db.demo.shelf import Shelf, key
from db.edits.edit import edit
from db.models import (
    ActionPlan,
    ActionPlanParty,
    ActionStep,
    Activity,
    ActivityDistrict,
    ActivityOrganization,
    ActivitySession,
    Affiliation,
    Agreement,
    AgreementParty,
    Attendance,
    Consent,
    FollowUp,
    Indicator,
    IndicatorValue,
    Organization,
    Participation,
    Person,
    Signatory,
)
from resources.texts import N_

WOMEN = [
    "Siti",
    "Nurul",
    "Dewi",
    "Sri",
    "Rina",
    "Wati",
    "Endang",
    "Yuni",
    "Ratna",
    "Fitri",
    "Indah",
    "Lestari",
    "Maria",
    "Yohana",
    "Rosmini",
    "Halimah",
    "Nyoman",
    "Ketut",
    "Euis",
    "Neneng",
    "Tuti",
    "Sumiati",
    "Kartika",
    "Aisyah",
    "Salma",
    "Zainab",
    "Marlina",
    "Yosefina",
    "Margaretha",
    "Wahyuni",
]
MEN = [
    "Ahmad",
    "Budi",
    "Slamet",
    "Agus",
    "Joko",
    "Bambang",
    "Hendra",
    "Asep",
    "Ujang",
    "Wayan",
    "Made",
    "Yusuf",
    "Hasan",
    "Markus",
    "Petrus",
    "Andi",
    "Daeng",
    "Rahmat",
    "Eko",
    "Dwi",
    "Sutrisno",
    "Suparman",
    "Fajar",
    "Rudi",
    "Yohanis",
]
SECOND = [
    "Aminah",
    "Rahayu",
    "Susanti",
    "Handayani",
    "Puspita",
    "Kurniawati",
    "Hidayat",
    "Santoso",
    "Wibawa",
    "Pratama",
    "Saputra",
    "Nugroho",
    "Setiawan",
    "Siregar",
    "Simbolon",
    "Nababan",
    "Tampubolon",
    "Lumban",
    "Matulessy",
    "Pattiasina",
    "Rumbiak",
    "Wanimbo",
    "Tangke",
    "Paembonan",
    "Mangkunegara",
    "Sasmita",
    "Sulistyo",
    "Purnomo",
]

# Key → (name, kind, district)
OFFICES = {
    "bappeda-batang": ("Bappeda Kabupaten Batang", "local_government", "33.25"),
    "bappeda-wonosobo": ("Bappeda Kabupaten Wonosobo", "local_government", "33.07"),
    "hukum-palu": ("Bagian Hukum Setda Kota Palu", "local_government", "72.71"),
    "bappeda-jember": ("Bappeda Kabupaten Jember", "local_government", "35.09"),
    "melati": ("Perkumpulan Melati Batang", "civil_society", "33.25"),
    "difabel-wonosobo": ("Komunitas Difabel Wonosobo", "disability_organization", "33.07"),
    "lingkar-palu": ("Lingkar Warga Palu", "civil_society", "72.71"),
    "suara-jember": ("Suara Ibu Jember", "women_organization", "35.09"),
    "difabel-makassar": ("Kelompok Difabel Mandiri Makassar", "disability_organization", "73.71"),
    "bappeda-makassar": ("Bappeda Kota Makassar", "local_government", "73.71"),
    "anak-maros": ("Forum Anak Maros", "community_group", "73.09"),
    "sekolah-kendal": ("Sekolah Warga Kendal", "community_group", "33.24"),
}
# Key → (title, kind, status, programme, starts, ends, district, sessions, people)
ACTIVITIES = {
    "lokakarya-2026": ("Lokakarya rencana aksi Kabupaten/Kota HAM", "workshop", "planned", "P6", "2026-11-26", "2026-11-27", "33.25", 4, 24),
    "pelatihan-2026": ("Pelatihan fasilitator inklusif", "training", "running", "P6", "2026-11-18", "2026-11-21", "33.07", 4, 30),
    "fgd-2026": ("FGD layanan ramah difabel", "focus_group", "done", "P6", "2026-09-10", "2026-09-10", "72.71", 2, 18),
    "rapat-2026": ("Rapat koordinasi forum komunitas", "coordination_meeting", "done", "P2", "2026-08-05", "2026-08-05", "33.24", 1, 15),
    "kampanye-2026": ("Kampanye cegah perkawinan anak", "campaign", "done", "P3", "2026-07-12", "2026-07-12", "73.09", 1, 12),
    "audiensi-2026": ("Audiensi anggaran responsif gender", "hearing", "done", "P3", "2026-06-03", "2026-06-03", "73.71", 1, 10),
}  # fmt: skip
FACT_CROWDS = (("A20", 40), ("A03", 52), ("A19", 15))
STEPS = (
    ("Menyusun tim bersama pemda dan OMS", "done", 100, "2026-10-01"),
    ("Memetakan layanan yang belum ramah difabel", "running", 60, "2026-12-15"),
    ("Mengusulkan anggaran dalam Musrenbang", "not_started", 0, "2027-02-28"),
    ("Menerbitkan surat edaran layanan", "delayed", 20, "2026-10-31"),
    ("Lomba poster antarsekolah", "dropped", 0, "2026-11-30"),
)


@dataclass(frozen=True, slots=True)
class _Someone:
    """A made-up person, as far as others need to know."""

    id: str
    organization: str | None
    district: str


@edit(N_("Add the samples of the demo"))
def add_samples(session: Session) -> None:
    """Every row is marked as sample; the facts are not touched."""
    Samples(Shelf(session, sample=True)).add()


class Samples:
    """Fills the workspace with believable work; the same on every run."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf, self._chance = shelf, random.Random(2026)  # noqa: S311 - the same chance on every run
        self._number = 0

    def add(self) -> None:
        """Everything, in the order it would have come about."""
        for name, (title, kind, district) in OFFICES.items():
            self._shelf.named(
                Organization,
                name,
                name=title,
                kind_id=f"organization_kind:{kind}",
                district_id=district,
            )
        crowd = [self._person() for _ in range(110)]
        for name, size in FACT_CROWDS:
            self._crowd_of_fact(name, size)
        for name in ACTIVITIES:
            self._activity(name, crowd)
        self._follow_up()

    def _person(self, *, minor: bool = False, disabled: bool | None = None) -> _Someone:
        chance = self._chance
        self._number += 1
        woman = chance.random() < 0.6
        name = " ".join(
            [
                chance.choice(WOMEN if woman else MEN),
                *chance.sample(SECOND, chance.choice((0, 1, 1, 2))),
            ]
        )
        office, (_, _, district) = chance.choice(list(OFFICES.items()))
        if minor:
            office, district = "anak-maros", "73.09"
        asked = chance.random() < 0.85 or disabled is not None
        hard = disabled if disabled is not None else chance.random() < 0.12
        answers = [0 if asked else None] * 6
        if asked and hard:
            answers[chance.randrange(6)] = chance.choice((2, 3))
        row = self._shelf.named(
            Person, f"sample-{self._number}", name=name, sex=chance.choice(("female" if woman else "male",) * 12 + (None,)),
            birth=f"{chance.randint(2007, 2009) if minor else chance.randint(1955, 2004)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            phone=None if minor else f"+62812000{self._number:05d}", district_id=district,
            **dict(zip(("seeing", "hearing", "walking", "remembering", "self_care", "communicating"), answers, strict=True)),
            sensitive=chance.random() < 0.03,
        )  # fmt: skip
        person = self._shelf.session.get(Person, row)
        if person is not None and person.sensitive:
            person.code = f"P-{self._number:04d}"
        self._shelf.named(
            Affiliation,
            f"sample-{self._number}",
            person_id=row,
            organization_id=key("organization", office),
            position=chance.choice(("Anggota", "Staf", "Koordinator", "Sekretaris")),
            main=True,
        )
        if not minor and chance.random() < 0.7:
            self._shelf.named(
                Consent,
                f"sample-{self._number}",
                person_id=row,
                purpose_id="consent_purpose:photo",
                given=chance.random() < 0.8,
                date="2026-06-01",
                how_id="consent_how:paper",
            )
        return _Someone(row, key("organization", office), district)

    def _participation(self, activity: str, someone: _Someone, order: int, **more: object) -> str:
        return self._shelf.relation(
            Participation, activity_id=activity, person_id=someone.id, role_id="role:participant",
            status_id="participation_status:confirmed", organization_id=someone.organization,
            district_id=someone.district, sheet_order=order, **more,
        )  # fmt: skip

    def _crowd_of_fact(self, name: str, size: int) -> None:
        """People in the number that a text states; what the text says of them stays with the text."""
        activity = key("activity", name)
        for order in range(size):
            disabled = order < 14 if name == "A20" else None
            someone = self._person(minor=name == "A19", disabled=disabled)
            guardian = (
                {"guardian_name": "Wali (contoh)", "guardian_consent": True}
                if name == "A19"
                else {}
            )
            self._participation_of_fact(activity, someone, order, guardian)

    def _participation_of_fact(
        self, activity: str, someone: _Someone, order: int, guardian: dict[str, Any]
    ) -> None:
        from db.log.identity import derived_id

        self._shelf.put(
            Participation(
                id=derived_id("participation", activity, someone.id),
                activity_id=activity,
                person_id=someone.id,
                role_id="role:participant",
                status_id="participation_status:came",
                organization_id=someone.organization,
                district_id=someone.district,
                sheet_order=order,
                **guardian,
            )
        )
        if activity == key("activity", "A20"):
            row = derived_id("participation", activity, someone.id)
            for number in range(1, 7):
                self._mark(row, key("activity_session", f"A20-{number}"))

    def _activity(self, name: str, crowd: list[_Someone]) -> None:
        title, kind, status, programme, starts, ends, district, sessions, size = ACTIVITIES[name]
        activity = self._shelf.named(
            Activity, name, title=title, kind_id=f"activity_kind:{kind}", status_id=f"activity_status:{status}",
            programme_id=key("programme", programme), mode_id="activity_mode:in_person", starts=starts, ends=ends,
            venue="Balai Warga", time_zone="WIB", objective="Contoh tujuan kegiatan.", background="Contoh latar belakang.",
            results="Contoh hasil kegiatan." if status == "done" else None, participants_planned=size,
        )  # fmt: skip
        self._shelf.put(
            ActivityDistrict(
                id=key("activity_district", name), activity_id=activity, district_id=district
            )
        )
        self._shelf.put(
            ActivityOrganization(
                id=key("activity_organization", name),
                activity_id=activity,
                organization_id=key("organization", "melati"),
                role_id="organization_role:organizer",
            )
        )
        self._shelf.named(
            Signatory,
            name,
            activity_id=activity,
            caption="Ketua Panitia",
            name="Wati Rahayu (contoh)",
            rank=0,
        )
        first = int(starts[-2:])
        made = [
            self._shelf.named(
                ActivitySession, f"{name}-{number}", activity_id=activity, number=number, topic=f"Sesi contoh {number}",
                date=f"{starts[:8]}{min(first + (number - 1) // 2, int(ends[-2:])):02d}",
                start_time="09:00" if number % 2 else "13:00", end_time="12:00" if number % 2 else "15:00",
            )
            for number in range(1, sessions + 1)
        ]  # fmt: skip
        held = {"done": sessions, "running": sessions // 2}.get(status, 0)
        for order, someone in enumerate(self._chance.sample(crowd, size)):
            row = self._participation(activity, someone, order)
            for session in made[:held]:
                self._mark(row, session)

    def _mark(self, participation: str, session: str) -> None:
        status = self._chance.choice(
            ("present",) * 14 + ("late", "late", "excused", "sick", "absent", None)
        )
        if status is not None:
            self._shelf.relation(
                Attendance, participation_id=participation, session_id=session, status=status, recorded_how="list",
                recorded_at="2026-11-20T02:00:00+00:00",
            )  # fmt: skip

    def _follow_up(self) -> None:
        plan = self._shelf.named(
            ActionPlan, "sample", title="Layanan publik ramah difabel", district_id="72.71", activity_id=key("activity", "fgd-2026"),
            problem="Contoh hambatan", aim="Contoh tujuan",
        )  # fmt: skip
        for office, side in (("hukum-palu", "government"), ("lingkar-palu", "civil_society")):
            self._shelf.relation(
                ActionPlanParty,
                plan_id=plan,
                organization_id=key("organization", office),
                side=side,
            )
        for number, (what, status, progress, until) in enumerate(STEPS, start=1):
            self._shelf.named(
                ActionStep, f"sample-{number}", plan_id=plan, number=number, what=what, status_id=f"step_status:{status}",
                progress=progress, ends=until, organization_id=key("organization", "lingkar-palu"),
            )  # fmt: skip
        self._shelf.named(
            FollowUp, "sample", date="2026-10-20", mentor_name="Pendamping (contoh)", plan_id=plan, district_id="72.71",
            mode_id="follow_up_mode:visit", found="Contoh temuan", next="Contoh langkah berikut", progress=60,
        )  # fmt: skip
        agreement = self._shelf.named(
            Agreement, "sample", title="Nota kesepahaman contoh", kind_id="agreement_kind:mou", signed="2024-12-15",
            starts="2024-12-15", ends="2026-12-14", status_id="agreement_status:in_force",
        )  # fmt: skip
        for office in ("bappeda-batang", "melati"):
            self._shelf.relation(
                AgreementParty, agreement_id=agreement, organization_id=key("organization", office)
            )
        indicator = self._shelf.named(
            Indicator,
            "sample",
            programme_id=key("programme", "P6"),
            name="Peserta pelatihan (contoh)",
            unit="orang",
            target=120,
        )
        self._shelf.named(
            IndicatorValue,
            "sample",
            indicator_id=indicator,
            starts="2026-07-01",
            ends="2026-09-30",
            target=40,
            actual=33,
        )
