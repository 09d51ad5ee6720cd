"""What the documentation says is there."""

import re
from pathlib import Path

import pytest

from db import models
from desktop.cli import COMMANDS, GROUPS
from exports.catalogue import DOCUMENTS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
FOLDERS = ("db", "desktop", "exports", "resources", "tests", "docs", "installer")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """Paths with a folder of ours in front; the example of a new feature is none yet."""
    named = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]*)`", page.read_text("utf-8"))
    gone = [path for path in named if "certificates" not in path and not (ROOT / path).exists()]
    assert gone == []


def test_the_readme_uses_commands_and_documents_that_exist() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    used = re.findall(r"^ +rembuk ([a-z-]+) \S+ ?(\w*)", text, re.MULTILINE)
    assert {command for command, _ in used} <= {*COMMANDS, *GROUPS}
    assert len(used) > 4
    exported = {what for command, what in used if command == "export"}
    assert exported <= {document.key for document in DOCUMENTS}


def test_every_command_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        named = re.findall(r"(?:`|^ +)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)
        assert set(named) <= targets, page.name


def test_what_runs_in_the_cloud_is_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    command = script.strip().splitlines()[-1]
    assert command == "make test"
    assert f"    {command} " in (ROOT / "README.md").read_text("utf-8")


def test_the_glossary_names_tables_that_exist() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words = re.findall(r"`([A-Z]\w+)`", text)
    assert len(words) > 15
    assert [word for word in words if not hasattr(models, word)] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(page.name[:4]) for page in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
