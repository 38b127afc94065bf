"""YAML bytes → values that know their line and column. Knows nothing of villages."""
