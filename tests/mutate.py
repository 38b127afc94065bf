"""`make mutate`: every rule with one comparison negated or one condition dropped; its docstring examples must notice.

A mutant is the rule's own module, compiled anew with one change. Shared modules of a family are not changed.
"""

from __future__ import annotations

import ast
import copy
import inspect
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from generator.base.finding import Effect
from generator.rules import run
from generator.rules.catalogue import catalogue
from generator.rules.explain import explain
from generator.rules.rule import Rule, Scope
from tests.support.village import case_of

LEAST = 0.95
NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to a rule's module."""

    code: str
    line: int
    what: str
    tree: ast.Module


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Every negated comparison and every dropped condition of `and` and `or`, in the order of the source."""
    module = sys.modules[rule.check.__module__]
    tree = ast.parse(inspect.getsource(module))
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.Compare):
            for index in range(len(node.ops)):
                yield _changed(rule, tree, number, index)
        elif isinstance(node, ast.BoolOp):
            for index in range(len(node.values)):
                yield _changed(rule, tree, number, index)


def _changed(rule: Rule, tree: ast.Module, number: int, index: int) -> Mutant:
    new = copy.deepcopy(tree)
    node = next(node for at, node in enumerate(ast.walk(new)) if at == number)
    before = ast.unparse(node)
    if isinstance(node, ast.Compare):
        node.ops[index] = NEGATED[type(node.ops[index])]()
    else:
        assert isinstance(node, ast.BoolOp)
        del node.values[index]
        if len(node.values) == 1:
            node.values *= 2  # Python compiles no `and` of one value; `a and a` is `a`
    return Mutant(rule.code, node.lineno, f"{before}  →  {ast.unparse(node)}", new)


def noticed(rule: Rule, mutant: Mutant) -> bool:
    """Some example comes out otherwise, or breaks."""
    try:
        changed = _compiled(rule, mutant.tree)
        return any(not _as_expected(changed, number) for number in range(len(explain(rule).examples)))
    except Exception:
        return True


def _compiled(rule: Rule, tree: ast.Module) -> Rule:
    source = sys.modules[rule.check.__module__]
    module = ModuleType(source.__name__)
    module.__file__ = source.__file__
    # dataclasses look their module up by name while they are made
    sys.modules[source.__name__] = module
    try:
        exec(compile(tree, source.__file__ or "", "exec"), module.__dict__)
    finally:
        sys.modules[source.__name__] = source
    return replace(rule, check=module.RULE.check)


def _as_expected(rule: Rule, number: int) -> bool:
    """Beside the rule run those that withhold, for some rules pass over what is withheld."""
    case = case_of(rule, explain(rule).examples[number])
    known = run._of_scope
    run._of_scope = lambda scope, kind="": tuple(  # type: ignore[assignment]
        rule if one.code == rule.code else one
        for one in known(scope, kind)
        if one.code == rule.code or one.effect is Effect.WITHHOLD
    )
    try:
        findings = case.run()
    finally:
        run._of_scope = known
    said = {(f.code, span.path, span.line) for f in findings if f.code == rule.code for span in f.spans}
    return said == {place for place in case.expected if place[0] == rule.code}


def main(codes: list[str]) -> int:
    """Print what was not noticed and the share that was; 1 where a rule's examples notice too little."""
    all_made, all_noticed, weak = 0, 0, []
    for rule in catalogue().values():
        if rule.scope is Scope.READING or (codes and rule.code not in codes):
            continue
        if not all(_as_expected(rule, number) for number in range(len(explain(rule).examples))):
            raise SystemExit(f"{rule.code} 没有改动，例子就不对：先让 tests/rules/test_catalogue.py 通过")
        made = list(mutants(rule))
        survived = [one for one in made if not noticed(rule, one)]
        all_made += len(made)
        all_noticed += len(made) - len(survived)
        for one in survived:
            print(f"{one.code} 第{one.line}行没有被例子发现：{one.what}", flush=True)
        if made and len(survived) > (1 - LEAST) * len(made) and len(survived) > 1:
            weak.append(f"{rule.code} {len(made) - len(survived)}/{len(made)}")
    share = all_noticed / all_made if all_made else 1.0
    print(f"改了{all_made}处，例子发现{all_noticed}处，{share:.1%}（要求{LEAST:.0%}）")
    if weak:
        print(f"低于{LEAST:.0%}的规则：{'，'.join(weak)}")
    if not codes:
        figures = {"mutants": all_made, "noticed": all_noticed, "share": round(share, 4), "weak": weak}
        Path("benchmarks/mutation.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
