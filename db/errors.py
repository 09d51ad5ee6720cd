"""What can go wrong in a way that people can mend: one clear sentence, and the field it belongs to."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Something a form shows beside a field. ``text`` is a msgid with ``{placeholders}``."""

    field: str
    text: str
    facts: dict[str, object] = dataclasses.field(default_factory=dict)


class UserError(Exception):
    """A refusal that people understand; nothing was changed.

    ``text`` is a msgid with ``{placeholders}`` that ``facts`` fill; ``field`` names the field of a
    form it belongs to. It is translated where it is shown, never here.
    """

    def __init__(self, text: str, field: str | None = None, **facts: object) -> None:
        super().__init__(text)
        self.text = text
        self.field = field
        self.facts = facts

    def __str__(self) -> str:
        return self.text.format(**self.facts)


class InvalidDraftError(UserError):
    """A draft that cannot be saved; ``problems`` says which fields and why."""

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        super().__init__(first.text, first.field, **first.facts)
        self.problems = problems


class WorkspaceError(UserError):
    """The workspace file cannot be opened, made or restored. ``wants_passphrase``: another one may help."""

    wants_passphrase = False
