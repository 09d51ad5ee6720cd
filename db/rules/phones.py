"""Phone numbers: from what people write to E.164 and back."""

import re

from db.errors import UserError
from resources.texts import N_

DAMAGED_BY_EXCEL = N_(
    "Excel damaged this phone number ({typed}). Type it again with all its digits."
)
LETTERS_IN_IT = N_(
    "There is a letter in this phone number ({typed}). Perhaps the letter O stands for a zero."
)
NOT_A_PHONE = N_(
    "“{typed}” is not a phone number. Write it like 0812 3456 7890 or +60 12 345 6789."
)


SEVERAL = N_(
    "There is more than one phone number here ({typed}). Keep one and write the others into the notes."
)

# What people write beside a number, and what parts two of them.
_BESIDES = re.compile(
    r"^(?:wa|hp|no|telp?|tlp)\b[.: ]*|[\s(]*\b(?:wa|hp|telp?)\b[.)]*$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:[/;,|\n&]|\b(?:atau|dan|or|and)\b)\s*", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
# Digits behind +62: from an area with the number of an old exchange to 0812 3456 78901.
_DOMESTIC = range(7, 13)
_LONGEST = 16  # with the plus
# What needs no library to be read: nearly every number of a list, ten times as fast.
_MOBILE = re.compile(r"\+628\d{8,10}")
# Area codes of three digits; all others have four.
_LARGE_CITIES = ("021", "022", "024", "031", "061")


def normalise(typed: str, region: str = "ID") -> str:
    """E.164 of a number as people write it: 0812-3456-7890, 62812…, 812…, +60….

    Raises:
        UserError: it is no number or more than one, has letters in it, or was damaged by Excel.
    """
    text = _BESIDES.sub("", typed.strip().lstrip("'‘’").strip())
    if _SCIENTIFIC.fullmatch(text):
        raise UserError(DAMAGED_BY_EXCEL, "phone", typed=typed)
    if len(_parts(text)) > 1:
        raise UserError(SEVERAL, "phone", typed=typed)
    if re.search(r"[^\W\d_]", text):
        raise UserError(LETTERS_IN_IT, "phone", typed=typed)
    digits = re.sub(r"[^\d+]", "", re.sub(r"(?<=\d{8})\.0$", "", text))
    digits = re.sub(
        r"^00(?=[1-9])", "+", digits.removeprefix("+") if "+0" in digits[:2] else digits
    )
    if region == "ID":
        digits = re.sub(r"^\+?620?", "+62", digits)
        digits = re.sub(r"^0?8", "+628", digits)
        if _MOBILE.fullmatch(digits):
            return digits
    return _e164(digits, region, typed)


def first_and_rest(typed: str) -> tuple[str, str | None]:
    """The first number of a cell in E.164, and what else is written there, to be kept as it is.

    Raises:
        UserError: what comes first is no number.
    """
    first, *rest = _parts(typed) or [typed]
    return normalise(first), " / ".join(rest) or None


def _parts(text: str) -> list[str]:
    """Numbers of a cell. Scientific notation has a comma too, and is left whole."""
    if _SCIENTIFIC.fullmatch(text.strip()):
        return [text]
    return [part for part in _BETWEEN.split(text) if part.strip()]


def _e164(digits: str, region: str, typed: str) -> str:
    import phonenumbers  # large; only where a number is typed

    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException as error:
        raise UserError(NOT_A_PHONE, "phone", typed=typed) from error
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    wrong = text.startswith("+62") and (text[3] == "0" or len(text[3:]) not in _DOMESTIC)
    if wrong or len(text) > _LONGEST or not phonenumbers.is_possible_number(number):
        raise UserError(NOT_A_PHONE, "phone", typed=typed)
    return str(text)


def pretty(number: str | None) -> str:
    """``0812-3456-7890`` or ``(021) 5551234`` for an Indonesian number; others as they are kept."""
    if not number:
        return ""
    if not number.startswith("+62"):
        return number
    digits = f"0{number[3:]}"
    if not digits.startswith("08"):
        area = 3 if digits.startswith(_LARGE_CITIES) else 4
        return f"({digits[:area]}) {digits[area:]}"
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))
