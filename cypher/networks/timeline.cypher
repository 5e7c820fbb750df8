/*
title_ja: 期間の図
title_en: Timeline
question_ja: この地域の団体・協議体・サービス・ニーズ・事業は、いつから、いつまでと記載されているか
question_en: From when until when are the bodies, councils, services, needs and programmes of this area recorded?
returns: [nodes, relationships]
since: 1
*/
// begins and ends are what a source states of the thing itself: the term of a registration, the day of founding or of dissolution.
// On which days the sources hold stands with their sentences.
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (readable) {
  MATCH (o:Organization)
  WHERE o.visibility IN $visible
  WITH readable, o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
  WITH readable, o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
  WHERE any(home IN homes WHERE home IN $areas)
  RETURN collect({id: o.id, label: 'Organization', name: o.name, actor_types: o.actor_types, generic: o.generic, count: o.count,
    area_id: o.placed_in, verified_on: o.verified_on, ends: o.ended_on, sources: [d IN o.sources WHERE d IN readable]}) AS bodies
}
CALL (readable) {
  MATCH (c:Council)
  WHERE c.visibility IN $visible AND c.placed_in IN $areas AND NOT 'Organization' IN labels(c)
  RETURN collect({id: c.id, label: 'Council', name: c.name, status: c.status, area_id: c.placed_in, verified_on: c.verified_on,
    begins: c.founded, sources: [d IN c.sources WHERE d IN readable]}) AS councils
}
CALL (readable) {
  MATCH (s:Service)
  WHERE s.visibility IN $visible
  WITH readable, s, [(s)-[d:DELIVERED_IN|COVERS]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS places
  WHERE any(place IN places + [s.placed_in] WHERE place IN $areas)
  RETURN collect({id: s.id, label: 'Service', name: s.name, status: s.status, area_id: s.placed_in, verified_on: s.verified_on,
    begins: s.valid_from, ends: s.valid_to, sources: [d IN s.sources WHERE d IN readable]}) AS services
}
CALL (readable) {
  MATCH (n:Need)
  WHERE n.visibility IN $visible AND n.placed_in IN $areas
  RETURN collect({id: n.id, label: 'Need', name: n.name, area_id: n.placed_in, verified_on: n.verified_on,
    sources: [d IN n.sources WHERE d IN readable]}) AS needs
}
CALL (readable) {
  MATCH (g:Programme)
  WHERE g.visibility IN $visible AND g.placed_in IN $areas
  RETURN collect({id: g.id, label: 'Programme', name: g.name, area_id: g.placed_in, verified_on: g.verified_on, begins: g.begins, ends: g.ends_on,
    sources: [d IN g.sources WHERE d IN readable]}) AS programmes
}
RETURN bodies + councils + services + needs + programmes AS nodes, [] AS relationships
