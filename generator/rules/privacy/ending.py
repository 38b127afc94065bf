"""Every list of persons ends: a table that names somebody and does not say until when is public as long as is allowed."""

from __future__ import annotations

from dataclasses import replace

from generator.base.dates import add_days
from generator.records.read import Record
from generator.records.tables import Table
from generator.records.walk import Field, Route, walk, with_values
from generator.rules.privacy.columns import columns_with_names
from generator.rules.privacy.mentions import masked_in
from generator.rules.rule import Context


def with_ends(record: Record, context: Context) -> Record:
    """The record with 名单到期 in every table that names private persons."""
    open_ = unended(record)
    if not open_:
        return record
    last = add_days(record.body.publication.day, context.parameters.person_list_days)
    return replace(record, body=with_values(record.body, {route: {"list_ends": last} for route in open_}))


def unended(record: Record) -> list[Route]:
    """The tables that name private persons and do not say until when.

    A masked name in a column of persons is a private person: who acts in office is named in full.
    """
    tables = walk(record.body, _is_table)
    return [route for route, _, table, _ in tables if table.list_ends is None and _names_somebody(table)]


def _names_somebody(table: Table) -> bool:
    return any(masked_in(row[index]) for index in columns_with_names(table) for row in table.rows if index < len(row))


def _is_table(field: Field) -> bool:
    return field.model is Table
