"""The computers that exchange a workspace: their keys, who admitted them, their cards. Knows no tables."""
