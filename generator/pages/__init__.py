"""The model → HTML. One module and one frozen context per template of theme/pages/."""
