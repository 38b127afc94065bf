"""三务公开 generator: village records in YAML → a checked, searchable public site.

Stages, in order (see `pipeline.py`): survey → files → parse → read → judge → arrange → render → portal → release.
`docs/architecture.md` is the map.

Floors, imports go down only (`pyproject.toml` holds them):

    9  cli · plugin
    8  pipeline · poster · starter · workbook
    7  build
    6  pages · search · exports · report · publish
    5  site
    4  rules
    3  law
    2  records
    1  source · media
    0  engine · base
"""

__version__ = "0.2.0"
"""The only place that says it; the package, the command and the page 关于这些数字 read it."""
