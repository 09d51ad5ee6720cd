"""``make run``: the demo workspace in the window, or on paper and in pictures.

Built on first use in the folder of the user's documents (or in REMBUK_HOME). Where there is no display
the documents of the demo and a picture of every page are written to ``out/`` instead.
"""

import os
import sys
from pathlib import Path

import platformdirs

from db.database import Database
from db.engine import Reader
from db.queries import activities, people
from desktop import cli
from desktop.command_line.window import has_display
from exports.catalogue import DOCUMENTS
from exports.document import Document

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"


def main() -> int:
    """Exit status of what was done."""
    demo = demo_file()
    if not demo.exists():
        print(f"Building the demo workspace: {demo}", flush=True)
        demo.parent.mkdir(parents=True, exist_ok=True)
        status = cli.run(["demo", str(demo)])
        if status != cli.DONE:
            return status
    if has_display():
        return cli.run([str(demo)])
    print(f"There is no display here: documents and pictures are written to {OUT}", flush=True)
    return write_documents(demo, OUT) or cli.run(["pictures", str(demo), "--out", str(OUT)])


def demo_file() -> Path:
    """Where the demo workspace of this user is, or will be."""
    home = os.environ.get("REMBUK_HOME")
    folder = Path(home) if home else platformdirs.user_documents_path() / "Rembuk"
    return folder / "Demo.rembuk"


def write_documents(file: Path, out: Path) -> int:
    """Every document of the catalogue in each of its formats; answers the first status that is not 0."""
    out.mkdir(parents=True, exist_ok=True)
    about_whom = subjects(file)
    for document in DOCUMENTS:
        for kind in document.formats:
            place = out / f"{document.key}.{kind}"
            about = words_about(document, about_whom)
            status = cli.run(["export", str(file), document.key, *about, "--out", str(place)])
            if status != cli.DONE:
                return status
    return cli.DONE


def subjects(file: Path) -> dict[str, str]:
    """What documents may be about: the activity with most attendance, and what belongs to it."""
    database = Database.open(file)
    try:
        listed = [
            one
            for one in database.read(activities.page)
            if one.meaning == "held" and one.sample and len(one.starts or "") == _DAY
        ]
        if not listed:
            return {}
        most = max(listed, key=lambda one: one.registered * one.sessions).id
        members = database.read(people.page, limit=1)
        found = {
            "activity": most,
            "person": members[0].id if members else None,
            **{key: database.read(_first, sql, most) for key, sql in BELONGING.items()},
        }
    finally:
        database.close()
    return {kind: row for kind, row in found.items() if row}


_DAY = 10  # letters of a date that is known to the day
BELONGING = {
    "programme": "SELECT programme_id FROM activity WHERE id = ?",
    "forum": "SELECT f.id FROM forum AS f JOIN activity AS a ON a.programme_id = f.programme_id"
    " WHERE a.id = ? AND f.removed = 0 ORDER BY f.name",
    "district": "SELECT d.id FROM participation AS x JOIN district AS d ON d.id = x.district_id"
    " WHERE x.activity_id = ? AND d.level = 'regency' GROUP BY d.id ORDER BY count(*) DESC, d.id",
    "organization": "SELECT organization_id FROM activity_organization"
    " WHERE activity_id = ? AND removed = 0 ORDER BY role_id = 'organization_role:organizer' DESC",
}


def _first(reader: Reader, sql: str, row: str) -> str | None:
    found = reader.value(f"{sql} LIMIT 1", (row,))
    return None if found is None else str(found)


def words_about(document: Document, about: dict[str, str]) -> list[str]:
    """What a document is asked about: what it needs, and the programme where it knows one."""
    return [
        word
        for choice in document.choices
        if choice.key in about and (choice.required or choice.key == "programme")
        for word in ("--option", f"{choice.key}={about[choice.key]}")
    ]


if __name__ == "__main__":
    sys.exit(main())
