import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.file_names import LONGEST, file_name

endings = st.sampled_from(["pdf", "xlsx", "rembuk"])


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (
            ("2023-12-14", "Daftar hadir", "Kab/Kota HAM", "Sesi 6"),
            "2023-12-14_DaftarHadir_KabKotaHAM_Sesi6.pdf",
        ),
        (("Laporan kegiatan", "", "Pare-Pare"), "LaporanKegiatan_Pare-Pare.pdf"),
        (("‘Aisyiyah: «Hak» & René",), "AisyiyahHakRene.pdf"),
        (("con",), "Rembuk_Con.pdf"),
        (("LPT1",), "Rembuk_LPT1.pdf"),
        (("???",), "Rembuk.pdf"),
        ((), "Rembuk.pdf"),
        (("-", "-a-"), "A.pdf"),
    ],
)
def test_file_names_are_readable_and_safe(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts, ending="pdf") == name


@given(st.lists(st.text(max_size=200), max_size=6), endings)
def test_no_system_refuses_a_file_name(parts: list[str], ending: str) -> None:
    name = file_name(*parts, ending=ending)
    stem = name.removesuffix(f".{ending}")

    assert name.isascii()
    assert len(name) <= LONGEST
    assert stem.replace("_", "").replace("-", "").isalnum()
    assert stem.strip("_-") == stem
    assert stem.upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
