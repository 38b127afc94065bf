"""One township from its files to its part of the site: read → check → arrange → render → index. The unit of every build."""
