"""The commands of ``rembuk``. Nothing here imports Qt; the one command that opens a window does it inside."""
