"""Disability: the six Washington Group questions and what people say of themselves.

A person with a disability is one who answers at least one question with 'a lot of difficulty' or
'cannot do at all' (Washington Group on Disability Statistics, Short Set, recommended cut-off).
"""

from resources.texts import N_

QUESTIONS = ("seeing", "hearing", "walking", "remembering", "self_care", "communicating")

# 0 to 3, as the Washington Group numbers them from none to all.
ANSWERS = (
    N_("No difficulty"),
    N_("Some difficulty"),
    N_("A lot of difficulty"),
    N_("Cannot do at all"),
)
CUT_OFF = 2

YES, NO, NOT_ASKED = "yes", "no", "not_asked"


def disability(answers: tuple[int | None, ...], said: str | None) -> str:
    """``yes``, ``no`` or ``not_asked`` from the six answers and the self-description.

    Either source alone is enough for 'yes'. 'No' needs all six questions answered, or the person's own
    'no'; anything less is not an answer.
    """
    if said == YES or any(answer is not None and answer >= CUT_OFF for answer in answers):
        return YES
    if said == NO or all(answer is not None for answer in answers):
        return NO
    return NOT_ASKED


def disability_sql(alias: str) -> str:
    """The same rule as an SQL expression over the columns of ``person AS alias``."""
    answers = [f"{alias}.{question}" for question in QUESTIONS]
    some = " OR ".join(f"{answer} >= {CUT_OFF}" for answer in answers)
    every = " AND ".join(f"{answer} IS NOT NULL" for answer in answers)
    return (
        f"CASE WHEN {alias}.disability_said = '{YES}' OR {some} THEN '{YES}'"
        f" WHEN {alias}.disability_said = '{NO}' OR ({every}) THEN '{NO}' ELSE '{NOT_ASKED}' END"
    )
