"""The model → HTML. A page function, a frozen context and a template of theme/pages/ belong together; see `desk.py`."""
