"""Names of people: titles, normal case, and folding them for a search that forgives spelling."""

import re
import unicodedata
from dataclasses import dataclass

# What one sound is written as, longest first. Forgiving: Syamsul and Samsul, Khadijah and Hadijah.
_SOUNDS = (
    *(("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("nj", "ny")),
    *(("ch", "h"), ("kh", "h"), ("dh", "d"), ("th", "t")),
)
_ONCE = r"\1"
_DOUBLED = re.compile(r"([a-z])\1+")
_FORMS = {
    **dict.fromkeys(
        ["muh", "moh", "mohd", "md", "muhd", "mhd", "mohamad", "muhamat", "mohamed"], "muhamad"
    ),
    "abd": "abdul",
}
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("'‘’`´ʼ\"", None),
        **dict.fromkeys(".,-/()\n\t\r", " "),
        "z": "s",
        "v": "f",
    }
)


def fold(text: str) -> str:
    """What a name is searched by: Sitti and Siti, Muh. and Muhammad fold to the same."""
    return " ".join(_FORMS.get(word, word) for word in _sounds(text).split())


def fold_typed(text: str) -> list[tuple[str, ...]]:
    """Words of a text that is still being typed; each with what it may be short for beside it."""
    return [(word, _FORMS[word]) if word in _FORMS else (word,) for word in _sounds(text).split()]


def _sounds(text: str) -> str:
    folded = text.lower()
    if not folded.isascii():
        folded = _without_accents(folded)
    folded = folded.translate(_SIGNS)
    for written, sound in _SOUNDS:
        if written in folded:
            folded = folded.replace(written, sound)
    return _DOUBLED.sub(_ONCE, folded)


def _without_accents(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )


@dataclass(frozen=True, slots=True)
class FullName:
    """A name as it is printed, taken apart: ``Dr.`` + ``Siti Aminah`` + ``S.H., M.Si``."""

    before: str | None
    name: str
    after: str | None

    def __str__(self) -> str:
        start = f"{self.before} {self.name}" if self.before else self.name
        return f"{start}, {self.after}" if self.after else start


# 'Dr.' (doctor of science) and 'dr.' (physician) differ, so titles are compared letter by letter.
_BEFORE = frozenset(
    [
        "Prof.",
        "Prof",
        "Dr.",
        "dr.",
        "Dra.",
        "Drs.",
        "Ir.",
        "drg.",
        "drh.",
        "H.",
        "Hj.",
        "KH.",
        "K.H.",
        "KH",
        "Pdt.",
        "Pdt",
        "Ust.",
        "Ustadz",
        "Ustadzah",
        "Romo",
        "Sr.",
        "Suster",
        "Pastor",
        "Tgk.",
        "Letkol",
        "Kol.",
        "Mayor",
        "Kapt.",
        "Bripka",
        "AKBP",
        "Kombes",
    ]
)
_AFTER = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,3}\.){1,4}(?:[A-Z][A-Za-z]*\.?)?$|^(?:S|M|D|Ph)\.?[A-Z][A-Za-z.]*$"
)
_SMALL = frozenset({"bin", "binti", "van", "der", "den", "de", "dan"})


def split_titles(text: str) -> FullName:
    """Take a typed name apart. Only titles that are written as such go; name parts that look alike stay."""
    words = " ".join(text.split())
    main, *tail = [part.strip() for part in words.split(",")]
    after = [part for part in tail if part]
    if any(not _AFTER.match(part.replace(" ", "")) for part in after):
        main, after = words, []
    parts = main.split()
    before: list[str] = []
    while len(parts) > 1 and parts[0] in _BEFORE:
        before.append(parts.pop(0))
    return FullName(" ".join(before) or None, " ".join(parts), ", ".join(after) or None)


def normal_case(name: str) -> str:
    """A name typed in capitals or small letters as it is usually written; others stay as they are."""
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(
        word.lower() if i and word.lower() in _SMALL else _capitalised(word)
        for i, word in enumerate(name.split())
    )


def _capitalised(word: str) -> str:
    lowered = word.lower()
    for i, letter in enumerate(lowered):
        if letter.isalpha():
            return lowered[:i] + letter.upper() + lowered[i + 1 :]
    return word
