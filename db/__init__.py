"""Everything Rembuk knows and every way it may change. No windows, no documents."""
