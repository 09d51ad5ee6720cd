"""``rembuk``: the window, or one of the commands."""

import sys


def main() -> None:
    """Run the command line; it opens the window where no command is named."""
    from desktop.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
