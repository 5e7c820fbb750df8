/*
title_ja: 調べた担い手の数
title_en: How many providers were looked at
question_ja: 協議体のある地域でサービスを実施している、名前のある団体はいくつか
question_en: How many named bodies run a service in an area with a council?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [population]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  WITH a, a.id AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
  WITH * WHERE NOT EXISTS {
    MATCH (c)-[p:OPERATES_IN|COVERS]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN c
  UNION
  MATCH (a)<-[p:OPERATES_IN|COVERS]-(c:Council)
  WHERE p.visibility IN $visible AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
  RETURN c
}
WITH DISTINCT a
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN DISTINCT x
}
CALL (x) {
  WITH x, x.id AS place
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[d:DELIVERED_IN|COVERS]->(h:Area)
    WHERE d.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN s
  UNION
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN s
}
WITH DISTINCT a, s
WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
MATCH (o:Organization)-[v:PROVIDES]->(s)
WHERE o.visibility IN $visible AND v.visibility IN $visible AND NOT coalesce(o.generic, false) AND coalesce(v.status, 'running') = 'running'
WITH DISTINCT a, o
RETURN count(*) AS population
