"""The catalogues of both languages, and what keeps them complete. Nothing here is loaded at start."""
