/*
title_ja: つながりについて述べた資料がない区域
title_en: Areas of which no source could have shown ties
question_ja: 団体の記録はあるのに、つながりについて述べた資料が一つもないのはどこか
question_en: For which areas are organisations recorded, but by no source that could have shown ties?
note_ja: '{area}については、団体のつながりについて述べた資料がまだ取り込まれていません（団体 {organizations}）。'
several_ja: '団体のつながりについて述べた資料がまだ取り込まれていない地域: {areas}'
note_en: 'No source that could have shown ties has been loaded for {area} ({organizations} organisations).'
several_en: 'Areas for which no source that could have shown ties has been loaded: {areas}'
returns: [area_id, area, organizations]
identity: [area_id]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN count(src) AS speaking
}
WITH a, speaking
WHERE speaking = 0
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
WITH a, count(DISTINCT o.id) AS organizations
RETURN a.id AS area_id, a.name AS area, organizations
ORDER BY area_id
