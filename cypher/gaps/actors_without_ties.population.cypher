/*
title_ja: つながりについて述べた資料に名前がある団体の数
title_en: How many named bodies a source that could have shown ties names
question_ja: 調べた団体はいくつか
question_en: How many bodies were looked at?
returns: [population]
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
  RETURN collect(DISTINCT src.dataset) AS able
}
CALL (a) {
  WITH a, a.id AS home
  MATCH (o:Organization)
  WHERE o.placed_in = home AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (a)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  RETURN o
}
WITH a, o.placed_in AS placed, head(collect(able)) AS able, collect(DISTINCT o) AS group
CALL (placed) {
  MATCH (h:Area)
  WHERE h.id = placed
  MATCH up = (h)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(DISTINCT src.dataset) AS where_it_is_placed
}
UNWIND group AS o
WITH a, o, [d IN o.sources WHERE d IN able OR d IN where_it_is_placed] AS sources_that_could_show
WHERE size(sources_that_could_show) > 0
WITH * WHERE NOT EXISTS {
  MATCH (o)-[p:PART_OF]->(whole:Organization)
  WHERE p.visibility IN $visible AND whole.visibility IN $visible
}
RETURN count(DISTINCT o.id) AS population
