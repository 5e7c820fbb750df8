/*
title_ja: 網羅した資料がある、実施中のサービスの種類の数
title_en: How many kinds of service run where a source is complete for them
question_ja: 調べた区域とサービスの種類の組はいくつか
question_en: How many pairs of an area and a kind of service were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [population]
since: 1
*/
// Only sources that are exhaustive for the category, for this area or one that it lies in: of examples nothing follows.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND a.level IN ['municipality', 'ward']
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, collect(DISTINCT y) AS above
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services' AND w.coverage = 'exhaustive'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({dataset: src.dataset, categories: coalesce(w.categories, [])}) AS spoken
}
WITH a, above, spoken
WHERE size(spoken) > 0
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT x) AS below
}
CALL (below) {
  UNWIND below AS x
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT s) AS held
}
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[d:COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT s) AS wide
}
CALL (below) {
  UNWIND below AS x
  MATCH (s:Service)
  WHERE s.placed_in = x.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect(DISTINCT s) AS placed
}
UNWIND held + wide + placed AS s
WITH DISTINCT a, spoken, s
WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
WHERE i.visibility IN $visible
WITH a, s, k.code AS category, [one IN spoken WHERE size(one.categories) = 0 OR k.code IN one.categories | one.dataset] AS complete
WHERE size(complete) > 0
RETURN count(DISTINCT a.id + ' ' + category) AS population
