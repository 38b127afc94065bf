"""Which folders are packages. All the rest stands in pyproject.toml, which cannot both find packages and map some."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator", "generator.*"]), "generator.theme", "generator.docs"],
    package_dir={"generator.theme": "theme", "generator.docs": "docs"},
)
