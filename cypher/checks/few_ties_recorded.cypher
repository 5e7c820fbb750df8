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
// A tie whose other end works in another area counts half here and half there.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
WITH * WHERE EXISTS {
  MATCH (src:Source)-[k:SPEAKS_OF]->(a)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
}
CALL (a) {
  WITH a, a.id AS home
  MATCH (o:Organization)
  WHERE o.placed_in = home AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (a)<-[p:OPERATES_IN]-(o:Organization)
  WHERE p.visibility IN $visible AND o.visibility IN $visible
  RETURN o
}
OPTIONAL MATCH (o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(b:Organization)
WHERE r.visibility IN $visible AND b.visibility IN $visible AND b.id <> o.id AND coalesce(r.state, 'recorded') = 'recorded'
WITH a, o, collect(DISTINCT b.id) AS direct
OPTIONAL MATCH (o)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(c:Organization)
WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND c.visibility IN $visible AND c.id <> o.id
WITH a, o, direct, collect(DISTINCT c.id) AS through
WITH a, o, size(direct) + size([x IN through WHERE NOT x IN direct]) AS degree
WITH a, count(o) AS organizations, sum(degree) AS ends
WHERE ends < organizations
RETURN a.id AS area_id, a.name AS area, organizations, ends / 2.0 AS ties
ORDER BY area_id
