"""How far a step of a plan is: what is stated, and 'not stated' where nothing is. Never a 0 that nobody wrote."""

DONE, NOT_STARTED, CLOSED = "step_status:done", "step_status:not_started", "closed"
UNKNOWN = "step_status:unknown"


def is_stated(status: str | None) -> bool:
    """Whether a status says something."""
    return status not in (None, UNKNOWN)


def of_step(status: str | None, meaning: str | None, progress: int | None) -> int | None:
    """Percent of a step, or None: done is 100, given up counts nowhere, not started is 0 unless more is stated.

    ``meaning``: of its status, open or closed.
    """
    if status == DONE:
        return 100
    if meaning == CLOSED:
        return None
    if progress is None and status == NOT_STARTED:
        return 0
    return progress


def of_step_sql(step: str, status: str) -> str:
    """The same over an alias of the table of steps, and one of the words of its status."""
    return (
        f"CASE WHEN {step}.status_id = '{DONE}' THEN 100 WHEN {status}.meaning = '{CLOSED}' THEN NULL"
        f" WHEN {step}.progress IS NOT NULL THEN {step}.progress"
        f" WHEN {step}.status_id = '{NOT_STARTED}' THEN 0 END"
    )
