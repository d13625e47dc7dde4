"""The effect of an intended edit: verdicts before and after, what breaks, what heals, which other numbers would have to follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factcheck.claims.model import Project
from factcheck.diagnosis.diagnosing import diagnose
from factcheck.diagnosis.edits import edited
from factcheck.diagnosis.model import CheckChange, Follower, Suspect, WhatIf
from factcheck.findings import Message, say
from factcheck.judgement import judge
from factcheck.judgement.model import Judgement, Verdict
from factcheck.judgement.state import ProjectState
from factcheck.quantities import PrintedQuantity, read_quantity

_BAD = frozenset({Verdict.IMPOSSIBLE, Verdict.IN_CONFLICT, Verdict.DOUBTFUL, Verdict.IMPLAUSIBLE})


def what_if(project: Project, edits: Mapping[str, str]) -> WhatIf:
    """Judge the project as if other printed forms stood for some facts (by id).

    >>> what_if(Project(), {"a.b": "3人"}).problems[0].en
    'there is no fact a.b'
    """
    return Trials(project).what_if(edits)


class Trials:
    """Tries edits of one project, each by itself: only what an edit touches is judged again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._state = ProjectState(project)
        self._now = self._state.judgement

    def what_if(self, edits: Mapping[str, str]) -> WhatIf:
        """The effect of other printed forms for some facts, by id."""
        forms, problems = _read(self._project, edits)
        if problems:
            return WhatIf(edits={}, problems=tuple(problems))
        facts = self._project.facts()
        changed = edited(self._project, forms)
        then = self._judged(changed, forms)
        changes = tuple(_changes(self._now, then))
        return WhatIf(
            edits={name: (facts[name].printed or "", quantity.text) for name, quantity in forms.items()},
            changes=changes,
            breaks=tuple(each.check for each in changes if each.after in _BAD and each.before not in _BAD),
            heals=tuple(each.check for each in changes if each.before in _BAD and each.after not in _BAD),
            followers=_followers(changed, forms, self._now, then),
        )

    def _judged(self, changed: Project, forms: Mapping[str, PrintedQuantity]) -> Judgement:
        before, after = self._project.facts(), changed.facts()
        if any(before[name].unit != after[name].unit for name in forms):
            return judge(changed)
        update = self._state.trial([after[name] for name in forms])
        stays = [each for each in self._now.conflicts if each.primary not in update.verdicts]
        return replace(
            self._now,
            verdicts=self._now.verdicts | update.verdicts,
            conflicts=[*stays, *update.conflicts],
            implied=self._now.implied | update.implied,
        )


def _read(project: Project, edits: Mapping[str, str]) -> tuple[dict[str, PrintedQuantity], list[Message]]:
    languages = {fact.id: file.article.language for file in project.files for fact in file.facts.values()}
    forms: dict[str, PrintedQuantity] = {}
    problems = []
    for name, text in edits.items():
        if name not in languages:
            problems.append(say("没有名为 {name} 的事实", "there is no fact {name}", name=name))
            continue
        quantity = read_quantity(text, language=languages[name])
        if quantity is None:
            problems.append(say("看不懂 {text} 是什么数", "{text} cannot be read as a quantity", text=text))
        else:
            forms[name] = quantity
    return forms, problems


def _changes(now: Judgement, then: Judgement) -> list[CheckChange]:
    pairs = ((name, now.verdicts[name].verdict, then.verdicts[name].verdict) for name in now.verdicts)
    return [
        CheckChange(check=name, before=before, after=after)
        for name, before, after in pairs
        if before != after
    ]


def _followers(
    changed: Project, forms: Mapping[str, PrintedQuantity], now: Judgement, then: Judgement
) -> tuple[Follower, ...]:
    """What a diagnosis suspects for the new conflicts when the edited numbers are taken for right."""
    known = {frozenset(conflict.checks) for conflict in now.conflicts}
    fresh = [conflict for conflict in then.conflicts if frozenset(conflict.checks) not in known]
    diagnoses = diagnose(_trusting(changed, forms), then, fresh)
    suspects = [suspect for found in diagnoses for suspect in found.suspects]
    facts = changed.facts()
    return tuple(_follower(suspect, facts[suspect.fact].printed or "") for suspect in suspects)


def _follower(suspect: Suspect, printed: str) -> Follower:
    suggested = suspect.repairs[0].suggested if suspect.repairs else None
    also = suspect.repairs[0].also if suspect.repairs else ()
    return Follower(
        fact=suspect.fact, printed=printed, suggested=suggested, allowed=suspect.allowed, also=also
    )


def _trusting(project: Project, forms: Mapping[str, PrintedQuantity]) -> Project:
    files = [
        replace(
            file,
            facts={
                name: replace(fact, trusted=True) if fact.id in forms else fact
                for name, fact in file.facts.items()
            },
        )
        for file in project.files
    ]
    return Project(files)
