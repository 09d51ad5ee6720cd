"""What was promised for afterwards. None of it has a date, and what became of it is not known."""

from db.demo.facts.activities import FOUNDING
from db.demo.facts.agreements import G1
from db.demo.facts.organizations import INFID
from db.demo.facts.sources import COMMUNITIES, SIGNING, TRAINING
from db.demo.facts.trainings import ONLINE
from db.demo.shelf import Ledger, key
from db.models import ActionPlan, ActionStep, Recommendation

MENTORING_PLAN, OTHER_FORUMS = key("action_plan", "A24"), key("action_plan", "F1.16")

_TOGETHER = "Perwakilan pemda dan perwakilan masyarakat sipil dari masing-masing daerah"


def state(ledger: Ledger) -> None:
    """Promises by text."""
    ledger.state(
        TRAINING,
        "alinea 2",
        ActionPlan(
            id=MENTORING_PLAN,
            title="Pendampingan selepas Pelatihan Kabupaten Kota HAM 2023",
            activity_id=ONLINE,
            aim="Mengimplementasikan kerangka Kabupaten/Kota HAM di wilayah peserta",
        ),
        _step(1, "Penyusunan rencana kerja/rencana aksi"),
        _step(2, "Identifikasi modalitas yang telah dimiliki"),
    )
    ledger.state(
        SIGNING,
        "alinea 4",
        Recommendation(
            id=key("recommendation", "F0.09"),
            text="Rekomendasi terhadap aksi nyata penguatan jaringan pemimpin perempuan",
            agreement_id=G1,
            to_whom="Jaringan pemimpin perempuan peserta pelatihan",
        ),
    )
    ledger.state(
        COMMUNITIES,
        "alinea 5",
        ActionPlan(
            id=OTHER_FORUMS, title="Forum serupa di daerah-daerah lain", activity_id=FOUNDING
        ),
        ActionStep(
            id=key("action_step", "F1.16-1"),
            plan_id=OTHER_FORUMS,
            number=1,
            what="Daerah-daerah lain mulai membentuk forum serupa",
            status_id="step_status:unknown",
        ),
    )


def _step(number: int, what: str) -> ActionStep:
    return ActionStep(
        id=key("action_step", f"A24-{number}"),
        plan_id=MENTORING_PLAN,
        number=number,
        what=what,
        organization_id=INFID,
        in_charge=_TOGETHER,
        when_said="Selepas pelatihan",
        status_id="step_status:unknown",
    )
