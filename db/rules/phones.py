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


def normalise(typed: str, region: str = "ID") -> str:
    """E.164 of a number as people write it: 0812-3456-7890, 62812…, 812…, +60….

    Raises:
        UserError: it is no number, has letters in it, or was damaged by Excel.
    """
    import phonenumbers  # large; only where a number is typed

    text = typed.strip().lstrip("'").strip()
    text = re.sub(r"\s*\((?:wa|hp|telp?)\.?\)\s*$", "", text, flags=re.IGNORECASE)
    if re.fullmatch(r"\d[.,]\d+E\+?\d+", text, re.IGNORECASE):
        raise UserError(DAMAGED_BY_EXCEL, "phone", typed=typed)
    if re.search(r"[^\W\d_]", text):
        raise UserError(LETTERS_IN_IT, "phone", typed=typed)
    digits = re.sub(r"[^\d+]", "", text)
    if region == "ID":
        digits = re.sub(r"^(?:\+?62)0?", "+62", digits) if re.match(r"\+?62", digits) else digits
        digits = re.sub(r"^8", "08", digits)
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException as error:
        raise UserError(NOT_A_PHONE, "phone", typed=typed) from error
    if not phonenumbers.is_possible_number(number) or len(digits) > 16:
        raise UserError(NOT_A_PHONE, "phone", typed=typed)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def pretty(number: str | None) -> str:
    """``0812-3456-7890`` for an Indonesian number, ``+60 12 345…`` as it is for others."""
    if not number:
        return ""
    if not number.startswith("+62"):
        return number
    digits = f"0{number[3:]}"
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))
