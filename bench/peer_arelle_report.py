"""The same sums as an XBRL report: a taxonomy with a concept for each place in each shape of sum, and a context for each sum."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sums.rounded import SHAPES, Figure, RoundedSum

NAMESPACE = "http://example.com/sums"
ARCROLE = "https://xbrl.org/2023/arcrole/summation-item"
SCHEMA = f"""\
<?xml version="1.0" encoding="utf-8"?>
<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
<annotation><appinfo><link:linkbaseRef xlink:type="simple" xlink:href="sums-calculation.xml"
 xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef"
 xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></appinfo></annotation>
<import namespace="http://www.xbrl.org/2003/instance"
 schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
{{elements}}
</schema>
"""
LINKBASE = f"""\
<?xml version="1.0" encoding="utf-8"?>
<linkbase xmlns="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<arcroleRef arcroleURI="{ARCROLE}" xlink:type="simple"
 xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>
<calculationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
{{arcs}}
</calculationLink></linkbase>
"""
INSTANCE = f"""\
<?xml version="1.0" encoding="utf-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:s="{NAMESPACE}">
<link:schemaRef xlink:type="simple" xlink:href="sums.xsd"/>
<xbrli:unit id="u"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>
{{facts}}
</xbrli:xbrl>
"""


def write_report(folder: Path, sums: Sequence[RoundedSum]) -> Path:
    """Taxonomy and instance, which is returned; the sum with index n is reported in context ``cn``."""
    facts = []
    for number, each in enumerate(sums):
        facts.append(_context(number) + _fact(f"T{each.shape}", number, each.total))
        facts += [_fact(f"P{each.shape}_{at}", number, part) for at, part in enumerate(each.parts)]
    names, arcs = [], []
    for shape, weights in enumerate(SHAPES):
        parts = [f"P{shape}_{at}" for at in range(len(weights))]
        names += [f"T{shape}", *parts]
        arcs += [
            _arc(f"T{shape}", part, at + 1, w)
            for at, (part, w) in enumerate(zip(parts, weights, strict=True))
        ]
    return _write(folder, names, "".join(arcs), facts)


def write_joint_case(folder: Path) -> Path:
    """A = 5, B = 11 and C = 9.9, rounded, with the sums A + 5.6 = B and A + 5.4 = C (5.6 and 5.4 exact), all in one context."""
    figures = {
        "A": Figure(5, 0),
        "K": Figure(56, 1, exact=True),
        "B": Figure(11, 0),
        "L": Figure(54, 1, exact=True),
        "C": Figure(99, 1),
    }
    arcs = _arc("B", "A", 1, 1) + _arc("B", "K", 2, 1) + _arc("C", "A", 1, 1) + _arc("C", "L", 2, 1)
    return _write(
        folder, list(figures), arcs, [_context(0), *(_fact(name, 0, of) for name, of in figures.items())]
    )


def _write(folder: Path, names: list[str], arcs: str, facts: list[str]) -> Path:
    elements = (
        f'<element id="{name}" name="{name}" type="xbrli:decimalItemType" substitutionGroup="xbrli:item"'
        ' xbrli:periodType="instant" nillable="true"/>'
        for name in names
    )
    places = (
        f'<loc xlink:type="locator" xlink:href="sums.xsd#{name}" xlink:label="{name}"/>\n' for name in names
    )
    instance = folder / "sums.xbrl"
    (folder / "sums.xsd").write_text(SCHEMA.format(elements="\n".join(elements)), encoding="utf-8")
    (folder / "sums-calculation.xml").write_text(
        LINKBASE.format(arcs="".join((*places, arcs))), encoding="utf-8"
    )
    instance.write_text(INSTANCE.format(facts="\n".join(facts)), encoding="utf-8")
    return instance


def _arc(total: str, part: str, order: int, weight: int) -> str:
    return (
        f'<calculationArc xlink:type="arc" xlink:arcrole="{ARCROLE}" xlink:from="{total}" xlink:to="{part}"'
        f' order="{order}" weight="{weight}"/>\n'
    )


def _context(number: int) -> str:
    return (
        f'<xbrli:context id="c{number}"><xbrli:entity><xbrli:identifier scheme="{NAMESPACE}">{number}</xbrli:identifier>'
        "</xbrli:entity><xbrli:period><xbrli:instant>2020-12-31</xbrli:instant></xbrli:period></xbrli:context>\n"
    )


def _fact(name: str, context: int, figure: Figure) -> str:
    decimals = "INF" if figure.exact else figure.decimals
    return f'<s:{name} contextRef="c{context}" unitRef="u" decimals="{decimals}">{figure.text}</s:{name}>'
