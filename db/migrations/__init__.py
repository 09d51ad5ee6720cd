"""How the schema came about, version by version; one file per version, frozen once released."""
