"""Files that have to be judged together: those joined by ``uses``."""

from __future__ import annotations

from factcheck.claims.model import ClaimsFile, Project


def connected_files(project: Project) -> list[list[ClaimsFile]]:
    """The files in groups that share no facts, groups and files in the order given."""
    by_path = {file.path: file for file in project.files}
    group_of = {path: path for path in by_path}

    def root(path: str) -> str:
        while group_of[path] != path:
            group_of[path] = group_of[group_of[path]]
            path = group_of[path]
        return path

    for file in project.files:
        for used in file.uses.values():
            if used in by_path:
                group_of[root(used)] = root(file.path)
    groups: dict[str, list[ClaimsFile]] = {}
    for file in project.files:
        groups.setdefault(root(file.path), []).append(file)
    return list(groups.values())
