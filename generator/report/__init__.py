"""Findings as clerks and CI read them: text, JSON, GitHub annotations. Personal numbers never in full."""
