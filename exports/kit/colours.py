"""Colours of documents: few, and nothing that is told by colour alone. Lines survive a cheap printer."""

INK = "#16212B"
BLACK = "#000000"
MUTED = "#566370"
LINE = "#7A8690"
HAIR = "#C3CBD0"
ACCENT = "#0B6E69"
SECOND = "#C4791A"
TINT = "#E2F1EF"
SERIES = (ACCENT, SECOND, "#566370", "#9CC7C3", "#E3BE8C")
ON_SERIES = ("#FFFFFF", INK, "#FFFFFF", INK, INK)  # letters upon them
