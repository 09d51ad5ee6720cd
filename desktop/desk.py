"""What every page gets: work, words, looks, and the way to other pages. Never the window."""

from dataclasses import dataclass

from desktop.guard import Guard
from desktop.kit.dialogs import Dialogs
from desktop.kit.icons import Icons
from desktop.navigation import Navigation
from desktop.preferences import Preferences
from desktop.tasks import Tasks
from desktop.texts import Texts
from desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """Made in ``app`` for one language and one look; made anew when either changes."""

    tasks: Tasks
    t: Texts
    theme: Theme
    icons: Icons
    dialogs: Dialogs
    navigation: Navigation
    preferences: Preferences
    guard: Guard
