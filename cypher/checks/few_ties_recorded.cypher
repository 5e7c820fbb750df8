/*
title_ja: つながりより名簿を載せた資料しかない区域
title_en: Areas whose sources list members and not ties
question_ja: 団体の数の半分に満たないつながりしか記載されていないのはどこか
question_en: Where do the sources record fewer ties between organisations than half the organisations?
note_ja: '{area}の資料は、つながりより構成員の名簿を載せたものです（団体 {organizations}、つながり {ties:g}）。つながりについての問いには、まだ答えられません。'
several_ja: 'つながりより構成員の名簿を載せた資料しかないため、つながりについての問いにまだ答えられない地域: {areas}'
note_en: 'The sources of {area} list members rather than ties ({organizations} organisations, {ties:g} ties): questions about ties cannot be answered yet.'
several_en: 'Areas whose sources list members rather than ties, so that questions about ties cannot be answered yet: {areas}'
returns: [area_id, area, organizations, ties]
identity: [area_id]
since: 1
*/
// Looked at are whole municipalities: a district has few bodies, and a source that lists ties lists them of the whole.
// A tie whose other end works in another area counts half here and half there.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, y, length(up) AS far
ORDER BY a.id, far DESC, y.id
WITH a, collect({id: y.id, level: y.level}) AS above
WITH a, [one IN above | one.id] AS wider, [one IN above WHERE one.level IN ['municipality', 'ward'] | one.id] AS whole
WITH a, wider, CASE WHEN size(whole) = 0 THEN a.id ELSE head(whole) END AS unit
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(scope:Area)
WHERE scope.id IN wider AND src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
  AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
WITH a, unit, count(src) AS speaking
WHERE speaking > 0
WITH DISTINCT unit, CASE WHEN unit IN $areas THEN unit ELSE a.id END AS area_id
MATCH (u:Area)
WHERE u.id = unit
MATCH up = (u)<-[:PART_OF*0..5]-(x:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH DISTINCT area_id, u, x
WHERE x.id = u.id OR u.level <> 'prefecture'
CALL (x) {
  WITH x, x.id AS home
  MATCH (o:Organization)
  WHERE o.placed_in = home AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (x)<-[p:OPERATES_IN]-(o:Organization)
  WHERE p.visibility IN $visible AND o.visibility IN $visible
  RETURN o
}
WITH DISTINCT area_id, o
OPTIONAL MATCH (o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(b:Organization)
WHERE r.visibility IN $visible AND b.visibility IN $visible AND b.id <> o.id AND coalesce(r.state, 'recorded') = 'recorded'
WITH area_id, o, collect(DISTINCT b.id) AS direct
OPTIONAL MATCH (o)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(c:Organization)
WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND c.visibility IN $visible AND c.id <> o.id
WITH area_id, o, direct, collect(DISTINCT c.id) AS through
WITH area_id, o, size(direct) + size([x IN through WHERE NOT x IN direct]) AS degree
WITH area_id, count(o) AS organizations, sum(degree) AS ends
WHERE ends < organizations
MATCH (a:Area)
WHERE a.id = area_id
RETURN area_id, a.name AS area, organizations, ends / 2.0 AS ties
ORDER BY area_id
