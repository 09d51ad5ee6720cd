"""The language of the windows: chosen in ``app``, passed to constructors, and Qt's own words in it."""

from resources.texts import N_, NN_, Texts, translator

__all__ = ["NN_", "N_", "OWN_NAMES", "Texts", "translator"]

# A language is offered under its own name, whatever the window speaks.
OWN_NAMES = (("id", "Bahasa Indonesia"), ("en", "English"))
