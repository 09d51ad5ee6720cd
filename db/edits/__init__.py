"""Intentions: one function per thing a user can do, each in one transaction."""
