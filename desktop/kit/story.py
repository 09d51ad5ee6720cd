"""A text of HTML with links to rows, read by mouse, keyboard and screen reader."""

from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from desktop.theme import Theme

_SCHEME = "record:"


class Story(QTextBrowser):
    """``followed``: a link to ``table:id``. It shows what ``setHtml`` gives it, in the colours of the theme."""

    followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultStyleSheet(_style(theme))
        self.anchorClicked.connect(self._follow)

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: FBT001, N802 - Qt's name
        """Tab goes from link to link; back from the beginning leads out, not round by the last link."""
        if not onwards and not self.textCursor().hasSelection():
            return QTextEdit.focusNextPrevChild(self, onwards)
        return super().focusNextPrevChild(onwards)

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(url.toString().removeprefix(_SCHEME))


def linked(value: str, link: tuple[str, str] | None) -> str:
    """A text that leads to a row; words of lists are no places to go to."""
    if link is None or link[0] == "term":
        return html(value)
    return f'<a href="{_SCHEME}{escape(":".join(link))}">{html(value)}</a>'


def html(text: str) -> str:
    """A text of users, as it was typed."""
    return escape(text).replace("\n", "<br>")


def _style(theme: Theme) -> str:
    """Colours by their names and sizes that grow with the text."""
    ink, muted, primary, warn = (
        theme.colour(token).name() for token in ("ink", "muted", "primary", "warn")
    )
    px = theme.px
    return (
        f"h2 {{ font-size: {px(16)}px; font-weight: 600; color: {ink}; margin: 0 0 {px(2)}px 0; }}"
        f" h3 {{ font-size: {px(13)}px; font-weight: 600; color: {ink};"
        f" margin: {px(16)}px 0 {px(4)}px 0; }}"
        f" p {{ margin: 0 0 {px(6)}px 0; color: {ink}; }}"
        f" p.label {{ margin: {px(9)}px 0 {px(1)}px 0; color: {muted}; font-size: {px(12)}px; }}"
        f" p.empty {{ margin: {px(10)}px 0 0 0; color: {muted}; font-size: {px(12)}px; }}"
        f" .value {{ margin: 0; }} .muted {{ color: {muted}; }} .sample {{ color: {warn}; }}"
        f" a {{ color: {primary}; text-decoration: none; }}"
    )
