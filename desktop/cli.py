"""The command line: what commands there are, in which language they answer, and with which status they end."""

import os
from collections.abc import Callable
from typing import Any

import typer

from db.errors import UserError
from desktop.command_line import (
    circle,
    contents,
    documents,
    exchange,
    imports,
    testing,
    window,
    workspaces,
)
from desktop.command_line.voice import (
    NobodyListens,
    Voice,
    fall_silent,
    flush,
    hold_standard_files,
)
from resources.texts import LANGUAGES, N_, Texts, translator

DONE, REFUSED, WRONG_USAGE, BUG, INTERRUPTED = 0, 1, 2, 70, 130

OUR_FAULT = N_(
    "Something went wrong inside Rembuk. Nothing was saved. The file {log} says where; it holds no "
    "personal data."
)
NO_SUCH_LANGUAGE = N_("Choose a language: --lang id or --lang en.")
NO_SUCH_OPTION = N_("There is no option {option}.")
MISSING = N_("Something is missing: {what}.")
WRONG_VALUE = N_("This is not possible for {what}.")
WRONG = N_("This command is not used so.")
SEE_HELP = N_("See: {command} --help")

HELP = N_(
    "Members, activities and attendance of a forum, on this computer alone. Without a command, or with "
    "a file alone, Rembuk opens its window. --lang id or --lang en, anywhere, chooses the language of "
    "answers and documents."
)
# What the library of the command line says itself, translated with the catalogue of Rembuk.
ITS_WORDS = (N_("Arguments"), N_("Options"), N_("Commands"), N_("required"))

OPEN = "open"
Commands = dict[str, tuple[Callable[..., Any], str]]

COMMANDS: Commands = {
    OPEN: (window.open_window, N_("Open the window")),
    "demo": (workspaces.demo, N_("Make the demo workspace")),
    "new": (workspaces.new, N_("Make an empty workspace, with a passphrase where one is given")),
    "info": (workspaces.info, N_("Name, counts per thing, computer, schema and size")),
    "check": (workspaces.check, N_("Integrity of pages, references, log and rows")),
    "list": (contents.list_things, N_("List things with their ids")),
    "add": (contents.add, N_("Add a row through the same edits as the forms; prints its id")),
    "import": (imports.import_sheet, N_("Read a list from a spreadsheet")),
    "duplicates": (imports.duplicates, N_("List people who may be one and the same")),
    "merge-people": (imports.merge_people, N_("Make two rows one person")),
    "stats": (documents.stats, N_("Who took part, how often, split every way")),
    "documents": (documents.documents, N_("List the documents, their formats and choices")),
    "export": (documents.export, N_("Make a document")),
    "history": (contents.history, N_("What was done, the newest first")),
    "undo": (contents.undo, N_("Take back the last edit, or the given one")),
    "redo": (contents.redo, N_("Do again what was undone last")),
    "backup": (workspaces.backup, N_("Write a backup beside the file, or into a folder")),
    "restore": (workspaces.restore, N_("Put a backup in a place where no file is")),
    "passphrase": (workspaces.change_passphrase, N_("Set, change or remove the passphrase")),
    "erase": (exchange.erase, N_("Forget a person for ever; what is counted stays right")),
    "pictures": (window.pictures, N_("Write a picture of every page of the window")),
    "file-types": (
        window.file_types,
        N_("Open files of Rembuk with a double click, for this user"),
    ),
    "self-test": (testing.self_test, N_("Do the main job once in a folder that goes away")),
}

SYNC = "sync"
GROUPS: dict[str, tuple[Commands, str]] = {
    SYNC: ({**circle.COMMANDS, **exchange.COMMANDS}, N_("Exchange with other computers by file")),
}


def run(arguments: list[str]) -> int:
    """Carry out a command; answers the exit status: 0 done, 1 refused, 2 wrong usage, 70 a bug."""
    hold_standard_files()
    spoken, rest = _language_in(arguments)
    t = translator(spoken if spoken in LANGUAGES else _usual_language())
    voice = Voice(t)
    try:
        status = (
            _refuse_language(voice) if spoken not in (None, *LANGUAGES) else _carry_out(voice, rest)
        )
        flush()
    except NobodyListens:
        fall_silent()
        return DONE
    return status


def _carry_out(voice: Voice, arguments: list[str]) -> int:
    try:
        return _dispatch(voice, _with_command(arguments))
    except NobodyListens:
        raise
    except UserError as refusal:
        voice.refuse(refusal)
        return REFUSED
    except typer.TyperException as wrong:
        _explain(voice, wrong)
        return wrong.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        from desktop import errors

        errors.record(error)
        voice.complain(voice.t(OUR_FAULT, log=errors.LOG))
        return BUG


def _dispatch(voice: Voice, arguments: list[str]) -> int:
    command = _translated(_typer(), voice.t)
    status = command.main(
        args=arguments,
        prog_name="rembuk",
        standalone_mode=False,
        windows_expand_args=False,
        obj=voice,
    )
    return DONE if status is None else int(status)


def _typer() -> Any:
    """The commands as the library understands them."""
    app = _group(COMMANDS, HELP)
    for name, (commands, said) in GROUPS.items():
        app.add_typer(_group(commands, said), name=name)
    return typer.main.get_command(app)


def _group(commands: Commands, said: str) -> typer.Typer:
    group = typer.Typer(
        add_completion=False, rich_markup_mode=None, no_args_is_help=True, help=said
    )
    group.callback()(_nothing)
    for name, (function, help_text) in commands.items():
        group.command(name, help=help_text)(function)
    return group


def _nothing() -> None:
    """Every command stands for itself."""


def _translated(group: Any, t: Texts) -> Any:
    """The same commands, their help in the language of the user."""
    import gettext

    from resources import resource

    os.environ["LANGUAGE"] = t.language
    gettext.bindtextdomain("rembuk", str(resource("translations")))
    gettext.textdomain("rembuk")
    _translate(group, t)
    return group


def _translate(command: Any, t: Texts) -> None:
    command.help = t(command.help)
    for parameter in command.params:
        if parameter.name != "help":
            parameter.help = t(parameter.help or "")
    for child in getattr(command, "commands", {}).values():
        _translate(child, t)


def _with_command(arguments: list[str]) -> list[str]:
    """``rembuk [FILE]`` opens the window."""
    if arguments and (arguments[0] in (*COMMANDS, *GROUPS) or arguments[0] == "--help"):
        return arguments
    return [OPEN, *arguments]


def _language_in(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The language that is asked for anywhere among the arguments, and the others."""
    rest: list[str] = []
    spoken = None
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            spoken = next(words, "")
        elif word.startswith("--lang="):
            spoken = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return spoken, rest


def _usual_language() -> str:
    from desktop.preferences import Preferences

    wanted = os.environ.get("REMBUK_LANG") or Preferences.load().language
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _refuse_language(voice: Voice) -> int:
    voice.complain(voice.t(NO_SUCH_LANGUAGE))
    return WRONG_USAGE


def _explain(voice: Voice, wrong: Any) -> None:
    """One sentence about wrong usage, and where to read how it is right."""
    t = voice.t
    parameter = getattr(wrong, "param", None)
    if hasattr(wrong, "option_name") and hasattr(wrong, "possibilities"):
        said = t(NO_SUCH_OPTION, option=wrong.option_name)
    elif parameter is not None:
        names = [parameter.metavar or parameter.name] if not parameter.opts else parameter.opts
        what = names[0] if names[0].startswith("-") else parameter.metavar or names[0]
        said = t(MISSING if type(wrong).__name__ == "MissingParameter" else WRONG_VALUE, what=what)
    else:
        said = t(WRONG)
    context = getattr(wrong, "ctx", None)
    voice.complain(said)
    voice.complain(t(SEE_HELP, command=context.command_path if context else "rembuk"))
