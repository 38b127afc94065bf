"""三务公开 generator: village records in YAML → a checked, searchable public site.

Stages, in order (see `pipeline.py`): discover → parse → read → check → model → render → index → write → publish.
Floors, imports go down only:

    7  cli · plugin
    6  pipeline
    5  publish
    4  pages · search
    3  rules · site
    2  records, on top of law
    1  source
    0  engine · base
"""

__version__ = "0.2.0"
"""The only place that says it; the package, the command and the page 关于这些数字 read it."""
