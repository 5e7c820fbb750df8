/*
title_ja: 支えになり得る補助・基金・事業
title_en: Programmes that pay
question_ja: この区域やそれを含む区域の補助・基金・事業はどれで、何を支えているか
question_en: Which programmes are there for this area or one that it lies in, and for what do they pay?
returns: [id, name, kind, ends_on, amount_yen, pays_for, categories, evidence]
identity: [id]
since: 1
*/
// categories: kinds of the services that it is recorded to pay for, here or elsewhere.
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  MATCH (y)<-[v:COVERS]-(p:Programme)
  WHERE v.visibility IN $visible AND p.visibility IN $visible
  RETURN p
  UNION
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH (p:Programme)
  WHERE p.placed_in = a.id AND p.visibility IN $visible
  RETURN p
}
WITH p, p.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH p, collect(e.id) AS evidence
WITH p, evidence, [(p)-[f:FUNDS]->(t) WHERE f.visibility IN $visible AND t.visibility IN $visible | t.name] AS paid,
  [(p)-[f:FUNDS]->(s:Service)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE f.visibility IN $visible AND s.visibility IN $visible
    AND i.visibility IN $visible | k.code] AS kinds
RETURN p.id AS id, p.name AS name, p.kind AS kind, p.ends_on AS ends_on, p.amount_yen AS amount_yen,
  reduce(seen = [], one IN paid | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS pays_for,
  reduce(seen = [], one IN kinds | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS categories, evidence
ORDER BY id
