"""Devices that work, hand each other files, lose them, repeat them, and must agree in the end.

A state machine: several computers with real workspace files do at random what people do; files are made,
lost, repeated and come out of order, clocks jump, files are copied and restored from backups. At the end
everybody exchanges everything, and nothing may be lost anywhere.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db import backup
from db.circle import keys
from db.circle.certificates import EVERYTHING, Scope
from db.edits import conflicts as conflict_edits
from db.edits import duplicates, participants, people
from db.edits.edit import GONE
from db.errors import UserError
from db.imports.preview import preview
from db.imports.writing import people as write_people
from db.log import undo
from db.queries import circle
from db.queries import conflicts as conflict_questions
from db.sync import incoming
from tests.db import intentions
from tests.db.sync.devices import Computer, contents
from tests.db.sync.oracle import NAMES, PART, Oracle, Writes

DISTRICTS = ("33.25", "33.24")
VILLAGES = ("Sumber", "Kali", "Wonosari")
EXPECTED = (
    *(GONE, keys.NOT_FOR_US, incoming.GAP, incoming.INCOMPLETE, undo.CHANGED_SINCE, undo.IN_USE),
    *(circle.NOT_YOURS, undo.NOTHING_TO_UNDO, undo.NOTHING_TO_REDO, duplicates.ALREADY_MERGED),
    *(conflict_edits.SETTLED, people.SAME_PERSON),
)
CHOICE = st.integers(0, 5)
DAYS = st.sampled_from((-4000, -1, 0, 2, 4000))


@contextlib.contextmanager
def refusals() -> Iterator[None]:
    """What Rembuk may refuse with good reason; anything else is a bug."""
    try:
        yield
    except UserError as refusal:
        if refusal.text not in EXPECTED:
            raise


class Template:
    """The computers of a circle that has just begun, made once and copied for every example.

    The last one gets a district alone.
    """

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.names = ["Admin", *(f"Koordinator{n}" for n in range(1, count)), PART]
        first, *others = [Computer(folder / name, name) for name in self.names]
        first.found()
        activity = first.edit(intentions.add_activity, "Lokakarya")
        first.edit(
            intentions.run,
            "INSERT INTO activity_session (id, activity_id, number) VALUES ('s1', :activity, 1)",
            activity=activity,
        )
        self.people = [
            first.edit(
                intentions.add_person, f"Anggota {word}", district_id=DISTRICTS[0], village="Lama"
            )
            for word in ("Satu", "Dua", "Tiga")
        ]
        for row in self.people:
            first.edit(intentions.register, activity, row)
        for one in others:
            scope = Scope(districts=(DISTRICTS[0],)) if one.name == PART else EVERYTHING
            first.admit(one, scope, admits=one.name != PART)
        for one in others:
            one.merge(first.make(one))
        for one in (first, *others):
            one.close()
        self.activity = activity

    def copies(self, folder: Path) -> list[Computer]:
        """The same computers, to be used once."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        computers = [Computer(folder / name, name) for name in self.names]
        for one in computers:
            one.open()
        return computers


class Devices(Oracle, RuleBasedStateMachine):
    """Subclasses set ``template``."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="rembuk-machine-", dir=_fast_folder()))
        self.computers = self.template.copies(self.folder)
        self.files: list[tuple[Computer, bytes]] = []
        self.entered: list[tuple[str, str, object]] = []
        self.erased: set[str] = set()
        self.backups: list[tuple[Computer, Path]] = []
        self.writes: dict[str, Writes] = {}
        self.kept: list[bytes] = []
        self.count = 0
        self._last: Computer | None = None
        self.watch(self.computers[0])

    # What people do

    @rule(
        who=CHOICE,
        name=st.sampled_from(NAMES),
        village=st.sampled_from((None, *VILLAGES)),
        district=st.sampled_from(DISTRICTS),
    )
    def add_person(self, who: int, name: str, village: str | None, district: str) -> None:
        computer = self._computer(who)
        name = self._unique(name)
        row = computer.edit(
            intentions.add_person, name, village=village, birth="1980-05-17", district_id=district
        )
        self._enter(row, name=name, village=village)

    @rule(who=CHOICE, which=CHOICE, district=st.sampled_from(DISTRICTS))
    def move_to_another_district(self, who: int, which: int, district: str) -> None:
        self._change(who, which, district_id=district)

    @rule(who=CHOICE, which=CHOICE, name=st.sampled_from(NAMES))
    def rename_person(self, who: int, which: int, name: str) -> None:
        self._change(who, which, name=self._unique(name))

    @rule(who=CHOICE, which=CHOICE, village=st.sampled_from(VILLAGES))
    def move_person(self, who: int, which: int, village: str) -> None:
        self._change(who, which, village=village)

    @rule(who=CHOICE, other=CHOICE, which=CHOICE, name=st.sampled_from(NAMES))
    def two_rename_the_same_person(self, who: int, other: int, which: int, name: str) -> None:
        self._change(who, which, name=self._unique(name))
        self._change(other, which, name=self._unique(name))

    @rule(who=CHOICE, other=CHOICE, which=CHOICE, name=st.sampled_from(NAMES), days=DAYS)
    def rename_what_another_renamed(
        self, who: int, other: int, which: int, name: str, days: int
    ) -> None:
        """One who saw the new name gives a newer one, whatever the clocks say."""
        first = self._computer(who)
        first.ahead = days * 86400
        self._change(who, which, name=self._unique(name))
        self.hand_over(who, other)
        self._change(other, which, name=self._unique(name))

    @rule(who=CHOICE, which=CHOICE)
    def remove_person(self, who: int, which: int) -> None:
        computer = self._computer(who)
        if row := self._person(computer, which):
            with refusals():
                computer.edit(people.remove, row)

    @rule(who=CHOICE, which=CHOICE)
    def restore_person(self, who: int, which: int) -> None:
        computer = self._computer(who)
        computer.edit(
            intentions.run,
            "UPDATE person SET removed = 0 WHERE id = (SELECT id FROM person WHERE removed = 1"
            " ORDER BY id LIMIT 1 OFFSET :n)",
            n=which % 3,
        )

    @rule(who=CHOICE, which=CHOICE, position=st.sampled_from((None, "Ketua", "Anggota")))
    def register(self, who: int, which: int, position: str | None) -> None:
        """Two computers that register the same person make the same row."""
        computer = self._computer(who)
        if row := self._person(computer, which):
            with refusals():
                draft = participants.ParticipantDraft(
                    activity_id=self.template.activity, person_id=row, position=position
                )
                computer.edit(participants.register, draft)

    @rule(who=CHOICE, which=CHOICE, status=st.sampled_from(("present", "absent", "sick")))
    def mark(self, who: int, which: int, status: str) -> None:
        computer = self._computer(who)
        rows = computer.read(
            lambda r: r.rows(str, "SELECT id FROM participation WHERE removed = 0 ORDER BY id")
        )
        if rows:
            draft = participants.MarkDraft(
                participation_id=rows[which % len(rows)], session_id="s1", status=status
            )
            with refusals():
                self._enter(computer.edit(participants.mark, draft), status=status)

    @rule(who=CHOICE, one=CHOICE, other=CHOICE)
    def merge_people(self, who: int, one: int, other: int) -> None:
        computer = self._computer(who)
        first, second = self._person(computer, one), self._person(computer, other)
        if first and second:
            with refusals():
                computer.edit(duplicates.merge, first, second)

    @rule(who=CHOICE, which=CHOICE)
    def erase_person(self, who: int, which: int) -> None:
        computer = self._computer(who)
        if row := self._person(computer, which):
            with refusals(), computer.at_work() as database:
                self.erased.update(database.erase(row, "Atas permintaan sendiri").value)

    @rule(who=CHOICE, redo=st.booleans())
    def undo(self, who: int, redo: bool) -> None:
        with refusals(), self._computer(who).at_work() as database:
            database.redo() if redo else database.undo()

    @rule(who=CHOICE, names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    def import_list(self, who: int, names: list[str]) -> None:
        computer = self._computer(who)
        lines = [self._unique(name) for name in names]
        sheet = self.folder / "list.csv"
        sheet.write_text("Nama Lengkap;Desa\n" + "".join(f"{n};Sumber\n" for n in lines), "utf-8")
        with computer.at_work() as database:
            database.edit(write_people, database.read(preview, sheet))
        for row, name in computer.read(
            lambda r: list(r.each("SELECT id, name FROM person WHERE village = 'Sumber'"))
        ):
            if name in lines:
                self._enter(row, name=name)

    @rule(who=CHOICE, which=CHOICE, take=st.sampled_from(("here", "there")))
    def decide(self, who: int, which: int, take: str) -> None:
        computer = self._computer(who)
        open_ = computer.read(conflict_questions.conflicts)
        if open_:
            with refusals():
                computer.edit(conflict_edits.resolve, open_[which % len(open_)].id, take)

    # What happens to files, clocks and computers

    @rule(who=CHOICE, to=CHOICE, complete=st.booleans())
    def make_file(self, who: int, to: int, complete: bool) -> None:
        computer, other = self._computer(who), self._computer(to)
        if computer.name != other.name:
            self.files.append((other, computer.make(other, complete=complete)))

    @rule(who=CHOICE)
    def make_file_for_all(self, who: int) -> None:
        computer = self._computer(who)
        file = computer.make()
        self.files += [(other, file) for other in self.computers if other is not computer]

    @rule(who=CHOICE, to=CHOICE)
    def hand_over(self, who: int, to: int) -> None:
        computer, other = self._computer(who), self._computer(to)
        if computer is not other:
            self._merge(other, computer.make(other))

    @precondition(lambda self: self.files)
    @rule(which=CHOICE, lost=st.booleans())
    def deliver(self, which: int, lost: bool) -> None:
        """Files stay in the pile: they come twice, late and out of order, or never."""
        index = -1 - which % len(self.files)
        other, file = self.files[index]
        if lost:
            self.files.pop(index)
        else:
            self._merge(other, file)

    @precondition(lambda self: self.files)
    @rule(which=CHOICE)
    def pull_the_plug_in_a_merge(self, which: int) -> None:
        """All of a file is there afterwards, or nothing of it."""
        other, file = self.files[which % len(self.files)]
        self.watch(other)
        before = contents(other)
        with (
            mock.patch("db.sync.rows.Rows.fold", side_effect=ZeroDivisionError),
            contextlib.suppress(ZeroDivisionError),
            refusals(),
        ):
            other.merge(file)
        assert contents(other) == before
        with other.at_work() as database:
            assert database.check() == []

    @rule(who=CHOICE, days=DAYS)
    def set_clock(self, who: int, days: int) -> None:
        self._computer(who).ahead = days * 86400

    @rule(who=CHOICE)
    def back_up(self, who: int) -> None:
        computer = self._computer(who)
        self.count += 1
        with computer.at_work() as database:
            place = database.back_up(self.folder / f"backup{self.count}")
        self.backups.append((computer, place))

    @precondition(lambda self: self.backups)
    @rule(which=CHOICE)
    def restore_backup(self, which: int) -> None:
        """The file of today is gone; the one of the backup takes its place, under a new number."""
        computer, place = self.backups[which % len(self.backups)]
        self.watch(computer)
        self.kept.append(computer.make(complete=True))  # what the others have of it, in a word
        computer.close()
        for path in computer.path.parent.glob(f"{computer.path.name}*"):
            if path.is_file():
                path.unlink()
        backup.restore(place, computer.path)
        computer.open()

    @precondition(lambda self: len(self.computers) < 5)
    @rule(who=CHOICE)
    def copy_file(self, who: int) -> None:
        """Somebody copies the file to a further computer, and both go on."""
        computer = self.full[who % len(self.full)]
        self.count += 1
        other = Computer(self.folder / f"copy{self.count}", computer.name)
        with computer.at_work() as database:
            copied = database.back_up(self.folder / f"copied{self.count}")
        shutil.copy(copied, other.path)
        other.open()
        self.computers.append(other)

    # Parts

    def _computer(self, who: int) -> Computer:
        """The one who does something now; what the one before entered is noted."""
        if self._last in self.computers:
            self.watch(self._last)
        self._last = self.computers[who % len(self.computers)]
        return self._last

    def _person(self, computer: Computer, which: int) -> str | None:
        rows = computer.read(
            lambda r: r.rows(
                str,
                "SELECT id FROM person WHERE removed = 0 AND id NOT IN (SELECT person_id FROM erasure) ORDER BY id",
            )
        )
        return rows[which % len(rows)] if rows else None

    def _change(self, who: int, which: int, **fields: object) -> None:
        computer = self._computer(who)
        if row := self._person(computer, which):
            computer.edit(intentions.change_person, row, **fields)
            self._enter(row, **fields)

    def _enter(self, row: str, **fields: object) -> None:
        self.entered += [
            (row, field, value) for field, value in fields.items() if value is not None
        ]

    def _unique(self, name: str) -> str:
        self.count += 1
        return f"{name} Q{self.count}Z"

    def _merge(self, computer: Computer, file: bytes) -> None:
        self.watch(computer)
        with refusals():
            computer.merge(file)


def _fast_folder() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


def run(template: Template, examples: int, steps: int, chosen: int = 1) -> None:
    """Let the machine work; raises what it finds. ``chosen``: where chance begins."""

    class Machine(Devices):
        pass

    Machine.template = template
    run_state_machine_as_test(
        seed(chosen)(Machine),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
            phases=(Phase.generate,),
        ),
    )
