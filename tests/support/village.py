"""A small village in memory, and how a rule's docstring example becomes files in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

from generator.base.digest import digest_of
from generator.base.finding import Finding
from generator.build.moves import declared
from generator.media.medium import Medium, Unfit, examined
from generator.records.divisions import Divisions, What, divisions
from generator.records.kinds import BY_FOLDER
from generator.records.layout import COUNTY as COUNTY_PLACE
from generator.records.layout import COUNTY_FILE, TOWNSHIP_FILE, VILLAGE_FILE, Address, Place, locate
from generator.records.places import County
from generator.records.published import Ledger, Published
from generator.records.read import Record, read_record
from generator.records.stated import stated
from generator.rules.explain import MARK, Example
from generator.rules.judge import JudgedPlace, PlaceFiles, judge_place, lay_out
from generator.rules.profiles import own_level
from generator.rules.rule import Rule
from generator.source.discover import discover
from tests.support.files import attachment

AS_OF = date(2026, 11, 18)
NONCE = "0" * 32
HOME = "shidu/liuwan"
COUNTY = {"名称": "澄安县", "区划代码": "990123000000"}
TOWNSHIP = """\
名称: 石渡镇
区划代码: "990123100000"
"""
VILLAGE = """\
名称: 柳湾村
区划代码: "990123100201"
人口: 1486
户数: 412
党员数: 57
村民代表数: 42
开始公开日期: 2026-11-01
机构:
  - 名称: 村务监督委员会
    成员:
      - {职务: 主任, 姓名: 赵德顺}
联系:
  值班: {岗位: 村委会值班室, 办公电话: 0000-612 3307, 时间: 周一至周五 8:30—17:30}
"""

QUIET = {
    "T01": ("财务公开期限", "36500"),
    "T10": ("停更天数", "36500"),
    "T03": ("村务公开期限", "36500"),
    "T09": ("目录最低覆盖率", "0"),
}
"""Rules about all that a village published, and the parameter that silences each in the examples of others."""

LAID_OVER = frozenset({"T13", "T14"})
"""Rules that set days of one record beside each other: an example writes some and has the others from the sample."""

COMMUNITY = (
    ("柳湾村", "柳湾社区"),
    ("村务监督委员会", "居务监督委员会"),
    ("村民委员会", "居民委员会"),
    ("村委会", "居委会"),
    ("村务公开", "居务公开"),
)

REST_OF_STEPS = "# 其余步骤照样本"
"""A comment in a decision's example that stands for the sample's steps that the example does not name."""

# Placeholders that the privacy examples use; no real number stands in the repository's rule files.
PERSONAL = {
    "{身份证号}": "11010119900307" + "7758",
    "{手机号}": "139" + "0000" + "1234",
    "{银行卡号}": "6222" + "0200" + "0000" + "0007",
}

# Placeholders for what a docstring cannot hold.
AWKWARD = {
    "{校验值}": digest_of(attachment("a.jpg", "")),
    "{Tab}": "\t",
    "{看不见的字符}": "\x07",
    "{网页换行}": "\u2028",
    "{零宽空格}": "\u200b",
    "{全角空格}": "\u3000",
    "{四十万字}": "字" * 400_000,
}


def judge(files: Mapping[str, str | bytes], *, as_of: date = AS_OF, ledger: Ledger = None, **parameters: str) -> Judged:
    """Judge a township given as path → text, and the county's own records where there are some.

    The village and township profiles are there unless given; county.yml too where the county has records.
    """
    data = {"shidu/township.yml": TOWNSHIP, f"{HOME}/village.yml": VILLAGE, **files}
    raw = {path: text if isinstance(text, bytes) else text.encode() for path, text in data.items()}
    judged = judge_files("shidu", raw, as_of=as_of, ledger=ledger, parameters=parameters)
    if not any(path.startswith(f"{COUNTY_PLACE.folder}/") for path in raw):
        return judged
    raw.setdefault("county.yml", "".join(f'{key}: "{value}"\n' for key, value in COUNTY.items()).encode())
    own = judge_files(COUNTY_PLACE.township, raw, as_of=as_of, ledger=ledger)
    findings = tuple(sorted((*judged.findings, *own.findings), key=Finding.sort_key))
    return Judged((*own.places, *judged.places), findings, judged.misplaced + own.misplaced)


@dataclass(frozen=True, slots=True)
class Judged:
    """A township after all rules."""

    places: tuple[JudgedPlace, ...]
    findings: tuple[Finding, ...]
    misplaced: int


@dataclass(frozen=True, slots=True)
class InMemory:
    """Files by path, as a place's rules see them."""

    files: Mapping[str, bytes]
    lines: Ledger
    as_of: date

    def exists(self, path: str) -> bool:
        return path in self.files

    def digest(self, path: str) -> str:
        return digest_of(self.files[path])

    def medium(self, path: str) -> Medium | Unfit:
        try:
            return examined(self.files[path])
        except Unfit as unfit:
            return unfit

    def record(self, address: Address) -> Record | None:
        data = self.files.get(address.path)
        return None if data is None else read_record(address, data).record

    def said(self, profile: str, what: What) -> str:
        if profile != COUNTY_FILE:
            return self._divisions().value(profile, what)
        ours = any(path.startswith("shidu/") for path in self.files)  # real records lie in counties of their own
        return COUNTY[what] if ours else ""

    def alike(self, what: What, value: str, folder: str) -> tuple[str, ...]:
        return self._divisions().same(what, value, folder)

    def published(self, path: str) -> Published | None:
        return (self.lines or {}).get(path)

    def moved_to(self, path: str) -> str:
        return dict(declared(self.files.items(), self.as_of)).get(path, "")

    def _divisions(self) -> Divisions:
        profiles = (TOWNSHIP_FILE, VILLAGE_FILE)
        return divisions((path, data) for path, data in self.files.items() if path.endswith(profiles))


def judge_files(
    township: str,
    files: Mapping[str, bytes],
    *,
    as_of: date,
    ledger: Ledger = None,
    parameters: Mapping[str, str] = MappingProxyType({}),
) -> Judged:
    """Judge a township's files, or the county's own, all of them given. Files of other parts only answer questions."""
    profile = Place(township).profile_path
    inside = (path for path in files if path.startswith(f"{township}/") or path == profile)
    layout = lay_out(township, sorted(p for p in inside if p.endswith(".yml") and "/attachments/" not in p))
    around = InMemory(files, ledger, as_of)
    county = County.model_validate({**COUNTY, "参数": dict(parameters)})
    own = own_level(Place(township), files.__getitem__, around, county)
    judged = []
    for place, addresses in layout.places.items():
        folder = f"{place.folder}/"
        lines = None if ledger is None else {path: line for path, line in ledger.items() if path.startswith(folder)}
        mine = PlaceFiles(place, addresses, frozenset(path for path in files if path.startswith(folder)), lines)
        levels = [county, *own] if place.village else [] if place.is_county else [county]
        judged.append(judge_place(mine, levels, files.__getitem__, around, as_of))
    findings = [*layout.findings, *(finding for place in judged for finding in place.findings)]
    return Judged(tuple(judged), tuple(sorted(findings, key=Finding.sort_key)), layout.misplaced)


@dataclass(frozen=True, slots=True)
class Case:
    """An example as files, and where which rule must speak."""

    files: dict[str, bytes]
    expected: frozenset[tuple[str, str, int]]
    """(code, path, line)"""
    as_of: date
    parameters: dict[str, str]
    ledger: Ledger
    odd: dict[str, str]
    """Path → 快捷方式 or 文件夹, where no file is."""

    def run(self) -> tuple[Finding, ...]:
        judged = judge(self.files, as_of=self.as_of, ledger=self.ledger, **self.parameters)
        plain = not self.odd and all(path.endswith(".yml") for path in self.files)
        return judged.findings if plain else (*self.on_disk(), *judged.findings)

    def on_disk(self) -> tuple[Finding, ...]:
        """What walking the same folder on a disk finds."""
        with TemporaryDirectory() as name:
            root = Path(name)
            for path in (*self.files, *self.odd):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
            for path, data in self.files.items():
                (root / path).write_bytes(data)
            for path, sort in self.odd.items():
                (root / path).mkdir() if sort == "文件夹" else (root / path).symlink_to("elsewhere.yml")
            return discover(root).findings


def case_of(rule: Rule, example: Example) -> Case:
    """Lay an example over the village: what it does not say comes from the kind's sample.

    Comments at the start of a line are headers:

    - `# as_of: 2026-12-01` sets the day, `# 参数: 名称=值; 名称=值` parameters, `# 村: 类型=社区; 户数=20` fields of the profile;
    - `# 文件: meetings/2026-10.yml` begins another file, `# 附件: notices/attachments/a.pdf words` puts an attachment there;
    - `# 上次公开: finance/2026-10 账户/0/期末=64300` gives the ledger a record as the example has it, but for this value;
    - `# 应报: CODE village.yml` marks line 1 of a file, where no mark can stand in the example;
    - `# 完整` takes nothing from the sample, REST_OF_STEPS stands for a decision's other steps;
    - `# 编码: gbk` saves the current file so, `# 快捷方式: path` and `# 文件夹: path` put a link or a folder there.

    `{Tab}`, `{手机号}` and the like stand for what a docstring cannot or must not hold (AWKWARD, PERSONAL).
    """
    # An example shows a few files, not all that the village published: no board is stale for that, nothing missing.
    parameters = {name: number for code, (name, number) in QUIET.items() if code != rule.code}
    as_of, profile, files = AS_OF, VILLAGE, {f"{HOME}/finance/2026-10.yml": BY_FOLDER["finance"].sample}
    published: dict[str, dict[str, str]] = {}
    expected: set[tuple[str, str, int]] = set()
    kind = rule.kinds[0] if rule.kinds else "notices"
    path = f"{HOME}/{kind}/{'2026-10' if kind == 'finance' else 'sample'}.yml"
    parts: dict[str, list[str]] = {}
    encodings: dict[str, str] = {}
    odd: dict[str, str] = {}
    attachments: dict[str, bytes] = {}
    for line in example.text.splitlines():
        name, _, value = line.removeprefix("# ").partition(": ")
        value = _expanded(value.strip())
        if not line.startswith("# "):
            parts.setdefault(path, []).append(line)
        elif name == "文件":
            profiles = value == COUNTY_FILE or value.endswith(("/township.yml", "/village.yml"))
            whole = value.count("/") > 2 or value.startswith("records/") or profiles
            path = value if whole else f"{HOME}/{value}"
            parts.setdefault(path, [])
        elif name == "as_of":
            as_of = date.fromisoformat(value)
        elif name == "参数":
            parameters |= dict(pair.split("=", 1) for pair in value.split("; "))
        elif name == "村":
            for key, word in (pair.split("=", 1) for pair in value.split("; ")):
                profile = re.sub(rf"^{key}: .*\n", "", profile, flags=re.MULTILINE) + f"{key}: {word}\n"
        elif name == "上次公开":
            record, _, field = value.partition(" ")
            key, _, word = field.partition("=")
            published.setdefault(f"{HOME}/{record}.yml", {}).update({key: word} if key else {})
        elif name == "附件":
            name, _, words = value.partition(" ")
            attachments[f"{HOME}/{name}"] = attachment(name, words)
        elif name == "编码":
            encodings[path] = value
        elif name in ("快捷方式", "文件夹"):
            odd[f"{HOME}/{value}"] = name
        elif name == "应报":
            code, _, where = value.partition(" ")
            expected.add((code, where if where.startswith("records/") else f"{HOME}/{where}", 1))
    for where, lines in parts.items():
        lines = _with_steps(lines)
        for number, line in enumerate(lines, 1):
            if match := MARK.search(line):
                expected.add((match[1], where, number))
        files[where] = _laid_over(where, [MARK.sub("", line) for line in lines])
    files[f"{HOME}/village.yml"] = files.get(f"{HOME}/village.yml", profile)
    if "类型: 社区" in profile:
        files = {where: _of_community(text) for where, text in files.items()}
    raw = {p: _expanded(text).encode(encodings.get(p, "utf-8")) for p, text in files.items()} | attachments
    return Case(raw, frozenset(expected), as_of, parameters, _ledger(published, raw), odd)


def _of_community(text: str) -> str:
    """The village and its samples as they would read if it were a 社区 (S04)."""
    for words in COMMUNITY:
        text = text.replace(*words)
    return text


def _with_steps(lines: list[str]) -> list[str]:
    """The comment REST_OF_STEPS replaced by the sample's other steps."""
    at = next((number for number, line in enumerate(lines) if line.strip() == REST_OF_STEPS), None)
    if at is None:
        return lines
    named = set(re.findall(r"步骤: (\w+)", "\n".join(lines)))
    block = re.split(r"^(?=\S)", BY_FOLDER["decisions"].sample.split("\n步骤:\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    steps = re.split(r"^(?=  - )", block, flags=re.MULTILINE)
    rest = [step for step in steps if (match := re.match(r"  - 步骤: (\w+)", step)) and match[1] not in named]
    return [*lines[:at], *"".join(rest).splitlines(), *lines[at + 1 :]]


def _laid_over(path: str, lines: list[str]) -> str:
    """The fragment first, so that its line numbers hold; then the sample's top-level blocks it does not mention."""
    sample = BY_FOLDER.get(Path(path).parent.name)
    own = {match[1] for line in lines if (match := re.match(r"([^\s#:-][^:]*):(?:\s|$)", line))}
    complete = any(line.startswith("# 完整") for line in lines)
    if sample is None or not own or complete:
        return "\n".join(lines) + "\n"
    blocks = re.split(r"^(?=\S)", sample.sample, flags=re.MULTILINE)
    return "\n".join(lines) + "\n" + "".join(b for b in blocks if b and b.split(":")[0] not in own)


def _expanded(text: str) -> str:
    for placeholder, value in (PERSONAL | AWKWARD).items():
        text = text.replace(placeholder, value)
    return text


def _ledger(published: dict[str, dict[str, str]], files: Mapping[str, bytes]) -> Ledger:
    return {path: published_as(path, files.get(path), values) for path, values in published.items()} or None


def published_as(path: str, data: bytes | None, values: Mapping[str, str] = MappingProxyType({})) -> Published:
    """The ledger's line of a record as it is, or of the kind's sample, with other values at some routes."""
    address = locate(path)
    assert isinstance(address, Address)
    sample = BY_FOLDER[address.kind].sample.encode()
    record = next(r for d in (data, sample) if d and (r := read_record(address, d).record))
    said = stated(record.body, NONCE)
    for route, value in values.items():
        *way, last = route.split("/")
        holder: Any = said
        for key in way:
            holder = holder[int(key) if key.isdigit() else key]
        holder[int(last) if last.isdigit() else last] = value
    day = date(2026, 11, 12)
    return Published(path, 1, "0" * 64, day, day, nonce=NONCE, stated=said)
