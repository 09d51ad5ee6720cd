"""The command by which an installed program shows that it works."""

import typer

from desktop.command_line.opening import voice_of


def self_test(context: typer.Context) -> None:
    """Do the main job once in a folder that goes away."""
    from desktop import self_test as test

    voice = voice_of(context)
    for line in test.run(voice.t):
        voice.say(line)
