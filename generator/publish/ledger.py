"""The ledger: what each record said when it was last published. One file for each township, kept in Git."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.base.dates import day_long
from generator.base.finding import Effect, Finding, Span
from generator.base.redact import redact
from generator.publish import chain
from generator.publish.chain import Chain
from generator.records.differences import differences, restored
from generator.records.places import Profile
from generator.records.published import Ledger, Published, Version, states, written
from generator.records.read import Record
from generator.records.stated import canonical, digest_with, settings
from generator.rules.amended import (
    PERSONAL,
    WHOLE,
    Amended,
    amended,
    changes,
    decided,
    explanation,
    figure,
    now_is,
    plain,
    shown,
)
from generator.rules.judge import JudgedPlace

HEADS = "heads.json"
"""Repeats how long each file is and how it ends, so that lines taken from its end are missed."""
SUFFIX = ".jsonl"
CODE = "T11"
"""The rule under which it is told what is wrong with the ledger."""
_DAY = re.compile(rb'"(?:day|last)": ?"([0-9]{4}-[0-9]{2}-[0-9]{2})"')


class LedgerError(Exception):
    """The ledger forbids to publish; the message says why."""


@dataclass(frozen=True, slots=True)
class Book:
    """A township's part of the ledger."""

    chain: Chain
    lines: Ledger
    """None where the county never published anything."""
    findings: tuple[Finding, ...] = ()
    damaged: bool = False
    """Somebody changed it, or it cannot be read: what is not as it says is withheld until it is repaired."""


def load(folder: Path, name: str) -> Book:
    """A township's part of the ledger. It never raises: what is wrong with it is told as findings."""
    if not exists(folder):
        return Book(Chain(), None)
    where = f"../{folder.name}/{name}{SUFFIX}"
    try:
        read = chain.read(where, raw(folder, name))
    except OSError:
        read = Chain(troubles=(chain.Trouble(1, "底本打不开"),))
    troubles = [*read.troubles, *_end(read, heads(folder).get(name))]
    remedy = "运行 disclose ledger check 看详细；从 Git 里找回原来的一行，或者运行 disclose ledger repair"
    findings = tuple(
        Finding(Span(where, one.line), CODE, Effect.WITHHOLD, f"底本坏了：{one.message}", remedy) for one in troubles
    )
    return Book(read, read.entries, findings, bool(troubles))


def _end(read: Chain, said: tuple[int, str] | None) -> Iterator[chain.Trouble]:
    """Whether the file still has what `heads.json` says of its end. It may have more: that is written later."""
    if said is None:
        return
    count, head = said
    if count > len(read.lines) or (count and read.lines[count - 1].digest != head):
        yield chain.Trouble(len(read.lines) + 1, f"以前有{count}行，现在和那时的不一样，或者少了")


def heads(folder: Path) -> Mapping[str, tuple[int, str]]:
    """Name of a file → how many lines it has, and the digest of its last."""
    try:
        said = json.loads((folder / HEADS).read_bytes())
        return {str(name): (int(count), str(head)) for name, (count, head) in said.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def written_heads(folder: Path, names: Iterable[str], fresh: Mapping[str, tuple[int, str]]) -> bytes | None:
    """What `heads.json` is to say; None where it says so. What was said of a damaged file stays.

    Args:
        fresh: the ends of files that are written now.
    """
    said = dict(heads(folder))
    for name in names:
        if name in fresh:
            said[name] = fresh[name]
        elif not (book := load(folder, name)).damaged and book.chain.lines:
            said[name] = (len(book.chain.lines), book.chain.head)
    if said == heads(folder):
        return None
    return (
        "{\n" + ",\n".join(f"{canonical(name)}:{canonical(said[name])}" for name in sorted(said)) + "\n}\n"
    ).encode()


def exists(folder: Path) -> bool:
    """The county has published before."""
    return folder.is_dir() and any(folder.glob(f"*{SUFFIX}"))


def names(folder: Path) -> tuple[str, ...]:
    """The townships that were ever published."""
    return tuple(sorted({file.stem for file in folder.glob(f"*{SUFFIX}")} | set(heads(folder))))


def raw(folder: Path, name: str) -> bytes:
    """A township's ledger file as it lies there, empty where there is none. Raises OSError where it cannot be read."""
    file = folder / f"{name}{SUFFIX}"
    return file.read_bytes() if file.exists() else b""


def key(folder: Path, name: str) -> bytes:
    """Changes when anything does that `load` looks at."""
    try:
        own = raw(folder, name)
    except OSError:
        own = b"?"
    said = heads(folder).get(name)
    return key_of(own, None if said is None or chain.ends_so(own, *said) else said, published=exists(folder))


def key_of(data: bytes, said: tuple[int, str] | None = None, *, published: bool = True) -> bytes:
    """The same of a file that will be written.

    Args:
        said: what `heads.json` says of its end, where that is not so.
        published: the county has a ledger.
    """
    return data + repr((published, said)).encode()


def refuse_earlier(folder: Path, day: date) -> None:
    """Raises LedgerError if the ledger was already written on a later day: then a clock is wrong."""
    newest = max(
        (found for file in folder.glob(f"*{SUFFIX}") if file.is_file() for found in _DAY.findall(file.read_bytes())),
        default=b"",
    )
    if newest and date.fromisoformat(newest.decode()) > day:
        last = day_long(date.fromisoformat(newest.decode()))
        raise LedgerError(f"底本上次写到{last}，这次却是{day_long(day)}，在它以前。看看电脑的日期对不对")


def entries(judged: JudgedPlace, day: date) -> tuple[Published, ...]:
    """What the ledger does not have yet, or not so, of what a place makes public on a day."""
    lines = judged.ledger or {}
    said = amended(judged.records, judged.withheld, day)
    found = []
    for record in judged.records:
        if record.address in judged.withheld or not record.body.publication.is_public(day):
            continue
        known = lines.get(record.path)
        if known is None:
            found.append(_first(record, day))
        elif known.is_moving or known.is_early or known.base is not None or not known.holds(record):
            fresh = replace(_next(known, record, said, day), origin=known.origin, is_moving=False)
            if fresh != known:
                found.append(fresh)
    if judged.profile is not None:
        path = judged.place.profile_path
        found += settings_entry(path, judged.profile, lines.get(path), day)
    return tuple(found)


def is_pending(judged: JudgedPlace, day: date) -> bool:
    """Publishing would write something down."""
    return bool(entries(judged, day))


def _first(record: Record, day: date) -> Published:
    nonce = secrets.token_hex(16)
    now = states(record, nonce)
    return Published(
        record.path,
        1,
        digest_with(nonce, canonical(now)),
        day,
        day,
        (),
        nonce,
        digest_with(nonce, written(record)),
        now,
    )


def _next(known: Published, record: Record, said: Amended, day: date) -> Published:
    """A record's next state. What changed without an explanation stays in `base` as it was."""
    if known.is_early and known.holds(record):  # today's words are those that were published
        fresh = _first(record, day)
        return replace(
            fresh, version=known.version, digest=known.digest, first=known.first, last=known.last, history=known.history
        )
    found = changes(known, record, day)
    lines = [(change, explanation(known, change, said)) for change in found]
    told = [line for _, line in lines if line]
    erased = any(plain(line.old) == PERSONAL for line in told)
    nonce = secrets.token_hex(16) if erased or known.is_early else known.nonce
    now = states(record, nonce)
    open_ = [change for change, line in lines if not line and not decided(record, change)]
    base = restored(now, open_) if open_ and not known.is_early else None
    if open_ and known.is_early:
        base = now | {WHOLE: f"第{known.version}版以后改过：{'、'.join(change.field for change in open_)}"}
    used = tuple(sorted({*known.used, *(line.key for line in told)}))
    if now == known.stated and base == known.base and used == known.used:
        return known
    version, history, last = known.version, known.history, known.last
    if now != known.stated:
        version, last = known.version + 1, day
        history = (*known.history, Version(known.version, known.last, known.digest))
    digest = digest_with(nonce, canonical(now)) if version > known.version else known.digest
    return Published(
        record.path,
        version,
        digest,
        known.first,
        last,
        history,
        nonce,
        digest_with(nonce, written(record)),
        now,
        base,
        used,
    )


def settings_entry(path: str, profile: Profile, known: Published | None, day: date) -> Iterator[Published]:
    """What the ledger does not have yet of what a profile lays down; each change stays told for ever."""
    now = settings(profile)
    if known is None:
        nonce = secrets.token_hex(16)
        yield Published(path, 1, digest_with(nonce, canonical(now)), day, day, (), nonce, "", now)
    elif now != known.stated:
        words = [
            redact(
                f"“{one.field}”原来{'没有' if one.old is None else '是' + shown(figure(one.old))}，{now_is(figure(one.new))}"
            )
            for one in differences(known.stated, now, added=True)
        ]
        history = (*known.history, Version(known.version, known.last, known.digest))
        digest = digest_with(known.nonce, canonical(now))
        told = (*known.said, *((day, one) for one in words))
        yield replace(
            known,
            version=known.version + 1,
            digest=digest,
            last=day,
            history=history,
            stated=now,
            said=told,
            is_moving=False,
        )
    elif known.is_moving:
        yield replace(known, is_moving=False)
