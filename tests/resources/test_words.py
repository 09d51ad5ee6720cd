import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.words import LARGEST, in_words

numbers = st.integers(0, LARGEST)

SAID_ID = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
SAID_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"

_ID = {word: n for n, word in enumerate(SAID_ID.split())}
_ID_TIMES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_EN = {word: n for n, word in enumerate(SAID_EN.split())} | {
    word: 10 * n for n, word in enumerate(TENS_EN.split(), start=2)
}
_EN_TIMES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def heard_in_indonesian(text: str) -> int:
    """What a listener writes down, word by word."""
    for one, two in (
        *(("sepuluh", "satu puluh"), ("sebelas", "satu belas")),
        *(("seratus", "satu ratus"), ("seribu", "satu ribu")),
    ):
        text = text.replace(one, two)
    total = part = digit = 0
    for word in text.split():
        match word:
            case "belas":
                part, digit = part + 10 + digit, 0
            case "puluh":
                part, digit = part + 10 * digit, 0
            case "ratus":
                part, digit = part + 100 * digit, 0
            case _ if word in _ID_TIMES:
                total, part, digit = total + (part + digit) * _ID_TIMES[word], 0, 0
            case _:
                digit = _ID[word]
    return total + part + digit


def heard_in_english(text: str) -> int:
    total = part = 0
    for word in text.replace("-", " ").split():
        if word == "hundred":
            part *= 100
        elif word in _EN_TIMES:
            total, part = total + part * _EN_TIMES[word], 0
        else:
            part += _EN[word]
    return total + part


@given(numbers)
def test_who_hears_a_number_writes_the_same(number: int) -> None:
    assert heard_in_indonesian(in_words(number, "id")) == number
    assert heard_in_english(in_words(number, "en")) == number


@given(numbers)
def test_one_thousand_one_hundred_ten_and_eleven_have_words_of_their_own(number: int) -> None:
    padded = f" {in_words(number, 'id')} "
    assert not any(f" satu {word} " in padded for word in ("belas", "puluh", "ratus"))
    assert not padded.startswith(" satu ribu ")


@pytest.mark.parametrize(
    ("number", "indonesian", "english"),
    [
        (0, "nol", "zero"),
        (10, "sepuluh", "ten"),
        (11, "sebelas", "eleven"),
        (19, "sembilan belas", "nineteen"),
        (21, "dua puluh satu", "twenty-one"),
        (100, "seratus", "one hundred"),
        (1000, "seribu", "one thousand"),
        (1011, "seribu sebelas", "one thousand eleven"),
        (1945, "seribu sembilan ratus empat puluh lima", "one thousand nine hundred forty-five"),
        (2023, "dua ribu dua puluh tiga", "two thousand twenty-three"),
        (111_000, "seratus sebelas ribu", "one hundred eleven thousand"),
        (1_500_000, "satu juta lima ratus ribu", "one million five hundred thousand"),
        (10**12, "satu triliun", "one trillion"),
        (-7, "minus tujuh", "minus seven"),
    ],
)
def test_numbers_in_words_are_those_of_receipts(number, indonesian, english) -> None:
    assert in_words(number, "id") == indonesian
    assert in_words(number, "en") == english


def test_a_number_too_large_for_words_is_refused() -> None:
    for number in (LARGEST + 1, -LARGEST - 1):
        with pytest.raises(ValueError, match=str(number)):
            in_words(number, "id")
