"""Reads county.yml, township.yml and village.yml, and says what is wrong with what they lay down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from generator.base.finding import Effect, Finding, Span
from generator.base.suggest import closest
from generator.law.directory import national
from generator.law.parameters import MOVED, Parameters, resolve
from generator.records.layout import COUNTY, Place
from generator.records.level import Publisher
from generator.records.local import Layer
from generator.records.places import County as CountyProfile
from generator.records.places import Profile, Township, Village
from generator.records.read import NOTE, typed
from generator.rules.rule import Around, Context, Files
from generator.rules.run import check_document
from generator.source.discover import Read
from generator.source.document import Document, parse

P = TypeVar("P", CountyProfile, Township, Village)


def own_level(place: Place, read: Read, county: Around, above: Layer) -> tuple[Layer, ...]:
    """A township as it lays something down for its villages; nothing where its profile or its parameters cannot be
    used, which is told at the profile. The county is above itself."""
    if place.is_county:
        return ()
    _, profile, _ = read_profile(place.profile_path, Township, read, county)
    if profile is None:
        return ()
    try:
        resolve(above.parameters, profile.parameters)
    except ValidationError:
        return (profile.model_copy(update={"parameters": {}}),)
    return (profile,)


def judge_county(profile: CountyProfile, document: Document, as_of: date) -> list[Finding]:
    """What is wrong with county.yml beyond its fields: its parameters, and anything personal in it."""
    try:
        parameters = resolve(profile.parameters)
    except ValidationError:
        return parameter_findings(document, profile.parameters)
    if problems := directory_findings(document, profile):
        return problems
    return list(check_document(document, Context(as_of, parameters, COUNTY, None)))


def read_profile(
    path: str, model: type[P], read: Read, county: Files
) -> tuple[Document | None, P | None, list[Finding]]:
    """A place's profile as typed, its document, and what is wrong with it."""
    if not county.exists(path):
        remedy = f"新建 {path}，写上“名称”和“区划代码”"
        return None, None, [Finding(Span(path), "S01", Effect.WITHHOLD, "缺少这个地方的资料文件", remedy, NOTE)]
    parsed = parse(path, read(path))
    findings = list(parsed.findings)
    if parsed.document is None:
        return None, None, findings
    profile, problems = typed(parsed.document, model)
    return parsed.document, profile, findings + list(problems)


def parameter_findings(document: Document | None, own: Mapping[str, str]) -> list[Finding]:
    """What is wrong with a profile's 参数."""
    if document is None:
        return []
    inner = Document(document.path, document.text, dict(own))
    _, problems = typed(inner, Parameters)
    found = []
    for problem in problems:
        key = next((key for key in own if f"“{key}”" in problem.message or own[key] in problem.message), "")
        message, remedy = problem.message, problem.remedy
        if key in MOVED:
            message = f"参数里没有“{key}”了，几天内公开写在“公开目录”里"
            remedy = f"删掉这一行；要改{MOVED[key]}的期限，在“公开目录”里写“事项”和“期限”"
        found.append(Finding(document.span(("参数", key)), "S01", problem.effect, message, remedy, NOTE))
    return found


def directory_findings(document: Document, profile: Profile | None) -> list[Finding]:
    """What is wrong with a profile's 公开目录: an item is unknown, or a village may not lift it itself."""
    known = {item.name: item for level in Publisher for item in national(level)}
    found = []
    for index, line in enumerate(profile.directory if profile else ()):
        item = known.get(line.item)
        if item is None:
            meant = closest(line.item, known)
            message = f"公开目录里没有“{line.item}”这一项"
            remedy = f"是不是“{meant}”？改过来" if meant else f"可以写：{'、'.join(known)}"
        elif (line.exempt or line.frequency) and item.required and isinstance(profile, Village):
            message = f"“{line.item}”是必须公开的，不适用和频率不能由自己定"
            remedy = "删掉这一条；确实要改的，由上级写在它们的公开目录里"
        else:
            continue
        found.append(Finding(document.span(("公开目录", index, "事项")), "S01", Effect.WITHHOLD, message, remedy, NOTE))
    return found
