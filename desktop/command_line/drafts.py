"""JSON that was typed, as the drafts that forms fill: unknown fields and wrong kinds are refused by name."""

import dataclasses
import re
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from db.errors import InvalidDraftError, Problem, UserError
from resources.texts import N_

T = TypeVar("T")

NOT_JSON = N_("This is not JSON: {reason}")
NOT_AN_OBJECT = N_("A row is written as a JSON object with its fields, like {example}.")
UNKNOWN_FIELD = N_("There is no such field. Possible: {fields}.")
WRONG_KIND = N_("This field holds something else: {reason}")

EXAMPLE = '{"name": "Siti Aminah"}'
_PLACE = re.compile(r"^(?P<reason>.*?)(?: - at `\$\.?(?P<place>.*)`)?$", re.DOTALL)


def parse(text: str) -> Any:
    """Plain values of JSON. Raises UserError where it is none."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise UserError(NOT_JSON, reason=str(error)) from error


def draft_of(values: Any, kind: type[T]) -> T:
    """A draft filled from plain values.

    Raises:
        InvalidDraftError: a field is unknown or holds another kind of value; each is named.
        UserError: the values are no object.
    """
    if not isinstance(values, dict):
        raise UserError(NOT_AN_OBJECT, example=EXAMPLE)
    problems = list(_unknown(values, kind))
    if problems:
        raise InvalidDraftError(problems)
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as error:
        found = _PLACE.match(str(error))
        reason, place = (found["reason"], found["place"]) if found else (str(error), "")
        raise InvalidDraftError([Problem(place or "", WRONG_KIND, {"reason": reason})]) from error


def _unknown(values: dict[str, Any], kind: type, within: str = "") -> list[Problem]:
    """Fields that a draft does not have, also in the drafts that it holds a list of."""
    hints = get_type_hints(kind)
    known = [field.name for field in dataclasses.fields(kind)]
    problems = [
        Problem(within + name, UNKNOWN_FIELD, {"fields": ", ".join(known)})
        for name in values
        if name not in known
    ]
    for name in known:
        inner = get_args(hints[name])[0] if get_origin(hints[name]) is list else None
        if dataclasses.is_dataclass(inner) and isinstance(inner, type):
            for number, one in enumerate(values.get(name) or ()):
                if isinstance(one, dict):
                    problems += _unknown(one, inner, f"{name}[{number}].")
    return problems
