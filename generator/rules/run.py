"""Runs the rules by scope and turns problems into findings. The result is sorted, whatever the order of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from generator.base.finding import Effect, Finding, Span
from generator.base.redact import redact
from generator.law.citations import Citation, cite, versions
from generator.records.places import Village
from generator.records.read import Record
from generator.records.values import Unread
from generator.rules.catalogue import catalogue, sums_rule
from generator.rules.rule import OTHER_SUMS, Context, PlaceCase, Problem, Rule, Scope
from generator.source.document import Document


@cache
def _of_scope(scope: Scope, kind: str = "") -> tuple[Rule, ...]:
    return tuple(rule for rule in catalogue().values() if rule.scope == scope and _applies(rule, kind))


def _applies(rule: Rule, kind: str) -> bool:
    if rule.sums == OTHER_SUMS:
        return sums_rule(kind) is rule
    return not rule.kinds or kind in rule.kinds


def check_document(document: Document, context: Context) -> tuple[Finding, ...]:
    """Runs the privacy rules on the raw text of one file, which need not be a valid record."""
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
    """Runs the rules that compare a place's records with each other and with what was due."""
    documents = {record.path: record.document for record in case.records}

    def file_of(problem: Problem) -> Document | None:
        return documents.get(problem.path) if problem.path else profile

    return _findings(_of_scope(Scope.PLACE), case, context, file_of, context.as_of)


def basis_of(rule: Rule, day: date, *, community: bool) -> Citation:
    """The statute that a rule rests on in a place on a day. Only statutes in force then and of the place's own law count.

    Args:
        community: the place is a 社区, which is under a law of its own.
    """
    own, other = ("居组法", "村组法") if community else ("村组法", "居组法")
    fitting = [key for key in rule.basis if not key.startswith(other)] or list(rule.basis)
    fitting.sort(key=lambda key: not (community and key.startswith(own)))
    in_force = [key for key in fitting if versions(key)[0].since <= day]
    return cite((in_force or fitting)[0], day)


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
        try:
            for problem in rule.check(subject, context):
                document = file_of(problem)
                span = document.span(problem.at) if document else Span(problem.path or context.place.profile_path)
                basis = str(basis_of(rule, day, community=community))
                said = (redact(problem.message), redact(problem.remedy), redact(_note(rule, problem)))
                also = tuple(document.span(route) for route in problem.also) if document else ()
                found.append(Finding(span, rule.code, rule.effect, *said, basis, also=also))
        except Unread:
            continue  # what it asks for could not be read: it says no more
    return tuple(sorted(found, key=Finding.sort_key))


def _note(rule: Rule, problem: Problem) -> str:
    """The words for villagers. What is withheld is never told in the clerk's words, so its rule has to give others."""
    if rule.effect is Effect.FLAG and not problem.note:
        return f"{problem.message}。"
    return "" if rule.effect is Effect.HINT else problem.note
