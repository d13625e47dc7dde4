"""One edit in a project of 100,000 facts: from the edited text of a file, and from the edited fact or check.

    python bench/edits.py [FACTS]

The project: files of sixty facts and thirty-six checks (counts and their total, shares, a mean, a hidden whole), one group in fifty with
an error. ``text``: the file is read again and put in the place of the old one; ``object``: the fact or check that this brings is. Milliseconds
of processor time. The project is read and judged before, and a few edits are made that are not counted: they import what is imported when
first used. The state is ``freezing``: of the garbage collector an edit pays for its own memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from factcheck.claims import ClaimsFile, Project, read_text  # noqa: E402
from factcheck.judgement import Options, ProjectState  # noqa: E402
from factcheck.text import SourceText  # noqa: E402

GROUPS = 6
EDITS = 300


def group(n: int, random: Random) -> tuple[list[str], list[str]]:
    """Ten facts and six checks, now and then with an error."""
    one, two = random.randrange(1000, 9000), random.randrange(1000, 9000)
    total = one + two + (random.random() < 0.02)
    money = random.randrange(10**5, 10**7)
    facts = [
        f"  甲{n}: {one}人",
        f"  乙{n}: {two}人",
        f"  合{n}: {total}人",
        f"  甲占{n}: {one * 100 / total:.1f}%",
        f"  乙占{n}: {two * 100 / total:.1f}%",
        f"  收益{n}: {money}元",
        f"  人均{n}: {money / total:.1f}元",
        f"  全县{n}: {{unit: 人}}",
        f"  占比{n}: 40.0%",
        f"  受助{n}: {total * 2}人",
    ]
    checks = [
        f"  - sum: {{whole: 合{n}, parts: [甲{n}, 乙{n}]}}",
        f"  - share: {{part: 甲{n}, whole: 合{n}, is: 甲占{n}}}",
        f"  - share: {{part: 乙{n}, whole: 合{n}, is: 乙占{n}}}",
        f"  - average: {{total: 收益{n}, over: 合{n}, is: 人均{n}}}",
        f"  - share: {{part: 合{n}, whole: 全县{n}, is: 占比{n}}}",
        f"  - within: {{part: 受助{n}, whole: 全县{n}}}",
    ]
    return facts, checks


def text(random: Random) -> str:
    """One file."""
    groups = [group(n, random) for n in range(GROUPS)]
    facts = [line for lines, _ in groups for line in lines]
    checks = [line for _, lines in groups for line in lines]
    return "\n".join(("facts:", *facts, "checks:", *checks)) + "\n"


def line_of(lines: list[str], name: str) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith(f"  {name}: "))


def change_value(lines: list[str], random: Random) -> None:
    """Another last digit of a printed number."""
    name = f"{random.choice(['甲', '乙', '合', '甲占', '收益', '人均', '受助'])}{random.randrange(GROUPS)}"
    at = line_of(lines, name)
    last = max(i for i, character in enumerate(lines[at]) if character.isdigit())
    lines[at] = f"{lines[at][:last]}{random.randrange(10)}{lines[at][last + 1 :]}"


def change_hedge(lines: list[str], random: Random) -> None:
    """约 before a number, or taken away again."""
    at = line_of(lines, f"{random.choice(['甲', '合', '收益', '受助'])}{random.randrange(GROUPS)}")
    name, _, value = lines[at].partition(": ")
    lines[at] = f"{name}: {value.removeprefix('约') if value.startswith('约') else '约' + value}"


def change_unit(lines: list[str], random: Random) -> None:
    """People to households and back, yuan to dollars and back."""
    at = line_of(lines, f"{random.choice(['甲', '合', '收益', '受助'])}{random.randrange(GROUPS)}")
    units = {"人": "户", "户": "人", "美元": "元", "元": "美元"}
    was = next(unit for unit in ("人", "户", "美元", "元") if lines[at].endswith(unit))
    lines[at] = lines[at].removesuffix(was) + units[was]


def remove_check(lines: list[str], random: Random) -> None:
    """Any check but the last ones."""
    first = lines.index("checks:") + 1
    if len(lines) - first > GROUPS:
        del lines[random.randrange(first, len(lines))]


def add_check(lines: list[str], random: Random) -> None:
    """A relation between two facts that stand there."""
    n = random.randrange(GROUPS)
    lines.insert(random.randint(lines.index("checks:") + 1, len(lines)), f"  - 甲{n} < 受助{n}")


def add_fact(lines: list[str], random: Random) -> None:
    """A number that nothing speaks of yet."""
    lines.insert(
        random.randrange(1, lines.index("checks:")),
        f"  另{random.randrange(10**9)}: {random.randrange(100)}人",
    )


def remove_fact(lines: list[str], random: Random) -> None:
    """A fact, and the checks that speak of it."""
    found = [at for at, line in enumerate(lines) if line.startswith(("  乙占", "  人均", "  另"))]
    if found:
        at = random.choice(found)
        name = lines[at].split(":")[0].strip()
        del lines[at]
        lines[:] = [line for line in lines if f"is: {name}}}" not in line]


KINDS: dict[str, Callable[[list[str], Random], None]] = {
    "a value changed": change_value,
    "a hedge changed": change_hedge,
    "a unit changed": change_unit,
    "a check removed": remove_check,
    "a check added": add_check,
    "a fact added": add_fact,
    "a fact removed": remove_fact,
}


def from_text(state: ProjectState, file: ClaimsFile, lines: list[str]) -> float:
    """Milliseconds to read the file again and to judge what changed."""
    source = "\n".join(lines) + "\n"
    start = process_time()
    state.replace_text(file.path, source)
    return (process_time() - start) * 1000


def from_objects(state: ProjectState, file: ClaimsFile, lines: list[str]) -> float | None:
    """Milliseconds to judge again after the facts and checks that changed were handed over."""
    new = read_text(SourceText(file.path, "\n".join(lines) + "\n"))
    if len(new.checks) < len(file.checks) or len(new.facts) < len(file.facts):
        return None  # what goes is taken out by its id: measured apart
    facts = [fact for name, fact in new.facts.items() if _differs(file.facts.get(name), fact)]
    start = process_time()
    if facts:
        state.replace_facts(facts)
    return (process_time() - start) * 1000


def _differs(one: object, other: object) -> bool:
    told = ("printed", "unit", "readings")
    return any(getattr(one, name, None) != getattr(other, name, None) for name in told)


def main(facts: int) -> None:
    random = Random(4)
    texts = {f"file-{n:05}.yaml": text(random) for n in range(facts // (GROUPS * 10))}
    files = [read_text(SourceText(path, source)) for path, source in texts.items()]
    start = process_time()
    state = ProjectState(Project(files), options=Options(ranges="hidden"), freezing=True)
    judged = process_time() - start
    print(f"{facts} facts in {len(files)} files; read, then judged and kept in {judged:.1f} s")
    for change in (*KINDS.values(), change_value):
        for _ in range(3):
            edit(state, change, random, from_text)
    print(f"{'milliseconds':20}{'from':>8}{'median':>9}{'99 of 100':>11}{'longest':>9}")
    for name, change in KINDS.items():
        measured = [edit(state, change, random, from_text) for _ in range(EDITS)]
        show(name, "text", measured)
    for name in ("a value changed", "a hedge changed", "a unit changed"):
        measured = [edit(state, KINDS[name], random, from_objects) for _ in range(EDITS)]
        show(name, "object", measured)
    checks = [remove_and_add(state, random) for _ in range(EDITS)]
    show("a check removed", "object", [one for one, _ in checks])
    show("a check added", "object", [other for _, other in checks])


def edit(
    state: ProjectState,
    change: Callable[[list[str], Random], None],
    random: Random,
    measure: Callable[[ProjectState, ClaimsFile, list[str]], float | None],
) -> float | None:
    """One edit of a file drawn at random."""
    file = random.choice(state.project.files)
    lines = file.source.text.splitlines()
    change(lines, random)
    return measure(state, file, lines)


def remove_and_add(state: ProjectState, random: Random) -> tuple[float, float]:
    """A check taken out, and put back."""
    check = random.choice(random.choice(state.project.files).checks)
    start = process_time()
    state.remove_check(check.id)
    between = process_time()
    state.replace_check(replace(check))
    return (between - start) * 1000, (process_time() - between) * 1000


def show(name: str, what: str, measured: list[float | None]) -> None:
    times = sorted(each for each in measured if each is not None)
    middle, late = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"{name:20}{what:>8}{middle:9.2f}{late:11.2f}{times[-1]:9.2f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
