/*
title_ja: 地域のつながり図
title_en: The network of an area
question_ja: この地域の団体・協議体・サービス・ニーズは、どうつながっていると記載されているか
question_en: How are the bodies, councils, services and needs of this area recorded to be connected?
returns: [nodes, relationships]
since: 1
*/
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
  RETURN collect({id: o.id, label: 'Organization', name: o.name, visibility: o.visibility, kana: o.kana, aliases: o.aliases, actor_types: o.actor_types,
    generic: o.generic, count: o.count, ended_on: o.ended_on, area_id: o.placed_in, verified_on: o.verified_on,
    sources: [d IN o.sources WHERE d IN readable]}) AS bodies
}
CALL (readable) {
  MATCH (c:Council)
  WHERE c.visibility IN $visible AND c.placed_in IN $areas AND NOT 'Organization' IN labels(c)
  RETURN collect({id: c.id, label: 'Council', name: c.name, visibility: c.visibility, aliases: c.aliases, status: c.status, area_id: c.placed_in,
    verified_on: c.verified_on, sources: [d IN c.sources WHERE d IN readable]}) AS councils
}
CALL (readable) {
  MATCH (s:Service)
  WHERE s.visibility IN $visible
  WITH readable, s, [(s)-[d:DELIVERED_IN|COVERS]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS places
  WHERE any(place IN places + [s.placed_in] WHERE place IN $areas)
  RETURN collect({id: s.id, label: 'Service', name: s.name, visibility: s.visibility, status: s.status, area_id: s.placed_in, verified_on: s.verified_on,
    sources: [d IN s.sources WHERE d IN readable], categories: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code]}) AS services
}
CALL (readable) {
  MATCH (n:Need)
  WHERE n.visibility IN $visible AND n.placed_in IN $areas
  RETURN collect({id: n.id, label: 'Need', name: n.name, visibility: n.visibility, categories: n.codes, area_id: n.placed_in, verified_on: n.verified_on,
    sources: [d IN n.sources WHERE d IN readable]}) AS needs
}
CALL (readable) {
  MATCH (g:Programme)
  WHERE g.visibility IN $visible AND g.placed_in IN $areas
  RETURN collect({id: g.id, label: 'Programme', name: g.name, visibility: g.visibility, area_id: g.placed_in, verified_on: g.verified_on,
    sources: [d IN g.sources WHERE d IN readable]}) AS programmes
}
WITH readable, bodies + councils + services + needs + programmes AS nodes
WITH readable, nodes, [node IN nodes | node.id] AS ids
// In a subquery of its own: with the nodes beside every relationship, Neo4j needs more memory than it has for 900 of them.
CALL (readable, ids) {
  MATCH (a:Organization|Council|Service|Programme)-[r]->(b:Organization|Council|Service|Need|Programme)
  WHERE a.id IN ids AND b.id IN ids AND r.visibility IN $visible AND type(r) <> 'POSSIBLY_SAME_AS'
  RETURN collect(DISTINCT {id: r.id, type: type(r), start: a.id, end: b.id, visibility: r.visibility, state: r.state, status: r.status, function: r.function,
    sources: [d IN r.sources WHERE d IN readable]}) AS relationships
}
RETURN nodes, relationships
