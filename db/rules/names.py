"""Names of people: titles, normal case, and folding them for a search that forgives spelling."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Signs that people set or leave out at will, and those that part words.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("'‘’‛`´ʼʻʾʿ′\"“”", None),
        **dict.fromkeys(".,-‐‑–—/()\n\t\r\0", " "),
    }
)

# One sound, several spellings: the old ones (oe, dj, tj, sj, nj, ch), Arabic ones (kh, dh, th, gh, dz)
# and those of fashion. What stands at the start of a word keeps its first letter where it can, so
# that names are found while they are typed and sort under their letter.
_SOUNDS = (
    *(("oe", "u"), ("oo", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("lj", "ly")),
    *(("ch", "h"), ("kh", "h"), ("ph", "f"), ("sh", "s")),
    *(("bh", "b"), ("dh", "d"), ("gh", "g"), ("th", "t"), ("dz", "z"), ("ck", "k")),
    *(("q", "k"), ("x", "ks"), ("ae", "ai"), ("iy", "i")),
)
_PATTERNS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=.)z", "s"),  # Azis, Aziz; Zainal stays under Z
        (r"(?<=.)v", "f"),  # Novi, Nofi
        (r"sy(?=[aeiou]|$)", "s"),  # Syamsul, Samsul
        (r"(?<=[^aeiouy])y", "i"),  # Sylvia, Silvia; Haryanto, Harianto; Deny, Deni
        (r"(?<=[aeou])y(?=[^aeiouy])", "i"),  # Laylatul, Lailatul
        (r"(?<=...[aeiou])h$", ""),  # Fatimah, Fatima
        (r"([a-z])\1+", r"\1"),  # Sitti, Siti
    )
)
_ANY = re.compile("|".join([*dict(_SOUNDS), *(pattern.pattern for pattern, _ in _PATTERNS)]))
# Found in the middle of a word these letters have another sound than at its start.
_INSIDE = str.maketrans("yzv", "isf")
_LAST_FOUR = re.compile(r"^(..[aeiou])h$")  # 'imah' of Fatimah, which is kept as 'fatima'

_MUHAMMAD = "muhamad"
_FORMS = {
    **dict.fromkeys(("muh", "moh", "mhd", "muhd", "mohd", "md"), _MUHAMMAD),
    **dict.fromkeys(("muhamat", "muhamed", "mohamad", "mohamed"), _MUHAMMAD),
    **dict.fromkeys(("abd", "abdl"), "abdul"),
    "st": "siti",
}


def fold(text: str) -> str:
    """What a name is searched by: Sitti and Siti, Muh. and Muhammad, Sylvia and Silvia fold to the same."""
    words = [_FORMS.get(word, word) for word in _words(text)]
    if len(words) > 1 and words[0] == "m":
        words[0] = _MUHAMMAD
    return " ".join(words)


def fold_typed(text: str) -> list[tuple[str, ...]]:
    """Words of a text that is still being typed, without titles; each with what else it may stand for.

    The first is the word as it is typed, the others are the word it may be short for, and its sound in
    the middle of another: 'yanto' is found in 'Haryanto'.
    """
    return [_meanings(word) for word in _words(split_titles(text).name)]


def _meanings(word: str) -> tuple[str, ...]:
    inside = word[0].translate(_INSIDE) + word[1:]
    ending = _LAST_FOUR.sub(r"\1", inside)
    return tuple(dict.fromkeys((word, _FORMS.get(word, word), inside, ending)))


def _words(text: str) -> list[str]:
    plain = text.lower()
    if not plain.isascii():
        plain = _without_accents(plain)
    words = plain.split()
    if not (plain.isascii() and all(map(str.isalpha, words))):
        words = plain.translate(_SIGNS).split()
    return [folded for word in words if (folded := _sounds(word))]


@lru_cache(maxsize=16384)  # the names of a whole province are made of a few thousand words
def _sounds(word: str) -> str:
    """A word by its sounds; again and again, for one change may uncover the next."""
    while not word.isdigit() and _ANY.search(word):
        for written, sound in _SOUNDS:
            word = word.replace(written, sound)
        for pattern, sound in _PATTERNS:
            word = pattern.sub(sound, word)
    return word


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


# Titles before a name. They stay as typed: 'Dr.' is a doctor of science, 'dr.' a physician. Those of
# the second line are titles only with their dot. Andi, Daeng, I, Ni, Raden, Siti are parts of names.
_BEFORE = re.compile(
    r"(?:(?:prof|drs?|dra|drg|drh|ir|hj|kh|pdt|pdm|usta[dz]z?|usta[dz]z?ah|kyai|kiai|romo|pastor|suster"
    r"|bruder|letkol|mayjen|brigjen|irjen|kompol|kombes|akbp|iptu|ipda|aiptu|aipda|bripka)(?:\.\s*|\s+)"
    r"|(?:k\.\s?h|h|sr|br|rm|ust|tgk|ns|apt|bd|kol|kapt)\.\s*)+(?=\S)",
    re.IGNORECASE,
)
# Titles after a name, in small letters without dots.
_TITLES = (
    "sh mh mhum shum se sei mm mei me ma ba bba mba msi ssi si st mt stp mtp sp mp ssp skom mkom sikom"
    " mikom spd spdi mpd mpdi sag mag ssos ssosi msos sip mip sap map sadm madm skm mkm mkes mars sst"
    " str sstp skep mkep ners sked sfarm mfarm apt skg sgz spsi mpsi psikolog spt spi mpi shut mhut ssn"
    " msn sds mds ssy msy shi mhi sth mth mthi sthi mdiv mtheol sak mak ak ca cpa ssth mkn phd dphil"
    " mphil med bed msc bsc bsn msn meng beng llb llm lc amd amdkeb amdkep amdpd amk ama amp ap dea dess"
    " mpa mpp mps mph dra drs dmin edd jd mhsc mhsi ipm ipu"
)
_AFTER = frozenset(_TITLES.split())
# Titles that no list knows, but nobody would take for a place: S.Tr.Keb, Sp.OG(K), M.E.Sy.
_LIKE_A_TITLE = re.compile(r"(?:Sp|Str|[SMBDA])\.(?:[A-Z][A-Za-z]{0,4}\.?)+(?:\(K\))?")


def split_titles(text: str) -> FullName:
    """Take a typed name apart. Only titles that are written as such go; name parts that look alike stay."""
    words = " ".join(text.split())
    main, *tail = [part.strip() for part in words.split(",")]
    after = [part for part in tail if part]
    if not main or not all(_is_title(part) for part in after):
        main, after = words, []
    start = _BEFORE.match(main)
    before, name = (start[0].strip(), main[start.end() :]) if start else (None, main)
    parts = name.split()
    while len(parts) > 1 and "." in parts[-1][:-1] and _is_title(parts[-1]):
        after.insert(0, parts.pop())
    return FullName(before, " ".join(parts), ", ".join(after) or None)


def _is_title(part: str) -> bool:
    """Whether all of a text between commas is titles."""
    return part.replace(".", "").replace(" ", "").lower() in _AFTER or all(
        word.replace(".", "").lower() in _AFTER or _LIKE_A_TITLE.fullmatch(word)
        for word in part.split()
    )


_SMALL = frozenset({"bin", "binti", "van", "der", "den", "de", "dan"})


def normal_case(name: str) -> str:
    """A name typed in capitals or small letters as it is usually written; others stay as they are."""
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(
        word.lower() if i and word.lower() in _SMALL else _capitalised(word)
        for i, word in enumerate(name.split())
    )


def normal_titles(titles: str) -> str:
    """Titles typed in capitals or small letters as they are usually written: ``S.PD., M.SI`` is S.Pd., M.Si."""
    if not (titles.isupper() or titles.islower()):
        return titles
    return " ".join(_normal_title(word) for word in titles.split())


def _normal_title(word: str) -> str:
    if "." not in word.rstrip(
        ".,"
    ):  # an abbreviation without dots keeps its capitals: SH, MM; but Dr., Hj.
        return _capitalised(word) if word.endswith(".") else word.upper()
    return "".join(_capitalised(part) for part in re.split(r"(?<=\.)", word))


def _capitalised(word: str) -> str:
    """Large after the start, a dot and a hyphen; what follows an apostrophe stays small (Nu'man)."""
    return _START.sub(lambda found: found[0].upper(), word.lower())


_START = re.compile(r"(?:^|[.-])[^\w]*[^\W\d_]")
