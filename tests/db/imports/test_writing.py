"""Plans are carried out as one edit, never twice, and are taken back whole."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from db.database import Database
from db.errors import UserError
from db.imports import sittings, taking_part
from db.imports.columns import ACTIVITIES, ATTENDANCE, ORGANIZATIONS, PARTICIPANTS, PEOPLE
from db.imports.plan import DOUBT, LEAVE_OUT, LINK, NEW, OTHER, SAME, SKIP, UPDATE, Plan, Wishes
from db.imports.preview import NO_TABLE, preview
from db.imports.writing import LIKELY, Imported, people
from db.imports.writing_others import organizations, work_plans
from db.queries import participants as participant_questions
from db.queries import people as questions
from tests.db.imports.lists import MADE, workbook
from tests.world import World

TODAY = dt.date(2026, 11, 21)


def planned(database: Database, path: Path, target: str = PEOPLE, **wishes: Any) -> Plan:
    return database.read(preview, path, target, Wishes(**wishes), today=TODAY)


def imported(database: Database, path: Path, target: str = PEOPLE, **wishes: Any) -> Imported:
    edit = {ORGANIZATIONS: organizations, ACTIVITIES: work_plans}.get(target, people)
    return database.edit(edit, planned(database, path, target, **wishes)).value


def counted(database: Database, table: str) -> int:
    found: int = database.read(
        lambda reader: reader.value(f"SELECT count(*) FROM {table} WHERE removed = 0")
    )
    return found


def sheet(tmp_path: Path, *rows: list[Any]) -> Path:
    return workbook(tmp_path / f"{len(list(tmp_path.iterdir()))}.xlsx", rows)


HEAD = ["Nama", "L/P", "Tgl Lahir", "Lembaga", "Jabatan", "Kab/Kota", "No HP"]
SITI = [
    "Dr. Siti Aminah, S.H.",
    "P",
    "12 Mei 1970",
    "PEKKA",
    "Ketua",
    "Kab. Batang",
    "081234567890",
]


def test_a_preview_writes_nothing(database: Database, tmp_path: Path) -> None:
    planned(database, sheet(tmp_path, HEAD, SITI))
    assert counted(database, "person") == 0
    assert database.stacks().undo == ()


def test_a_line_becomes_a_person_with_all_that_it_says(database: Database, tmp_path: Path) -> None:
    done = imported(database, sheet(tmp_path, HEAD, SITI))
    assert (done.new, done.organizations) == (1, 1)
    row = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT p.title_before, p.name, p.title_after, p.sex, p.birth, p.district_id, p.phone,"
            " o.name, a.position, a.main FROM person AS p"
            " JOIN affiliation AS a ON a.person_id = p.id JOIN organization AS o ON o.id = a.organization_id",
        )
    )
    assert row == (
        *("Dr.", "Siti Aminah", "S.H.", "female", "1970-05-12", "33.25", "+6281234567890"),
        *("PEKKA", "Ketua", 1),
    )
    assert [one.name for one in database.read(questions.page, search_text="sitti aminah")]


def test_the_same_file_twice_changes_nothing(database: Database) -> None:
    for name in (
        "anggota_bertahun_tahun.xlsx",
        "kobo_pendaftaran.xlsx",
        "formulir_pendaftaran.csv",
    ):
        imported(database, MADE / name)
    before = {
        table: counted(database, table) for table in ("person", "affiliation", "consent", "alias")
    }
    for name in ("anggota_bertahun_tahun.xlsx", "kobo_pendaftaran.xlsx"):
        plan = planned(database, MADE / name)
        assert {line.action for line in plan.lines} <= {LINK, DOUBT}  # and nobody new
        database.edit(people, plan)
    assert before == {table: counted(database, table) for table in before}


def test_undo_takes_a_whole_import_back(database: Database) -> None:
    before = {table: counted(database, table) for table in ("person", "organization", "consent")}
    imported(database, MADE / "formulir_pendaftaran.csv")
    assert counted(database, "person") > 0
    assert database.undo().value == "Import spreadsheet"
    assert before == {table: counted(database, table) for table in before}
    assert database.check() == []


def test_what_a_list_leaves_out_stays(database: Database, world: World, tmp_path: Path) -> None:
    person = world.person(
        "Siti Aminah",
        phone="+6281234567890",
        birth="1970-05-12",
        email="siti@contoh.id",
        village="Kauman",
    )
    path = sheet(
        tmp_path,
        ["Nama", "HP", "Email", "Tahun Lahir"],
        ["SITI AMINAH", "0812-3456-7890", "", 1970],
    )
    plan = planned(database, path)
    assert [line.action for line in plan.lines] == [LINK]
    database.edit(people, plan)
    card = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT name, email, village, birth FROM person WHERE id = ?",
            (person,),
        )
    )
    assert card == ("Siti Aminah", "siti@contoh.id", "Kauman", "1970-05-12")


def test_a_change_is_shown_with_what_was_there_before(
    database: Database, world: World, tmp_path: Path
) -> None:
    world.person("Siti Aminah", phone="+6281234567890", district_id="33.25")
    path = sheet(
        tmp_path, ["Nama", "HP", "Kab/Kota"], ["Siti Aminah", "081234567890", "Kota Semarang"]
    )
    (line,) = planned(database, path).lines
    assert line.action == UPDATE
    assert [(one.field, one.old, one.new) for one in line.changes] == [
        ("district_id", "33.25", "33.74")
    ]


def test_a_new_organization_leaves_the_former_one_in_the_history(
    database: Database, world: World, tmp_path: Path
) -> None:
    old = world.organization("Yasanti")
    world.person("Siti Aminah", phone="+6281234567890", organization_id=old)
    imported(
        database, sheet(tmp_path, ["Nama", "HP", "Lembaga"], ["Siti Aminah", "081234567890", "KPI"])
    )
    found = database.read(
        lambda reader: reader.rows(
            lambda *values: values,
            "SELECT o.name, a.main FROM affiliation AS a JOIN organization AS o ON o.id = a.organization_id"
            " WHERE a.removed = 0 ORDER BY o.name",
        )
    )
    assert found == [("KPI", 1), ("Yasanti", 0)]


def test_a_doubt_waits_for_a_decision(database: Database, world: World, tmp_path: Path) -> None:
    world.person("Siti Aminah", sex="female", district_id="33.25")
    path = sheet(tmp_path, ["Nama", "L/P", "Kab/Kota"], ["Siti Aminah", "P", "Kab. Batang"])
    assert [line.action for line in planned(database, path).lines] == [DOUBT]
    assert imported(database, path).new == 0
    (line,) = planned(database, path).lines
    at = (line.sheet, line.line)
    for said, action in ((SAME, LINK), (OTHER, NEW), (LEAVE_OUT, SKIP)):
        assert planned(database, path, decided={at: said}).lines[0].action == action
    plan = planned(database, path)
    assert database.edit(people, plan, LIKELY).value.new == 0
    assert counted(database, "person") == 1


def test_a_cell_changed_in_the_preview_is_what_is_written(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, ["Nama", "L/P"], ["Siti Aminah", "X"])
    (line,) = planned(database, path).lines
    assert [one.field for one in line.findings] == ["sex"]
    imported(database, path, edited={(line.sheet, line.line): {"sex": "female"}})
    assert database.read(lambda reader: reader.value("SELECT sex FROM person")) == "female"


def test_the_meaning_of_a_column_is_remembered_for_its_headings(
    database: Database, tmp_path: Path
) -> None:
    path = sheet(tmp_path, ["Nama", "Sapaan", "HP"], ["Siti", "Kota Semarang", "081234567890"])
    chosen = {"Sapaan": "district"}
    imported(database, path, chosen=chosen)
    again = sheet(tmp_path, ["NAMA", "Sapaan", "HP"], ["Ani", "Kab. Batang", "081234567891"])
    assert planned(database, again).lines[0].fields["district"] == "33.25"


def test_a_form_read_again_updates_its_people(database: Database, tmp_path: Path) -> None:
    head = ["start", "peserta/nama_lengkap", "peserta/jk", "peserta/hp", "_uuid"]
    uuid = "a628f3134add17ebadfc13c1bdd288a5"
    stamp = "2023-11-20T08:00:00.000+07:00"
    imported(database, sheet(tmp_path, head, [stamp, "Siti", "perempuan", "081234567890", uuid]))
    corrected = sheet(tmp_path, head, [stamp, "Siti Aminah", "perempuan", "081298765432", uuid])
    (line,) = planned(database, corrected).lines
    assert line.action == UPDATE
    assert {one.field for one in line.changes} == {"name", "phone"}
    imported(database, corrected)
    assert counted(database, "person") == 1


def test_participants_keep_what_was_true_on_that_day(
    database: Database, world: World, tmp_path: Path
) -> None:
    activity = world.activity(starts="2015-09-08")
    imported(database, sheet(tmp_path, HEAD, SITI), PARTICIPANTS, activity=activity)
    row = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT x.position, o.name, x.district_id FROM participation AS x"
            " JOIN organization AS o ON o.id = x.organization_id",
        )
    )
    assert row == ("Ketua", "PEKKA", "33.25")


def test_columns_of_presence_find_their_sessions(
    database: Database, world: World, tmp_path: Path
) -> None:
    activity = world.activity(starts="2026-09-08")
    for day in ("2026-09-08", "2026-09-09"):
        world.session(activity, date=day)
    rows = [
        ["Nama", "HP", "Hari 1", "Hari 2"],
        ["Siti", "081234567890", "H", "I"],
        ["Ani", "081234567891", "v", ""],
    ]
    imported(database, sheet(tmp_path, *rows), ATTENDANCE, activity=activity)
    found = database.read(
        lambda reader: reader.rows(
            lambda *values: values,
            "SELECT p.name, s.number, a.status FROM attendance AS a"
            " JOIN activity_session AS s ON s.id = a.session_id"
            " JOIN participation AS x ON x.id = a.participation_id JOIN person AS p ON p.id = x.person_id"
            " ORDER BY p.name, s.number",
        )
    )
    assert found == [("Ani", 1, "present"), ("Siti", 1, "present"), ("Siti", 2, "excused")]


def test_a_paper_list_says_who_was_there_on_its_day(database: Database, world: World) -> None:
    activity = world.activity(starts="2015-09-08", ends="2015-09-09")
    world.session(activity, date="2015-09-08")
    second = world.session(activity, date="2015-09-09")
    plan = planned(database, MADE / "daftar_hadir_lokakarya.xlsx", ATTENDANCE, activity=activity)
    database.edit(people, plan)
    assert counted(database, "participation") == counted(database, "attendance") == 53
    on_second = database.read(
        lambda reader: reader.value(
            "SELECT count(*) FROM attendance WHERE session_id = ?", (second,)
        )
    )
    assert on_second == 0


def test_a_list_without_its_activity_makes_it_from_its_title(database: Database) -> None:
    done = imported(database, MADE / "daftar_hadir_lokakarya.xlsx", ATTENDANCE)
    row = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT title, starts, venue FROM activity WHERE id = ?",
            (done.activity,),
        )
    )
    assert row == ("Lokakarya Pembentukan Forum Komunitas", "2015-09-08", "Semarang")
    assert counted(database, "activity_session") == 1
    assert counted(database, "attendance") == 53


def test_a_list_that_names_no_activity_asks_for_it(database: Database, tmp_path: Path) -> None:
    plan = planned(database, sheet(tmp_path, HEAD, SITI), PARTICIPANTS)
    with pytest.raises(UserError) as refusal:
        database.edit(people, plan)
    assert refusal.value.text == taking_part.NO_ACTIVITY
    assert counted(database, "person") == 0


def test_a_list_for_one_of_several_sessions_asks_which(
    database: Database, world: World, tmp_path: Path
) -> None:
    activity = world.activity()
    path = sheet(tmp_path, HEAD, SITI)
    with pytest.raises(UserError) as refusal:
        planned(database, path, ATTENDANCE, activity=activity)
    assert refusal.value.text == sittings.NO_SESSIONS
    first = world.session(activity)
    assert planned(database, path, ATTENDANCE, activity=activity).sittings[0].session == first
    world.session(activity)
    with pytest.raises(UserError) as refusal:
        planned(database, path, ATTENDANCE, activity=activity)
    assert refusal.value.text == sittings.NO_SESSION


def test_minutes_of_an_online_meeting_are_kept(database: Database) -> None:
    imported(database, MADE / "laporan_rapat_daring.csv", ATTENDANCE)
    found = database.read(
        lambda reader: reader.one(
            lambda *values: values,
            "SELECT a.minutes, a.mode, a.status FROM attendance AS a"
            " JOIN participation AS x ON x.id = a.participation_id JOIN person AS p ON p.id = x.person_id"
            " WHERE p.name = 'Marni Aminah'",
        )
    )
    assert found == (96, "online", "present")


def test_a_directory_read_twice_changes_nothing(database: Database) -> None:
    assert imported(database, MADE / "direktori_lembaga.xls", ORGANIZATIONS).new == 24
    plan = planned(database, MADE / "direktori_lembaga.xls", ORGANIZATIONS)
    assert {line.action for line in plan.lines} == {LINK}


def test_a_work_plan_becomes_activities_with_sessions(database: Database, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ["RENCANA KERJA 2027"],
        [
            "No",
            "Kegiatan",
            "Tanggal",
            "Tempat",
            "Kab/Kota",
            "Sesi",
            "Jam Mulai",
            "Jam Selesai",
            "Jumlah Peserta",
        ],
        [
            1,
            "Pelatihan Paralegal",
            "8-9 September 2027",
            "Aula",
            "Kab. Batang",
            "Pembukaan",
            "09.00",
            "10.00",
            30,
        ],
        [None, None, "9 September 2027", None, None, "Praktik", "09.00 - 12.00", None, None],
        [2, "Rapat Koordinasi", "1 Oktober 2027", "Kantor", "Kota Semarang", None, None, None, 12],
        [None, "Jumlah", None, None, None, None, None, None, 42],
    )
    assert imported(database, path, ACTIVITIES).new == 2
    sessions = database.read(
        lambda reader: reader.rows(
            lambda *values: values,
            "SELECT a.title, s.number, s.date, s.start_time, s.end_time, s.topic FROM activity_session AS s"
            " JOIN activity AS a ON a.id = s.activity_id ORDER BY s.number",
        )
    )
    assert sessions == [
        ("Pelatihan Paralegal", 1, "2027-09-08", "09:00", "10:00", "Pembukaan"),
        ("Pelatihan Paralegal", 2, "2027-09-09", "09:00", "12:00", "Praktik"),
    ]
    done = imported(database, path, ACTIVITIES)
    assert (done.new, done.changed) == (0, 0)
    assert counted(database, "activity_session") == 2


def test_a_sheet_without_people_says_so(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refusal:
        planned(database, sheet(tmp_path, ["Bulan", "Anggaran"], ["Juli", 5_000_000]))
    assert refusal.value.text == NO_TABLE


def test_roles_of_a_list_are_those_of_the_workspace(
    database: Database, world: World, tmp_path: Path
) -> None:
    path = workbook(
        tmp_path / "peran.xlsx",
        [
            ("Nama", "L/P", "Peran"),
            ("Rara Wulandari", "P", "Fasilitator"),
            ("Tono Hartono", "L", "resource person"),
            ("Yayan Suryana", "L", "Tukang kebun"),
        ],
    )
    activity = world.activity()
    imported(database, path, PARTICIPANTS, activity=activity)
    grid = database.read(participant_questions.grid, activity)
    assert {row.name: row.role_id for row in grid.rows} == {
        "Rara Wulandari": "role:facilitator",
        "Tono Hartono": "role:resource_person",
        "Yayan Suryana": "role:participant",
    }


def test_first_and_last_names_become_one(database: Database, tmp_path: Path) -> None:
    rows = [("First name", "Last name", "Email"), ("Siti", "Aminah", "s@example.org")]
    (line,) = planned(database, workbook(tmp_path / "a.xlsx", rows)).lines
    assert line.fields["full_name"] == "Siti Aminah"


def test_a_report_of_teams_is_read_with_its_head(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "teams.csv"
    path.write_bytes(
        (
            "1. Summary\nMeeting title\tRapat Koordinasi Forum\nAttended participants\t2\n"
            "Start time\t5/15/24, 8:58:11 AM\n\n2. Participants\n"
            "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole\n"
            "Rara Wulandari\t5/15/24, 8:58:11 AM\t5/15/24, 10:02:31 AM\t1h 4m 20s\tr@example.org\tOrganizer\n"
            "Tono Hartono\t5/15/24, 9:10:00 AM\t5/15/24, 9:55:00 AM\t45m\tt@example.org\tPresenter\n"
        ).encode("utf-16")
    )
    plan = planned(database, path, PARTICIPANTS)
    assert (plan.offer.title, plan.offer.starts) == ("Rapat Koordinasi Forum", "2024-05-15")
    assert [line.fields["minutes"] for line in plan.lines] == [64, 45]
    assert all(line.findings == [] for line in plan.lines)


def test_remarks_that_say_who_came_are_marks(database: Database, tmp_path: Path) -> None:
    rows = [("Nama", "Alamat", "Ket")]
    rows += [
        (f"Warga {name}", "Dusun", said)
        for name, said in (("Ani", "HADIR"), ("Beni", "TIDAK HADIR"))
    ]
    plan = planned(database, workbook(tmp_path / "a.xlsx", rows))
    assert [list(line.presence.values()) for line in plan.lines] == [["present"], ["absent"]]


def test_the_name_of_a_list_is_no_part_of_the_title(database: Database, tmp_path: Path) -> None:
    rows = [("Daftar Hadir Pelatihan Paralegal",), ("10 - 12 Juni 2024",)]
    rows += [("No", "Nama Lengkap", "Hari 1"), (1, "Rara Wulandari", "H")]
    offer = planned(database, workbook(tmp_path / "a.xlsx", rows), PARTICIPANTS).offer
    assert (offer.title, offer.starts, offer.ends) == (
        "Pelatihan Paralegal",
        "2024-06-10",
        "2024-06-12",
    )
