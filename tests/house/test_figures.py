"""The sizes that house rules allow, measured."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STOREYS = ("desktop", "exports", "db", "resources", "installer")
FILE, FUNCTION, CLASS = 400, 60, 250


def sources() -> list[Path]:
    return [path for storey in STOREYS for path in sorted((ROOT / storey).rglob("*.py"))]


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def definitions(kind: type[ast.AST] | tuple[type[ast.AST], ...]):
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kind):
                yield path.relative_to(ROOT), node


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in sources()
        if (n := len(p.read_text("utf-8").splitlines())) > FILE
    }
    assert long == {}


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = {
        f"{path}:{node.name}": length(node)
        for path, node in definitions((ast.FunctionDef, ast.AsyncFunctionDef))
        if length(node) > FUNCTION
    }
    assert long == {}


def test_no_class_is_longer_than_two_hundred_and_fifty_lines() -> None:
    long = {
        f"{path}:{node.name}": length(node)
        for path, node in definitions(ast.ClassDef)
        if length(node) > CLASS
    }
    assert long == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty = {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "misc",
        "manager",
        "handler",
        "service",
    }
    assert [path for path in sources() if empty & set(path.stem.split("_"))] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.read_text("utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


@pytest.mark.parametrize("word", ["TODO", "FIXME", "NotImplementedError", "pytest.mark.xfail"])
def test_nothing_is_left_for_later(word: str) -> None:
    own = Path(__file__).relative_to(ROOT)
    found = subprocess.run(
        ["git", "grep", "-l", word, "--", "*.py", f":!{own}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""


def test_every_edit_has_a_label() -> None:
    """Public functions of db/edits that take a session are edits, and say so."""
    nameless = []
    for path in sorted((ROOT / "db" / "edits").glob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if (
                not isinstance(node, ast.FunctionDef)
                or node.name.startswith("_")
                or path.stem == "edit"
            ):
                continue
            takes_session = node.args.args and node.args.args[0].arg == "session"
            decorated = any(
                isinstance(d, ast.Call) and getattr(d.func, "id", "") == "edit"
                for d in node.decorator_list
            )
            if takes_session and not decorated:
                nameless.append(f"{path.stem}.{node.name}")
    assert nameless == []
