"""How everything looks: colours with names, one font, sizes that grow together. Widgets use names only."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from resources import resource

LIGHT = {
    "bg": "#F5F7F7",
    "surface": "#FFFFFF",
    "sunken": "#EEF2F2",
    "chip": "#E6ECEC",
    "border": "#DDE3E5",
    "strong": "#7D8994",
    "ink": "#16212B",
    "muted": "#566370",
    "primary": "#0B6E69",
    "on_primary": "#FFFFFF",
    "primary_hover": "#095B57",
    "tint": "#E2F1EF",
    "tint_ink": "#0A5B57",
    "second": "#C4791A",
    "ok": "#17723F",
    "ok_bg": "#E3F4EA",
    "warn": "#855600",
    "warn_bg": "#FCF1DA",
    "bad": "#B3261E",
    "bad_bg": "#FBE9E7",
    "side": "#FFFFFF",
    "hover": "#F2F5F5",
    "grid": "#E6EBEC",
    "focus": "#0B6E69",
    "notice": "#1E2A33",
    "notice_ink": "#FFFFFF",
    "notice_link": "#7FE0D6",
}
DARK = {
    "bg": "#12181C",
    "surface": "#1A2126",
    "sunken": "#151B20",
    "chip": "#29343B",
    "border": "#2B353C",
    "strong": "#6E7D88",
    "ink": "#E7ECEF",
    "muted": "#9FACB6",
    "primary": "#2FB5A8",
    "on_primary": "#06201E",
    "primary_hover": "#45C7BA",
    "tint": "#173733",
    "tint_ink": "#7FDED3",
    "second": "#E5A54B",
    "ok": "#6FD39B",
    "ok_bg": "#17332A",
    "warn": "#F0C26B",
    "warn_bg": "#3A2F18",
    "bad": "#FF9C92",
    "bad_bg": "#3B2120",
    "side": "#161D22",
    "hover": "#212A30",
    "grid": "#28323A",
    "focus": "#2FB5A8",
    "notice": "#E7ECEF",
    "notice_ink": "#16212B",
    "notice_link": "#0B6E69",
}
CONTRAST = {
    "bg": "#000000",
    "surface": "#000000",
    "sunken": "#000000",
    "chip": "#2B2B2B",
    "border": "#B8B8B8",
    "strong": "#FFFFFF",
    "ink": "#FFFFFF",
    "muted": "#E6E6E6",
    "primary": "#FFE14D",
    "on_primary": "#000000",
    "primary_hover": "#FFF0A0",
    "tint": "#33300A",
    "tint_ink": "#FFE14D",
    "second": "#6FD8FF",
    "ok": "#7CFF9B",
    "ok_bg": "#06280F",
    "warn": "#FFE14D",
    "warn_bg": "#332B00",
    "bad": "#FFB0A8",
    "bad_bg": "#3A0A06",
    "side": "#000000",
    "hover": "#262626",
    "grid": "#6E6E6E",
    "focus": "#FFE14D",
    "notice": "#FFFFFF",
    "notice_ink": "#000000",
    "notice_link": "#00506B",
}
TOKENS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

FAMILY = "Inter"
NORMAL = 13  # pixels at 100 %

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "notice",
    QPalette.ColorRole.ToolTipText: "notice_ink",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Accent: "primary",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: ``name`` light, dark or contrast, ``base`` the size of normal text in pixels."""

    name: str = "light"
    base: int = NORMAL

    def px(self, pixels: float) -> int:
        """A measure of the design, grown with the text."""
        return round(pixels * self.base / NORMAL)

    def colour(self, token: str) -> QColor:
        """A colour by its name."""
        return QColor(TOKENS[self.name][token])

    def font(self, pixels: float = NORMAL, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The one font; without hinting, or 'i' looks like 'l' at small sizes."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(pixels))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def palette(self) -> QPalette:
        """Colours for what the style sheet does not name."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("strong"))
        return palette

    def style_sheet(self) -> str:
        """The one style sheet: ``@name`` is a colour, ``12px`` grows with the text."""
        text = resource("theme.qss").read_text("utf-8")
        for token in sorted(TOKENS[self.name], key=len, reverse=True):
            text = text.replace(f"@{token};", f"{TOKENS[self.name][token]};")
            text = text.replace(f"@{token} ", f"{TOKENS[self.name][token]} ")
        for sign, file in (("chevron", "chevron"), ("tick", "check")):
            place = resource(f"templates/{file}-{self.name}.svg").as_posix()
            text = text.replace(f"@{sign})", f"{place})")
        return _grown(text, self)


def load_fonts() -> None:
    """Make the shipped font known to Qt; needs an application."""
    for style in ("Regular", "Medium", "SemiBold", "Bold", "Italic"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{style}.ttf")))


def _grown(text: str, theme: Theme) -> str:
    import re

    return re.sub(r"(\d+)px", lambda found: f"{_size(int(found[1]), theme)}px", text)


def _size(pixels: int, theme: Theme) -> int:
    """Lines of one or two pixels stay as thin as they are."""
    return pixels if pixels <= 2 else theme.px(pixels)
