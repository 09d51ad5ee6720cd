"""Numbers and calendar words of the two languages. Tables and arithmetic; no catalogue, no formatting."""

from collections.abc import Callable

DAYS = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
        *("September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_ID = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_EN_TENS = ("", "", *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_ID_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_EN_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))

LARGEST = 10**15 - 1


def in_words(number: int, language: str) -> str:
    """A whole number in words, as receipts and official records ask for it.

    Raises:
        ValueError: the number is larger than 999 trillion.
    """
    if abs(number) > LARGEST:
        raise ValueError(number)
    spelled = _indonesian(abs(number)) if language == "id" else _english(abs(number))
    return spelled if number >= 0 else f"minus {spelled}"


def _indonesian(number: int) -> str:
    if number < 10:
        return _ID[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{_ID[number % 10]} belas")
    if number < 100:
        return _joined(f"{_ID[number // 10]} puluh", number % 10, _indonesian)
    if number < 200:
        return _joined("seratus", number - 100, _indonesian)
    if number < 1000:
        return _joined(f"{_ID[number // 100]} ratus", number % 100, _indonesian)
    if number < 2000:
        return _joined("seribu", number - 1000, _indonesian)
    scale, word = next(one for one in _ID_SCALES if number >= one[0])
    return _joined(f"{_indonesian(number // scale)} {word}", number % scale, _indonesian)


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        tens = _EN_TENS[number // 10]
        return tens if number % 10 == 0 else f"{tens}-{_EN[number % 10]}"
    if number < 1000:
        return _joined(f"{_EN[number // 100]} hundred", number % 100, _english)
    scale, word = next(one for one in _EN_SCALES if number >= one[0])
    return _joined(f"{_english(number // scale)} {word}", number % scale, _english)


def _joined(start: str, rest: int, spell: Callable[[int], str]) -> str:
    return start if rest == 0 else f"{start} {spell(rest)}"
