"""Questions: one function per question, plain SQL in, frozen dataclasses out."""
