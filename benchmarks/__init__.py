"""Measurements. Never part of the tests."""
