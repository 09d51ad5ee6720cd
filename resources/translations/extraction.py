"""Texts in the code: what is marked for translation, found by reading the source. Imports no storey."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOREYS = ("resources", "db", "exports", "desktop")

# The marks, and what a Texts object is called where texts are shown: t("…"), self.t("…"), texts("…").
_SINGULAR = frozenset({"N_", "t", "texts"})
_PLURAL = frozenset({"NN_", "count"})


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A text in the code; ``plural`` is empty for one that depends on no number."""

    singular: str
    plural: str
    place: str


def sources(root: Path = ROOT) -> Iterator[Path]:
    """Python files of the four storeys."""
    for storey in STOREYS:
        yield from sorted((root / storey).rglob("*.py"))


def marked(root: Path = ROOT) -> list[Marked]:
    """Every text of the four storeys once, with the first place where it stands."""
    found: dict[str, Marked] = {}
    for path in sources(root):
        for text in texts_in(path.read_text("utf-8"), path.relative_to(root).as_posix()):
            known = found.get(text.singular)
            if known is None or (text.plural and not known.plural):
                found[text.singular] = text
    return sorted(found.values())


def texts_in(source: str, place: str = "") -> list[Marked]:
    """Marked texts of one file."""
    texts = []
    for call in calls(source):
        words = [_text(argument) for argument in call.args[:2]]
        name = name_of(call)
        if name in _PLURAL and len(words) == 2 and all(words):
            texts.append(Marked(words[0], words[1], place))
        elif name in _SINGULAR and words and words[0]:
            texts.append(Marked(words[0], "", place))
    return texts


def unreadable(source: str) -> list[int]:
    """Lines where a text is marked that is no constant: nobody could translate it."""
    return [
        call.lineno
        for call in calls(source)
        if name_of(call) in ("N_", "NN_") and not all(_text(word) for word in call.args)
    ]


def calls(source: str) -> Iterator[ast.Call]:
    """Every call in a source text."""
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    """``f`` of ``f(…)`` and of ``anything.f(…)``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _text(node: ast.expr) -> str:
    """A constant text; empty for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
