"""Which of what is counted is made up: the sample rows of the demo workspace."""

import json
from collections.abc import Sequence

from db.engine import Reader


def among(reader: Reader, activities: Sequence[str]) -> bool:
    """Whether any of the activities, or anybody registered for one, is made up."""
    found = reader.value(
        "SELECT EXISTS (SELECT 1 FROM json_each(?) AS j JOIN activity AS v ON v.id = j.value"
        " LEFT JOIN participation AS a ON a.activity_id = v.id AND a.removed = 0"
        " WHERE v.sample OR a.sample)",
        (json.dumps(list(activities)),),
    )
    return bool(found)
