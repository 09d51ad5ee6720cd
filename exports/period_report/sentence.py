"""An activity in one sentence, as funders ask for it."""

from db.queries.period_report import HeldActivity
from db.rules.dates import DAY, stored
from exports.kit.wording import said_period
from resources.texts import N_, NN_, Texts


def held_sentence(t: Texts, one: HeldActivity) -> str:
    """What was held, where, with how many, for how long and when, in the one sentence that funders ask for."""
    where = ", ".join(part for part in (one.venue or one.platform, one.places) if part)
    first, last = stored(one.starts), stored(one.ends)
    days = 0
    if first and first.precision == DAY:
        days = ((last.last if last else first.last) - first.first).days + 1
    parts = [
        t.label(one.kind) or t(ACTIVITY),
        t(AT, place=where) if where else "",
        t(WITH, people=t.count(*PARTICIPANTS, one.count.people)) if one.count else "",
        t(FOR, days=t.count(*DAYS, days)) if days else "",
        t(ON, date=said_period(t, one.starts, one.ends)) if first else "",
    ]
    return " ".join(part for part in parts if part) + "."


ACTIVITY, AT, WITH, FOR, ON = (
    *(N_("Activity"), N_("at {place}"), N_("with {people}"), N_("for {days}"), N_("on {date}")),
)
PARTICIPANTS, DAYS = NN_("{n} participant", "{n} participants"), NN_("{n} day", "{n} days")
