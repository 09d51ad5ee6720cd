"""Layer one: what the five texts state, as they state it. Nothing is inferred; not stated is None."""
