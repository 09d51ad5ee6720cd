import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.names import FullName, fold, fold_typed, normal_case, split_titles

# Letters that the sounds are made of, so that generated words meet the rules all the time.
words = st.text(alphabet="acdeghijknopqstuvxyz' .", max_size=12)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Siti", "Sitti", "SITI", "St."),
        ("Muhammad", "Muh.", "Moh.", "Mohd", "Mochammad", "Moehamad", "Mukhammad", "Mohammed"),
        ("M. Yusuf", "Muhammad Yusuf"),
        ("Abd. Rahman", "Abdul Rahman", "Abdoel Rahman"),
        ("'Aisyiyah", "‘Aisyiyah", "Aisyiyah", "ʿAisyiyah", "’Aisyiyyah"),
        ("Ma'ruf", "Ma’ruf", "Maruf"),
        ("Sylvia Yazid", "Silvia Yazid"),
        ("Haryanto", "Harianto", "Hariyanto"),
        ("Deny", "Deni", "Denny"),
        ("Sulistyo", "Sulistio", "Sulistiyo"),
        ("Djoko Soesilo", "Joko Susilo"),
        ("Tjahyo", "Cahyo"),
        ("Njoman", "Nyoman"),
        ("Achmad", "Ahmad", "Akhmad"),
        ("Khadijah", "Hadijah", "Chadijah"),
        ("Syamsul", "Samsul", "Sjamsul"),
        ("Zaenal", "Zainal"),
        ("Aziz", "Azis"),
        ("Dzikri", "Zikri"),
        ("Novi", "Nofi"),
        ("Fatimah", "Fatima"),
        ("Qomariah", "Komariyah"),
        ("Noor", "Nur", "Noer"),
        ("Stephanus", "Stefanus"),
        ("René", "Rene"),
        ("Nur-Aini", "Nur Aini", "nur  aini"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(spellings: tuple[str, ...]) -> None:
    assert len({fold(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Batang", "Batanghari"),
        ("Siti", "Sita"),
        ("Rina", "Rini"),
        ("Maya", "Mia"),
        ("Yanti", "Anti"),
        ("Zainal", "Sainal"),
        ("Dewi", "Dewa"),
        ("Maria M. Tan", "Maria Muhammad Tan"),
        ("Ani", "Aini"),
    ],
)
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(words)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words)
def test_capitals_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Haryanto", "yanto"),
        ("Nurzaman", "zaman"),
        ("Siti Fatimah", "imah"),
        ("Maya", "may"),
        ("Sylvia", "syl"),
        ("Aisyah", "aisy"),
        ("Sitti Aminah", "st. aminah"),
        ("Muh. Yusuf", "m yusuf"),
        ("Aminah", "Hj. Aminah, S.H."),
        ("Ahmad", "Drs. Ahmad"),
        ("Surya", "sury"),
    ],
)
def test_a_name_is_found_by_what_was_typed_of_it(name: str, typed: str) -> None:
    kept = fold(name)
    assert all(any(form in kept for form in forms) for forms in fold_typed(typed))


def test_the_first_form_of_a_typed_word_is_the_word_itself() -> None:
    assert fold_typed("muh yanto zul") == [
        *(("muh", "muhamad"), ("yanto", "ianto"), ("zul", "sul")),
    ]
    assert fold_typed("") == []


@pytest.mark.parametrize(
    ("typed", "before", "name", "after"),
    [
        ("K.H. Ahmad Dahlan", "K.H.", "Ahmad Dahlan", None),
        ("KH Ahmad", "KH", "Ahmad", None),
        ("dr Harisah", "dr", "Harisah", None),
        ("Dr.Siti Aminah,S.H.,M.Si", "Dr.", "Siti Aminah", "S.H., M.Si"),
        ("H.M. Yusuf", "H.", "M. Yusuf", None),
        ("DRS. H. BUDI, M.PD.I", "DRS. H.", "BUDI", "M.PD.I"),
        ("Siti Aminah, SH, MH", None, "Siti Aminah", "SH, MH"),
        ("Siti Aminah S.H. M.H.", None, "Siti Aminah", "S.H., M.H."),
        ("Budi, Sp.OG(K)", None, "Budi", "Sp.OG(K)"),
        ("Ani, S.Tr.Keb., M.E.Sy", None, "Ani", "S.Tr.Keb., M.E.Sy"),
        ("Ani, S. Sos", None, "Ani", "S. Sos"),
        ("  Ust.  Somad ,  Lc., M.A. ", "Ust.", "Somad", "Lc., M.A."),
        ("Dr. Sylvia Yazid, Ph.D", "Dr.", "Sylvia Yazid", "Ph.D"),
    ],
)
def test_titles_go_before_and_after(typed, before, name, after) -> None:
    assert split_titles(typed) == FullName(before, name, after)


@pytest.mark.parametrize(
    "typed",
    [
        "Andi Mappanyukki",
        "Daeng Situru",
        "I Made Oka",
        "Ni Luh Sari",
        "Raden Ajeng",
        "H Siti",
        "Ahmad S.",
        "A. M. Fatwa",
        "Drajat Sudrajat",
        "Irma Suryani",
        "Siti Aminah, MAROS",
        "Siti, Kab. Maros",
        "Hadi, M. Yusuf",
        "Dr.",
        "Sarsinah",
    ],
)
def test_parts_of_names_that_look_like_titles_stay(typed: str) -> None:
    assert split_titles(typed) == FullName(None, typed, None)


@given(st.text())
def test_no_word_is_lost_between_titles_and_name(typed: str) -> None:
    def letters(text: str) -> str:
        return "".join(text.replace(",", " ").split())

    assert letters(str(split_titles(typed))) == letters(typed)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("H.B. JASSIN", "H.B. Jassin"),
        ("NUR-AINI", "Nur-Aini"),
        ("NU'MAN", "Nu'man"),
        ("abd. rahman", "Abd. Rahman"),
        ("‘AISYIYAH", "‘Aisyiyah"),
        ("MARIA VAN DER WAL", "Maria van der Wal"),
        ("MADE", "Made"),
        ("Van der Wal", "Van der Wal"),
        ("", ""),
    ],
)
def test_a_shouted_name_is_written_calmly(typed: str, written: str) -> None:
    assert normal_case(typed) == written
