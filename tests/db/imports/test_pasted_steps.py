"""Steps from a copied table: by headings, by place, and nothing that stands in it is lost."""

import pytest

from db.database import Database
from db.edits import action_plans, action_steps
from db.errors import InvalidDraftError
from db.imports.pasted_steps import read
from db.queries import action_plans as questions

TABLE = (
    "No\tKegiatan\tPenanggung jawab\tPihak terlibat\tWaktu\tTempat\tAnggaran (Rp)\tSumber dana\tIndikator keberhasilan\n"
    "1\tMenyusun daftar periksa\tBappeda\tPPDI Batang\t5 - 7 Maret 2027\tBatang\tRp 1.500.000\tAPBD\tDaftar dipakai\n"
    '2\t"Melatih panitia\nsepuluh desa"\tForum\t\tsetelah Lebaran\tsepuluh desa\tswadaya\t\t\n'
    "\t\t\t\t\t\t\t\t\n"
    "3\tMusyawarah\t\t\tTriwulan II 2027\t\t250000\t\t\n"
)


def test_columns_are_known_by_their_headings() -> None:
    first, second, third = read(TABLE).steps
    assert first == {
        "what": "Menyusun daftar periksa",
        "in_charge": "Bappeda",
        "with_whom": "PPDI Batang",
        "starts": "2027-03-05",
        "ends": "2027-03-07",
        "place": "Batang",
        "cost": 1_500_000,
        "fund_source": "APBD",
        "indicator": "Daftar dipakai",
        "status_id": "step_status:not_started",
    }
    assert (second["what"], second["when_said"]) == (
        "Melatih panitia sepuluh desa",
        "setelah Lebaran",
    )
    assert "cost" not in second
    assert second["resources"] == "Anggaran (Rp): swadaya"
    assert (third["starts"], third["ends"]) == ("2027-04-01~quarter", "2027-06-30~quarter")
    assert "number" not in read(TABLE).columns


@pytest.mark.parametrize("numbers", [True, False])
def test_without_headings_the_usual_order_is_taken(numbers: bool) -> None:
    cells = ["Rapat", "Ani", "Bappeda", "12/3/2027", "Aula", "500.000", "Notula"]
    lines = "\n".join("\t".join([*([str(n)] if numbers else []), *cells]) for n in (1, 2))
    steps = read(lines).steps
    assert len(steps) == 2
    assert steps[0] == {
        "what": "Rapat",
        "in_charge": "Ani",
        "with_whom": "Bappeda",
        "starts": "2027-03-12",
        "ends": "2027-03-12",
        "place": "Aula",
        "cost": 500_000,
        "indicator": "Notula",
        "status_id": "step_status:not_started",
    }


def test_a_plain_list_says_what_is_done_and_status_and_progress_are_read() -> None:
    assert [one["what"] for one in read("Rapat\n\nSurvei desa\n").steps] == ["Rapat", "Survei desa"]
    (one,) = read("Langkah\tStatus\tKemajuan\nRapat\tSedang berjalan\t40 %").steps
    assert (one["status_id"], one["progress"]) == ("step_status:running", 40)
    (odd,) = read("Langkah\tStatus\tMetode\nRapat\tentahlah\tdiskusi").steps
    assert odd["resources"] == "Status: entahlah\nMetode: diskusi"
    assert read(" \n\t\n").steps == ()


def test_pasted_steps_are_one_edit_and_all_or_none(database: Database) -> None:
    plan = database.edit(action_plans.add, action_plans.ActionPlanDraft(title="Rencana")).value
    assert database.edit(action_steps.add_many, plan, read(TABLE).steps).value == 3
    stored = database.read(questions.steps, plan=plan)
    assert [(one.number, one.who) for one in stored] == [(1, "Bappeda"), (2, "Forum"), (3, None)]
    database.undo()
    assert database.read(questions.steps, plan=plan) == []
    with pytest.raises(InvalidDraftError):
        database.edit(action_steps.add_many, plan, [{"what": "Rapat"}, {"what": "x" * 501}])
    assert database.read(questions.steps, plan=plan) == []
