"""Runs the rules by scope and turns problems into findings. The result is sorted, whatever the order of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from generator.base.finding import Effect, Finding, Span
from generator.base.redact import redact
from generator.law.citations import Citation, cite, versions
from generator.records.places import Village
from generator.records.read import Record
from generator.records.values import Unread
from generator.rules.base import Context, PlaceCase, Problem, Rule, Scope
from generator.rules.catalogue import catalogue
from generator.source.document import Document


@cache
def _of_scope(scope: Scope, kind: str = "") -> tuple[Rule, ...]:
    return tuple(r for r in catalogue().values() if r.scope == scope and (not r.kinds or kind in r.kinds))


def check_document(document: Document, context: Context) -> tuple[Finding, ...]:
    """The privacy rules, over one file's raw text values. Runs on files that are no valid records too."""
    return _findings(_of_scope(Scope.DOCUMENT), document, context, lambda problem: document, context.as_of)


def check_record(record: Record, context: Context) -> tuple[Finding, ...]:
    """The rules that need one typed record. A rule that asks for what could not be read says no more from there on."""
    rules = _of_scope(Scope.RECORD, record.address.kind)
    try:
        day = record.kind.day(record.body)
    except Unread:
        day = context.as_of
    return _findings(rules, record, context, lambda problem: record.document, day)


def check_place(case: PlaceCase, context: Context, profile: Document | None) -> tuple[Finding, ...]:
    """The rules that compare a place's records with each other and with what was due."""
    documents = {record.path: record.document for record in case.records}

    def file_of(problem: Problem) -> Document | None:
        return documents[problem.path] if problem.path else profile

    return _findings(_of_scope(Scope.PLACE), case, context, file_of, context.as_of)


def basis_of(rule: Rule, day: date, *, community: bool) -> Citation:
    """What a rule rests on in a place on a day: what was in force then, of the law that the place is under.

    Args:
        community: the place is a 社区, which is under a law of its own.
    """
    own, other = ("居组法", "村组法") if community else ("村组法", "居组法")
    fitting = [key for key in rule.basis if not key.startswith(other)] or list(rule.basis)
    fitting.sort(key=lambda key: not (community and key.startswith(own)))
    in_force = [key for key in fitting if versions(key)[0].since <= day]
    return cite((in_force or fitting)[0], day)


def _as_far_as_read(problems: Iterator[Problem]) -> Iterator[Problem]:
    """What a rule said before it needed a field that could not be read; that field has a finding of its own."""
    with suppress(Unread):
        yield from problems


def _findings(
    rules: Iterable[Rule],
    subject: object,
    context: Context,
    file_of: Callable[[Problem], Document | None],
    day: date,
) -> tuple[Finding, ...]:
    found = []
    community = isinstance(context.profile, Village) and context.profile.type == "社区"
    for rule in rules:
        for problem in _as_far_as_read(rule.check(subject, context)):
            document = file_of(problem)
            span = document.span(problem.at) if document else Span(context.place.profile_path)
            note = "" if rule.effect is Effect.HINT else problem.note
            basis = str(basis_of(rule, day, community=community))
            said = (redact(problem.message), redact(problem.remedy), redact(note))
            also = tuple(document.span(route) for route in problem.also) if document else ()
            found.append(Finding(span, rule.code, rule.effect, *said, basis, also=also))
    return tuple(sorted(found, key=Finding.sort_key))
