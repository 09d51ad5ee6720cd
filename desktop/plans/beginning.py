"""Plans that begin with an activity: district and parties are taken over, and nothing is typed again."""

from dataclasses import dataclass
from typing import Any

from db.queries import action_plans
from db.queries.action_plans import Beginning
from desktop.texts import N_, Texts

NEW = (
    "+activity:"  # a place that begins a plan from an activity, and behind a colon from a district
)
OF_DISTRICT = N_("{district}: follow-up of “{title}”")
OF_ALL = N_("Follow-up of “{title}”")


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What an activity is called, and what plans may begin with: all of it first, then district by district."""

    title: str
    places: list[Beginning]

    @property
    def open(self) -> list[Beginning]:
        """Districts without a plan."""
        return [one for one in self.places[1:] if not one.planned]


def of(reader: Any, activity: str) -> Beginnings:
    """Plans that may follow from an activity."""
    title = reader.value("SELECT title FROM activity WHERE id = ?", (activity,))
    return Beginnings(str(title or ""), action_plans.beginnings(reader, activity))


def place(activity: str, district: str | None = None) -> str:
    """Where the page of plans begins one."""
    return f"{NEW}{activity}:{district}" if district else f"{NEW}{activity}"


def values(t: Texts, title: str, one: Beginning) -> dict[str, Any]:
    """Fields of the draft of a plan."""
    said = t(OF_DISTRICT, district=one.district, title=title) if one.district else ""
    return {
        "title": said or t(OF_ALL, title=title),
        "district_id": one.district_id,
        "parties": list(one.parties),
    }
