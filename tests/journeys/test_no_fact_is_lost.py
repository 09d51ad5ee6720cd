"""What the five texts state is on the screen, on paper, and in an export that is read back.

``facts.tsv`` lists fact by fact where it is shown (a record by its kind and name) and the words that
must stand there; ``on_paper`` where a report says them otherwise, '-' where no report is about them.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from db import demo
from db.database import Database
from db.queries import records
from db.queries.record_names import THINGS
from desktop.app import Rembuk
from desktop.inline import InlineTasks
from desktop.preferences import Preferences
from desktop.theme import load_fonts
from exports import workspace_data
from exports.catalogue import DOCUMENTS
from resources.texts import translator

LIST = Path(__file__).with_name("facts.tsv")
NUMBER_OF_FACTS = 88


@dataclass(frozen=True)
class Fact:
    """A fact by its code; ``name``: part of what the record is called."""

    code: str
    thing: str
    name: str
    on_screen: tuple[str, ...]
    on_paper: tuple[str, ...] | None


def facts() -> list[Fact]:
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Fact(
            row["fact"],
            row["thing"],
            row["name"],
            shown := tuple(row["on_screen"].split("|")),
            None
            if row["on_paper"] == "-"
            else tuple((row["on_paper"] or "|".join(shown)).split("|")),
        )
        for row in rows
    ]


def closely(text: str) -> str:
    """A text without blanks, line breaks and hyphens, which paper puts where it likes."""
    return re.sub(r"[\s\u00ad-]+", "", text).casefold()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("facts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REMBUK_HOME", str(folder / "home"))
        demo.build(folder / "facts.rembuk", facts_only=True)
        yield folder / "facts.rembuk"


@pytest.fixture(scope="module")
def screens(workspace: Path, qapp) -> dict[tuple[str, str], str]:  # noqa: ARG001 - makes the application
    """What the window says of every record of the workspace."""
    load_fonts()
    running = Rembuk(InlineTasks(), Preferences(language="id"))
    running.open(workspace)
    database = running.tasks.database
    shown = {}
    for thing in THINGS:
        for row in database.read(records.page, table=thing, limit=200_000):
            if thing in ("term", "holiday"):
                continue
            running.desk.navigation.go("records", f"{thing}:{row.id}")
            text = running.window.page("records").detail.text.toPlainText()
            shown[thing, row.id] = re.sub(r"\s+", " ", text)
    running.stop()
    return shown


@pytest.fixture(scope="module")
def papers(workspace: Path) -> dict[str, str]:
    """What the report of each activity says, by its title."""
    report = next(one for one in DOCUMENTS if one.key == "activity_report")
    t, told = translator("id"), {}
    database = Database.open(workspace)
    for row in database.read(records.page, table="activity", limit=1000):
        answer = database.read(report.question, report.complete({"activity": row.id}))
        pdf = pypdf.PdfReader(io.BytesIO(report.make(answer, t, "pdf")))
        told[row.label[0]] = closely("".join(page.extract_text() for page in pdf.pages))
    database.close()
    return told


def test_the_list_of_facts_is_whole() -> None:
    assert len({fact.code for fact in facts()}) == NUMBER_OF_FACTS


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: f"{fact.code}-{fact.thing}")
def test_a_fact_stands_on_the_screen(fact: Fact, screens: dict[tuple[str, str], str]) -> None:
    pages = [
        text
        for (thing, _), text in screens.items()
        if thing == fact.thing and fact.name in text[:260]
    ]
    assert pages
    missing = [{w for w in fact.on_screen if w.casefold() not in p.casefold()} for p in pages]
    assert min(missing, key=len) == set()


@pytest.mark.parametrize(
    "fact", [one for one in facts() if one.on_paper], ids=lambda fact: f"{fact.code}-{fact.thing}"
)
def test_a_fact_stands_on_paper(fact: Fact, papers: dict[str, str]) -> None:
    about = [
        text for title, text in papers.items() if fact.thing != "activity" or fact.name in title
    ]
    missing = {
        word for word in fact.on_paper or () if not any(closely(word) in text for text in about)
    }
    assert missing == set()


def test_no_value_of_a_row_is_left_out_on_the_screen(
    workspace: Path, screens: dict[tuple[str, str], str]
) -> None:
    """Every text that somebody typed stands on some page, whole, however deep its row hangs."""
    whole = closely(" ".join(screens.values()))
    database = Database.open(workspace)
    lost = []
    for table in database.read(records.exchanged):
        if table in ("term", "district", "holiday", "device", "setting"):
            continue
        free = [
            column
            for column in database.read(records.columns, table)
            if column not in ("id", "subject", "subject_id") and not column.endswith("_id")
        ]
        for row in database.read(
            lambda reader, table=table, free=free: list(
                reader.each(f"SELECT {', '.join(free)} FROM {table} WHERE removed = 0")
            )
        ):
            lost += [
                (table, column, value)
                for column, value in zip(free, row, strict=True)
                if isinstance(value, str) and " " in value and closely(value) not in whole
            ]
    database.close()
    assert lost == []


def test_an_export_read_back_holds_every_row(workspace: Path) -> None:
    document = workspace_data.DOCUMENT
    database = Database.open(workspace)
    answer = database.read(document.question, document.complete({"contacts": True}))
    found = workspace_data.read(document.make(answer, translator("id"), "json"))
    for table, listed in found.items():
        columns = [c for c in database.read(records.columns, table) if c != "removed"]
        stored = database.read(
            lambda reader, table=table, columns=columns: list(
                reader.each(
                    f"SELECT {', '.join(columns)} FROM {table} WHERE removed = 0 ORDER BY id"
                )
            )
        )
        assert [tuple(row.values()) for row in listed] == stored, table
    database.close()
