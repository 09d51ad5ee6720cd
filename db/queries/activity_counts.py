"""The counts of each activity by itself, by the rules of ``statistics``."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from db.queries.statistics import SEXES
from db.queries.taken_part import TakenPart


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """Participants who took part in one activity, by sex (keys of SEXES), and how many have a disability."""

    by_sex: tuple[int, ...]
    people: int
    disability: int
    completed: int


def by_activity(records: Iterable[TakenPart]) -> dict[str, ActivityCount]:
    """The counts of every activity by itself; those where no participant was there are left out."""
    found: dict[str, dict[str, TakenPart]] = defaultdict(dict)
    for one in records:
        if one.there and one.role_meaning == "participant":
            found[one.activity][one.person] = one
    return {
        activity: ActivityCount(
            by_sex=tuple(sum(one.sex == sex for one in there.values()) for sex in SEXES),
            people=len(there),
            disability=sum(one.disability == "yes" for one in there.values()),
            completed=sum(one.completed for one in there.values()),
        )
        for activity, there in found.items()
    }
