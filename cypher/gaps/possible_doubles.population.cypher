/*
title_ja: 名前のある団体の数
title_en: How many named bodies
question_ja: 調べた団体はいくつか
question_en: How many bodies were looked at?
returns: [population]
since: 1
*/
UNWIND $areas AS place
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  RETURN o.id AS body
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS body
}
RETURN count(DISTINCT body) AS population
