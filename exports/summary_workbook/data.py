"""The sheet that all counts of the workbook are made of: a line for everybody at every activity."""

from collections.abc import Iterator, Sequence
from typing import Any

from db.queries.statistics import CountedLine
from db.queries.summary_workbook import WorkbookAnswer
from exports.kit.columns import Column
from exports.kit.split_words import HXL, LABELS
from exports.kit.wording import said_period
from resources.texts import N_, Texts

NAME = N_("People and activities")


def columns(t: Texts, *, names: bool) -> list[Column]:
    """Who, as of that day, at what, how often; then what makes the counts."""
    person = Column(
        *("person", t(N_("Person")), 18, "right"),
        meaning=t(N_("The same number is the same person, in this file only.")),
        hxl="#respondee+id",
    )
    name = Column(
        *("name", t(N_("Name")), 60),
        meaning=t(N_("Name, or the code of who is protected.")),
        hxl="#respondee+name",
    )
    as_of = t(N_("As of the day of the activity."))
    return [
        person,
        *([name] if names else []),
        *(Column(key, t(label), 40, meaning=as_of, hxl=HXL[key]) for key, label in LABELS.items()),
        Column("organization", t(N_("Organization")), 55, meaning=as_of, hxl="#org+name"),
        Column("activity", t(N_("Activity")), 80, hxl="#activity+name"),
        Column("date", t(N_("Date")), 45, hxl="#date"),
        Column(
            *("there", t(N_("Sessions attended")), 24, "right"),
            meaning=t(N_("Sessions in which the person was present or late.")),
            hxl="#value+sessions",
        ),
        Column(
            *("completed", t(N_("Completed")), 20, "right"),
            meaning=t(N_("1 where the share of sessions that the activity asks for was reached.")),
            hxl="#value+completed",
        ),
        Column(
            *("participant", t(N_("Counts as attendance")), 24, "right"),
            meaning=t(N_("1 for participants; 0 for the team and resource people.")),
            hxl="#value+attendances",
        ),
        Column(
            *("once", t(N_("Counts as person")), 24, "right"),
            meaning=t(
                N_(
                    "1 at the latest activity of a participant, else 0: so that each person counts once."
                )
            ),
            hxl="#reached",
        ),
        Column(
            *("once_in_roles", t(N_("Counts as person in a role")), 24, "right"),
            meaning=t(N_("The same among people in all roles.")),
            hxl="#value+people+roles",
        ),
    ]


def rows(answer: WorkbookAnswer, t: Texts, *, names: bool) -> Iterator[Sequence[Any]]:
    """A line for each participation of somebody who was there."""
    numbers: dict[str, int] = {}
    dates = {row.id: said_period(t, row.starts, row.ends) for row in answer.activities}
    for line in answer.lines:
        part = line.part
        about = answer.about[part.activity]
        yield (
            numbers.setdefault(part.person, len(numbers) + 1),
            *([_name(answer, line)] if names else []),
            *(t.label(line.labels[key]) if key in line.labels else None for key in LABELS),
            _organization(answer, line),
            *(about.title, dates[part.activity], part.there),
            *map(int, (part.completed, line.participant, line.once, line.once_in_roles)),
        )


def _name(answer: WorkbookAnswer, line: CountedLine) -> str:
    known = answer.people[line.part.person]
    shown = None if line.part.activity in answer.restricted else known.name
    return shown or known.code or "–"


def _organization(answer: WorkbookAnswer, line: CountedLine) -> str | None:
    """Where somebody belongs may tell who it is."""
    open_ = answer.people[line.part.person].name and line.part.activity not in answer.restricted
    return line.part.organization if open_ else None
