"""Keys of a computer: one to sign what it hands over (Ed25519), one to open what is meant for it (age, X25519).

The libraries cost more to load than opening a file; they come when they are needed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.errors import UserError
from resources.texts import N_

NOT_FOR_US = N_(
    "This file was not made for this computer. Ask {sender} to make one for it, or for all computers."
)

_SIGNATURE = re.compile("[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others know: ``sign`` as 64 hex digits, ``seal`` as an age recipient."""

    sign: str
    seal: str


@dataclass(frozen=True, slots=True)
class Keys:
    """What stays on the computer, and what others know of it."""

    signing: str
    sealing: str
    public: PublicKeys


def new_keys() -> Keys:
    """Keys that nobody had before."""
    from nacl.signing import SigningKey
    from pyrage import x25519

    return restored(SigningKey.generate().encode().hex(), str(x25519.Identity.generate()))


def restored(signing: str, sealing: str) -> Keys:
    """Keys as they are kept."""
    from nacl.signing import SigningKey
    from pyrage import x25519

    sign = SigningKey(bytes.fromhex(signing)).verify_key.encode().hex()
    seal = str(x25519.Identity.from_str(sealing).to_public())
    return Keys(signing, sealing, PublicKeys(sign, seal))


def sign(keys: Keys, data: bytes) -> str:
    """Signature as 128 hex digits."""
    from nacl.signing import SigningKey

    return SigningKey(bytes.fromhex(keys.signing)).sign(data).signature.hex()


def is_signed(key: str, data: bytes, signature: str) -> bool:
    """Whether the owner of ``key`` signed exactly this; a signature has one spelling only."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    if not _SIGNATURE.fullmatch(signature):
        return False
    try:
        VerifyKey(bytes.fromhex(key)).verify(data, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def seal(data: bytes, recipients: Iterable[str]) -> bytes:
    """Encrypt for the owners of these keys and nobody else."""
    import pyrage
    from pyrage import x25519

    sealed: bytes = pyrage.encrypt(data, [x25519.Recipient.from_str(one) for one in recipients])
    return sealed


def unseal(keys: Keys, data: bytes, sender: str) -> bytes:
    """What was encrypted for us. Raises UserError where it was not, or was tampered with."""
    import pyrage
    from pyrage import x25519

    try:
        opened: bytes = pyrage.decrypt(data, [x25519.Identity.from_str(keys.sealing)])
    except pyrage.DecryptError as error:
        raise UserError(NOT_FOR_US, sender=sender) from error
    return opened
