/*
title_ja: 区域ごとの記録
title_en: What is recorded for each area
question_ja: この区域には、どの団体・協議体・サービス・ニーズが記録されているか
question_en: Which bodies, councils, services and needs are recorded for each area?
returns: [area_id, bodies, generic_bodies, councils, services, needs, sources]
identity: [area_id]
since: 1
*/
// Ids, so that areas can be put together without counting a thing twice. Bodies by where they work and services by where
// they are held or whom they cover; else by the case or register that names them.
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL () {
  MATCH (o:Organization)
  WHERE o.visibility IN $visible
  WITH o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
  WITH o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
  UNWIND homes AS home
  RETURN DISTINCT home AS area_id, CASE WHEN coalesce(o.generic, false) THEN 'kind' ELSE 'body' END AS kind, o.id AS id, o.sources AS sources
  UNION
  MATCH (c:Council)
  WHERE c.visibility IN $visible
  RETURN DISTINCT c.placed_in AS area_id, 'council' AS kind, c.id AS id, c.sources AS sources
  UNION
  MATCH (s:Service)
  WHERE s.visibility IN $visible
  WITH s, [(s)-[d:DELIVERED_IN|COVERS]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS stated
  UNWIND CASE WHEN size(stated) = 0 THEN [s.placed_in] ELSE stated END AS place
  RETURN DISTINCT place AS area_id, 'service' AS kind, s.id AS id, s.sources AS sources
  UNION
  MATCH (n:Need)
  WHERE n.visibility IN $visible
  RETURN DISTINCT n.placed_in AS area_id, 'need' AS kind, n.id AS id, n.sources AS sources
}
WITH readable, area_id, kind, id, sources
WHERE area_id IN $areas
WITH readable, area_id, collect({kind: kind, id: id}) AS things,
  reduce(seen = [], some IN collect(sources) | seen + [one IN some WHERE NOT one IN seen]) AS sources
RETURN area_id, [one IN things WHERE one.kind = 'body' | one.id] AS bodies, [one IN things WHERE one.kind = 'kind' | one.id] AS generic_bodies,
  [one IN things WHERE one.kind = 'council' | one.id] AS councils, [one IN things WHERE one.kind = 'service' | one.id] AS services,
  [one IN things WHERE one.kind = 'need' | one.id] AS needs, [one IN sources WHERE one IN readable] AS sources
ORDER BY area_id
