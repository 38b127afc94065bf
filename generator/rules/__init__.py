"""The disclosure rules: one small file each, in a folder per family; docstring = public page = terminal help = test."""
