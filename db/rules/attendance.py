"""Attendance: what a mark means, what is typed for it, who took part and who completed."""

from collections.abc import Sequence

from resources.texts import N_

PRESENT, LATE, EXCUSED, SICK, ABSENT = "present", "late", "excused", "sick", "absent"
STATUSES = (PRESENT, LATE, EXCUSED, SICK, ABSENT)
THERE = frozenset({PRESENT, LATE})

LABELS = {
    PRESENT: N_("Present"),
    LATE: N_("Late"),
    EXCUSED: N_("Excused"),
    SICK: N_("Sick"),
    ABSENT: N_("Absent"),
}

# What is shown on screen and paper: Hadir, Terlambat, Izin, Sakit, Alpa.
LETTERS = {
    "id": {PRESENT: "H", LATE: "T", EXCUSED: "I", SICK: "S", ABSENT: "A"},
    "en": {PRESENT: "P", LATE: "L", EXCUSED: "E", SICK: "S", ABSENT: "A"},
}
# What may be typed in either language; no letter means two things.
KEYS = {
    **dict.fromkeys("HP", PRESENT),
    **dict.fromkeys("TL", LATE),
    **dict.fromkeys("IE", EXCUSED),
    "S": SICK,
    "A": ABSENT,
}


def by_arrival(start: str | None, arrived: str) -> str:
    """Late for who came after the start (``09:00``), also where no start is known: somebody noted the time."""
    return PRESENT if start is not None and arrived <= start else LATE


def took_part(marks: Sequence[str | None]) -> bool:
    """Present or late in at least one session."""
    return any(mark in THERE for mark in marks)


def completed(marks: Sequence[str | None], share: int) -> bool:
    """Whether somebody was there in at least ``share`` percent of all sessions, held in this order.

    A session without a mark counts as one of the sessions: completion is about the whole activity.
    """
    there = sum(mark in THERE for mark in marks)
    return bool(marks) and there > 0 and there * 100 >= share * len(marks)
