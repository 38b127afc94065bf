"""Runs the rules by scope and turns problems into findings. The result is sorted, whatever the order of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from generator.base.finding import Effect, Finding, Span
from generator.base.redact import redact
from generator.law.bases import Act, choose, published, worded
from generator.law.citations import Citation
from generator.records.common import Board
from generator.records.level import Publisher
from generator.records.places import filled
from generator.records.read import Record
from generator.records.values import Unread
from generator.rules.catalogue import catalogue, sums_rule
from generator.rules.rule import OTHER_SUMS, Context, PlaceCase, Problem, Rule, Scope
from generator.source.document import Document

T = TypeVar("T")


@cache
def _of_scope(scope: Scope, kind: str = "") -> tuple[Rule, ...]:
    return tuple(rule for rule in catalogue().values() if rule.scope == scope and _applies(rule, kind))


def _applies(rule: Rule, kind: str) -> bool:
    if rule.sums == OTHER_SUMS:
        return sums_rule(kind) is rule
    return not rule.kinds or kind in rule.kinds


def check_document(document: Document, context: Context) -> tuple[Finding, ...]:
    """Runs the privacy rules on the raw text of one file, which need not be a valid record."""
    about = _About(document, _of_place(context, context.as_of))
    return _findings(_of_scope(Scope.DOCUMENT), document, context, lambda _: about)


def check_record(record: Record, context: Context) -> tuple[Finding, ...]:
    """The rules that need one typed record. A rule that asks for what could not be read says no more from there on."""
    rules = _of_scope(Scope.RECORD, record.address.kind)
    return _findings(rules, record, context, lambda _: _About(record.document, act_of(record, context)))


def check_place(case: PlaceCase, context: Context, profile: Document | None) -> tuple[Finding, ...]:
    """Runs the rules that compare a place's records with each other and with what was due."""
    records = {record.path: record for record in case.records}

    def about(problem: Problem) -> _About:
        if problem.path and (record := records.get(problem.path)):
            return _About(record.document, act_of(record, context))
        return _About(None if problem.path else profile, _of_place(context, context.as_of))

    return _findings(_of_scope(Scope.PLACE), case, context, about)


@dataclass(frozen=True, slots=True)
class _About:
    """What a problem is about: the file, if there is one, and what was done by whom."""

    document: Document | None
    act: Act


def act_of(record: Record, context: Context) -> Act:
    """What a record did by the law: who published it, about what, on the day that decides which law applies."""
    day = _or_else(record.kind.day, record, context.as_of)
    board = _or_else(record.kind.board, record, Board.VILLAGE)
    return published(record.address.kind, record.document.root, board, context.level, day)


def _of_place(context: Context, day: date) -> Act:
    """The place, or its party organisation, did something or left it."""
    return Act(frozenset({context.level, Publisher.PARTY}), None, day)


def _or_else(ask: Callable[[Any], T], record: Record, otherwise: T) -> T:
    """What a kind says of a record, or something else where that could not be read."""
    try:
        return ask(record.body)
    except Unread:
        return otherwise


def _findings(
    rules: Iterable[Rule], subject: object, context: Context, about: Callable[[Problem], _About]
) -> tuple[Finding, ...]:
    found = []
    for rule in rules:
        try:
            for problem in rule.check(subject, context):
                known = about(problem)
                act = replace(known.act, day=problem.day) if problem.day else known.act
                basis = choose(problem.basis or rule.basis, act)
                if rule.by_law and not basis:
                    continue
                document = known.document
                span = document.span(problem.at) if document else Span(problem.path or context.place.profile_path)
                texts = (problem.message, problem.remedy, _note(rule, problem))
                message, remedy, note = (redact(filled(text, context.terms)) for text in texts)
                also = tuple(document.span(route) for route in problem.also) if document else ()
                fixes = document.masked(problem.at, problem.hide) if document and problem.hide else ()
                said = named(basis, act, context)
                found.append(Finding(span, rule.code, rule.effect, message, remedy, note, said, fixes, also))
        except Unread:
            continue  # what it asks for could not be read: it says no more
    return tuple(sorted(found, key=Finding.sort_key))


def named(basis: Sequence[Citation], act: Act, context: Context) -> str:
    """A basis in words, with the body that has to publish, where the place only shows what that body published."""
    own = {context.level, Publisher.PARTY}
    return (
        worded(basis) if not basis or act.publishers & own else f"{worded(basis)}（由{'、'.join(act.publishers)}公开）"
    )


def _note(rule: Rule, problem: Problem) -> str:
    """The words for villagers. What is withheld is never told in the clerk's words, so its rule has to give others."""
    if rule.effect is Effect.FLAG and not problem.note:
        return f"{problem.message}。"
    return "" if rule.effect is Effect.HINT else problem.note
