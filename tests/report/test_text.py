"""The terminal's listing: by place and file, the gravest first, and no village hides another's."""

from __future__ import annotations

from generator.base.finding import Effect, Finding, Span, merged
from generator.report.text import CAP, by_effect, lines_said, listing, summary


def finding(path: str, line: int, code: str, effect: Effect, message: str = "不对") -> Finding:
    return Finding(Span(path, line, 1), code, effect, message, "改")


def test_gravest_first_in_files_and_places() -> None:
    found = [
        finding("a/v/notices/1.yml", 1, "T09", Effect.HINT),
        finding("a/v/notices/1.yml", 5, "F12", Effect.FLAG),
        finding("a/v/notices/2.yml", 3, "S01", Effect.WITHHOLD),
        finding("a/u/notices/9.yml", 3, "F12", Effect.FLAG),
    ]
    places = [line.split(" ")[0] for line in listing(found) if line.endswith("不对")]
    assert places == [
        "a/u/notices/9.yml:3:1",
        "a/v/notices/2.yml:3:1",
        "a/v/notices/1.yml:5:1",
        "a/v/notices/1.yml:1:1",
    ]


def test_many_in_one_village_hide_none_of_the_next() -> None:
    many = [finding("a/u/notices/1.yml", line, "S01", Effect.WITHHOLD, f"第{line}处") for line in range(1, CAP + 6)]
    lines = list(listing([*many, finding("a/v/notices/1.yml", 1, "S01", Effect.WITHHOLD)]))
    assert any(line.startswith("a/v/notices/1.yml:1:1 S01") for line in lines)
    assert sum(line.startswith("a/u/") for line in lines) == CAP
    assert "    S01 还有5处没有列出" in lines
    assert any("每个村镇只列了前50处" in line for line in summary(many))


def test_equal_findings_are_one_with_all_lines() -> None:
    same = [finding("a/u/finance/1.yml", line, "F12", Effect.FLAG) for line in (9, 4, 10, 11)]
    [one] = merged(same)
    assert one.span.line == 4
    assert lines_said(one) == "（4处，第4、9—11行）"
    assert by_effect([one]) == {Effect.FLAG: 4}
    assert len(merged([*same, finding("a/w/finance/1.yml", 4, "F12", Effect.FLAG)])) == 2
