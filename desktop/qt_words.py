"""Qt's own words in the language of the window: its file dialog, its menus over text, its keys. Qt ships no Indonesian."""

from PySide6.QtCore import QTranslator

from desktop.texts import N_, Texts

WORDS = frozenset(
    {
        # over text
        N_("&Undo"),
        N_("&Redo"),
        N_("Cu&t"),
        N_("&Copy"),
        N_("&Paste"),
        N_("Delete"),
        N_("Select All"),
        N_("Copy &Link Location"),
        # files
        N_("&Look in:"),
        N_("Look in:"),
        N_("Directory:"),
        N_("File &name:"),
        N_("Files of &type:"),
        N_("Files of type:"),
        N_("&Open"),
        N_("&Save"),
        N_("&Choose"),
        N_("&Rename"),
        N_("&Delete"),
        N_("&New Folder"),
        N_("Create New Folder"),
        N_("Create a New Folder"),
        N_("Show &hidden files"),
        N_("Back"),
        N_("Go back"),
        N_("Forward"),
        N_("Go forward"),
        N_("Parent Directory"),
        N_("Go to the parent directory"),
        N_("List View"),
        N_("Change to list view mode"),
        N_("Detail View"),
        N_("Change to detail view mode"),
        N_("Sidebar"),
        N_("List of places and bookmarks"),
        N_("Files"),
        N_("Directories"),
        N_("All Files (*)"),
        N_("Save As"),
        N_("Find Directory"),
        N_("Computer"),
        N_("Name"),
        N_("Size"),
        N_("Type"),
        N_("Date Modified"),
        N_("Drive"),
        N_("Folder"),
        N_("%1 already exists.\nDo you want to replace it?"),
        N_("%1\nFile not found.\nPlease verify the correct file name was given."),
        N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        # buttons
        N_("OK"),
        N_("Open"),
        N_("Save"),
        N_("Close"),
        N_("Cancel"),
        N_("&Yes"),
        N_("&No"),
    }
)


class QtWords(QTranslator):
    """Installed once for each language of the window."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t

    def translate(
        self,
        context: str,  # noqa: ARG002 - one word means the same everywhere
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - as above
        n: int = -1,  # noqa: ARG002 - as above
    ) -> str | None:
        return self._t(source) if source in WORDS else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False
