"""Made-up agreements: one about to end with what was promised in it, one under it, one extended."""

from collections.abc import Iterator
from functools import partial

from db.demo.samples import offices
from db.demo.samples.crowds import crowd
from db.demo.samples.programme import PROGRAMME
from db.demo.shelf import key
from db.log.identity import derived_id
from db.models import Agreement, AgreementExtension, AgreementParty, Commitment, Exchanged

_id = partial(key, "agreement")

ENDING, UNDER_IT, EXTENDED = _id("sample-1"), _id("sample-2"), _id("sample-3")

# Organization, text, unit, agreed, done, due, status
_COMMITMENTS = (
    (offices.HOME, "Pelatihan bersama perencana dan warga", "pelatihan", 4, 3, "2026-12-14", "running"),
    (offices.HOME, "Pendampingan forum warga", "kunjungan", 24, 19, "2026-12-14", "running"),
    (offices.planning("33.25"), "Undangan bagi forum warga ke Musrenbang", "kali", 2, 2, "2026-03-31", "done"),
    (offices.planning("33.25"), "Dokumen perencanaan dalam bentuk teks", "dokumen", 6, 2, "2026-11-30", "delayed"),
)  # fmt: skip


def rows() -> Iterator[Exchanged]:
    """Agreements with parties, commitments and an extension."""
    yield _agreement(
        ENDING, "Nota Kesepahaman Perencanaan Inklusif Kabupaten Batang", "mou", "119.3/045/2024",
        "33.25", ("2024-12-15", "2026-12-14"), "in_force",
        scope="Pelatihan bersama; keterlibatan forum warga dalam musyawarah perencanaan; keterbukaan dokumen",
    )  # fmt: skip
    yield _agreement(
        UNDER_IT, "Perjanjian Kerja Sama Pendampingan Forum Warga", "cooperation", "027/RRW/2026",
        "35.09", ("2026-08-19", "2027-08-18"), "in_force",
        parent=ENDING, signing=key("activity", "penandatanganan-2026"),
        scope="Pendampingan forum warga; berbagi data kehadiran tanpa nama",
    )  # fmt: skip
    yield _agreement(
        EXTENDED, "Perjanjian Hibah Program Rembuk Daerah Inklusif", "grant", "DKW-2025-011",
        None, ("2025-01-01", "2026-06-30"), "extended",
    )  # fmt: skip
    yield AgreementExtension(
        id=key("agreement_extension", "sample-3"),
        agreement_id=EXTENDED,
        until="2027-06-30",
        signed="2026-05-28",
        number="DKW-2025-011/A1",
    )
    for row, parties in (
        (ENDING, (offices.planning("33.25"), offices.HOME)),
        (UNDER_IT, (offices.disability("35.09"), offices.HOME)),
        (EXTENDED, (offices.FUNDER, offices.HOME)),
    ):
        for rank, organization in enumerate(parties):
            yield _party(row, organization, rank)
    for rank, (office, text, unit, agreed, done, due, status) in enumerate(_COMMITMENTS):
        yield Commitment(
            id=key("commitment", f"sample-{rank}"),
            agreement_id=ENDING,
            organization_id=office,
            text=text,
            unit=unit,
            agreed=agreed,
            done=done,
            due=due,
            status_id=f"step_status:{status}",
            rank=rank,
        )


def _agreement(
    row: str,
    title: str,
    kind: str,
    number: str,
    district: str | None,
    period: tuple[str, str],
    status: str,
    *,
    parent: str | None = None,
    signing: str | None = None,
    scope: str | None = None,
) -> Agreement:
    return Agreement(
        id=row,
        title=title,
        number=number,
        kind_id=f"agreement_kind:{kind}",
        status_id=f"agreement_status:{status}",
        parent_id=parent,
        programme_id=PROGRAMME,
        signing_activity_id=signing,
        signed=period[0],
        district_id=district,
        starts=period[0],
        ends=period[1],
        scope=scope,
        cross_cutting="Kesetaraan gender dan inklusi disabilitas" if scope else None,
    )


def _party(row: str, organization: str, rank: int) -> AgreementParty:
    """Signed by somebody of the organization, where the samples know one."""
    people = [*crowd("team"), *crowd("training"), *crowd("members")]
    signatory = next((one for one in people if one.organization == organization), None)
    return AgreementParty(
        id=derived_id("agreement_party", row, organization),
        agreement_id=row,
        organization_id=organization,
        signatory_id=signatory.id if signatory else None,
        signatory_position=signatory.position if signatory else None,
        rank=rank,
    )
