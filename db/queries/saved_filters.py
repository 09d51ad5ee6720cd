"""Questions about filters that were kept by name."""

import json

from db.engine import Reader
from db.queries.listing import Value

PREFIX = "filter"


def of(reader: Reader, table: str) -> dict[str, dict[str, tuple[Value, ...]]]:
    """Name → facet → values, of the filters of a list, by name."""
    start = f"{PREFIX}.{table}."
    return {
        key[len(start) :]: {facet: tuple(values) for facet, values in json.loads(value).items()}
        for key, value in reader.each(
            "SELECT id, value FROM setting WHERE removed = 0 AND substr(id, 1, ?) = ?"
            " ORDER BY id COLLATE NOCASE",
            (len(start), start),
        )
    }
