"""What was asked for a register."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.queries.settings import Papers
from exports.document import Choices


@dataclass(frozen=True, slots=True)
class Asked:
    """Lines of a register as of ``today``, and what was chosen. ``paper``: its name."""

    lines: list[Any]
    chosen: Choices
    papers: Papers
    paper: str
    today: dt.date
    sample: bool
