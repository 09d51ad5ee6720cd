"""What an edit changed: the answer of the door, and the signal to the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows that moved, as table → ids. ``edit`` is None when nothing changed; ``label`` is a msgid."""

    edit: str | None
    label: str
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        """Tables with rows that moved."""
        return frozenset(self.rows)

    def __bool__(self) -> bool:
        return self.edit is not None


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """Answer of an edit: what it returned, and what it changed."""

    value: T
    changes: Changes
