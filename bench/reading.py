"""Reading claims files against bare ``yaml.compose`` with the C loader on the same bytes, in one process.

    python bench/reading.py [FACTS] [--facts-per-file N]

Prints processor times, their ratio, and the memory that a fact takes beyond its text: as allocated, and as the process grows. Values are drawn at random, so that few printed
numbers are the same.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import yaml

from factcheck.claims import Project, read_project
from factcheck.claims.syntax import compose

FACTS_PER_GROUP, CHECKS_PER_GROUP = 10, 6


def group(index: int, draw: random.Random) -> tuple[list[str], list[str]]:
    """Ten facts as editors write them, and six checks over them."""
    part, rest = draw.randint(10, 9999), draw.randint(10, 9999)
    share = draw.randint(100, 999)
    facts = [
        f"  贫困村{index}: {part}个",
        f"  非贫困村{index}: {rest}个",
        f"  行政村{index}: {part + rest}个",
        f"  低保人数{index}:",
        f"    value: {draw.randint(100, 99999)}名",
        f"    quote: 全县共有{index}号低保人口",
        "    unit: 人",
        "    as_of: 2020-04",
        f"  医疗救助{index}: {{value: {draw.randint(10**5, 10**6)}人次, period: 2016/.., cumulative: true}}",
        f"  低保占比{index}: {share // 10}.{share % 10}%",
        f"  贫困人口{index}: {{unit: 人}}",
        f"  分配收益{index}: {draw.randint(10, 9999)}.{draw.randint(10, 99)}万元",
        f"  户数{index}: {{value: {draw.randint(100, 99999)}户, unit: 户, note: 使贫困户增加了收入}}",
        f"  户均{index}: {draw.randint(100, 9999)}元",
    ]
    facts[5] = facts[5].replace(f"全县共有{index}号", "全县共有" + facts[4].split(": ")[1])
    checks = [
        f"  - 贫困村{index} + 非贫困村{index} = 行政村{index}",
        f"  - that: 医疗救助{index} >= 低保人数{index}",
        "    because: 人次不少于人数",
        f"  - share: {{part: 低保人数{index}, whole: 贫困人口{index}, is: 低保占比{index}}}",
        f"  - within: {{part: 低保人数{index}, whole: 贫困人口{index}}}",
        "    because: 低保对象都是贫困人口",
        f"  - average: {{total: 分配收益{index}, over: 户数{index}, is: 户均{index}}}",
        "    assumption: true",
        f"  - 行政村{index} > 0",
    ]
    return facts, checks


def write_project(folder: Path, facts: int, per_file: int) -> list[str]:
    """Write the files; their texts."""
    draw = random.Random(7)
    texts = []
    for number, first in enumerate(range(0, facts, per_file)):
        lines: tuple[list[str], list[str]] = (["facts:"], ["checks:"])
        for index in range(first // FACTS_PER_GROUP, min(first + per_file, facts) // FACTS_PER_GROUP):
            for kept, new in zip(lines, group(index, draw), strict=True):
                kept.extend(new)
        text = "\n".join((*lines[0], *lines[1])) + "\n"
        (folder / f"file-{number:05}.yaml").write_text(text, encoding="utf-8")
        texts.append(text)
    return texts


def each(texts: list[str], compose_one: Callable[[str], object]) -> None:
    """Compose every text and let go of its tree: what is measured is composing, not keeping."""
    for text in texts:
        compose_one(text)


def timed(run: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def resident() -> int:
    """Bytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def growth(folder: Path) -> int:
    """Bytes by which a process grows while it reads the folder, texts included."""
    before = resident()
    project = read_project([folder], root=folder)
    return resident() - before if project.files else 0


def grown(folder: Path) -> int | None:
    """The same in a process of its own; ``None`` where the system does not tell."""
    if not Path("/proc/self/statm").exists():
        return None
    with get_context("fork").Pool(1) as pool:
        return pool.apply(growth, (folder,))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", nargs="?", type=int, default=100_000)
    parser.add_argument("--facts-per-file", type=int, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = write_project(folder, arguments.facts, arguments.facts_per_file)
        read_project([folder / "file-00000.yaml"])  # imports and first-use tables
        process = grown(folder)
        bare, ours, whole = [], [], []
        for _ in range(3):
            bare.append(timed(lambda: each(texts, lambda text: yaml.compose(text, Loader=yaml.CSafeLoader))))
            ours.append(timed(lambda: each(texts, compose)))
            whole.append(timed(lambda: read_project([folder], root=folder)))
        tracemalloc.start()
        project: Project = read_project([folder], root=folder)
        gc.collect()
        memory, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    facts, checks = len(project.facts()), len(project.checks())
    characters = sum(map(len, texts))
    print(
        f"{facts} facts, {checks} checks, {len(texts)} files, {characters} characters, {len(project.findings)} findings"
    )
    print(f"yaml.compose (C)     {min(bare):8.3f} s")
    print(f"own composing        {min(ours):8.3f} s   {min(ours) / min(bare):5.2f} ×")
    print(f"files to model       {min(whole):8.3f} s   {min(whole) / min(bare):5.2f} ×")
    beyond = (memory - 2 * characters) / facts
    print(f"memory per fact beyond the text: {beyond:,.0f} bytes as allocated (checks included)")
    if process is not None:
        print(
            f"the process grows by {(process - 2 * characters) / facts:,.0f} bytes per fact beyond the text"
        )


if __name__ == "__main__":
    main()
