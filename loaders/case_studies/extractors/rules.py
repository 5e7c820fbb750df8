"""The rules as an extractor: what they read of a case, in the form of proposals.

The load itself takes the rules' facts as they are; this shows that what holds for proposals holds for them, too.
"""

from collections.abc import Sequence

from graph.facts import Fact
from graph.identity import case_study_key
from graph.model.definitions import Node, Relationship
from graph.model.sources import CaseStudy
from loaders.case_studies.building import Builder
from loaders.case_studies.extractors import proposable
from loaders.case_studies.extractors.contract import CaseText, Proposals, ProposedThing, ProposedTie
from loaders.case_studies.reader import Reader


class Rules:
    """Reads a case by the rules of `loaders.case_studies.reader`."""

    name = "rules"

    def propose(self, text: CaseText) -> Proposals:
        """Everything that the rules state of what may be proposed."""
        study = CaseStudy(key=case_study_key(self.name, text.area.id, text.name), name=text.name, area_id=text.area.id)
        facts = Builder(Reader(text.case).read(), study).build([], self.name)
        names = {fact.id: fact.what.name for fact in facts if isinstance(fact.what, Node)}
        kept = {fact.id for fact in facts if isinstance(fact.what, Node) and fact.what.label in proposable.LABELS}
        return Proposals(
            things=tuple(_thing(fact, fact.what) for fact in facts if isinstance(fact.what, Node) and fact.id in kept),
            ties=tuple(
                _tie(fact, fact.what, names)
                for fact in facts
                if isinstance(fact.what, Relationship) and {fact.what.start.id, fact.what.end.id} <= kept
            ),
        )


def _thing(fact: Fact, node: Node) -> ProposedThing:
    others: Sequence[str] = getattr(node, "aliases", ())
    evidence, status = fact.evidence[0], getattr(node, "status", None)
    return ProposedThing(
        label=node.label,
        name=node.name,
        other_names=tuple(others),
        codes=fact.codes,
        status=status if status in proposable.STATUSES else None,
        line=evidence.line or 0,
        quote=evidence.quote,
    )


def _tie(fact: Fact, tie: Relationship, names: dict[str, str]) -> ProposedTie:
    evidence = fact.evidence[0]
    details = {name: str(value) for name in proposable.details_of(type(tie)) if (value := getattr(tie, name))}
    return ProposedTie(
        type=tie.type, start=names[tie.start.id], end=names[tie.end.id], details=details, line=evidence.line or 0, quote=evidence.quote
    )
