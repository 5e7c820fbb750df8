/*
title_ja: 区域の重なる第1層と第2層の協議体の組の数
title_en: How many pairs of councils whose areas nest
question_ja: 調べた協議体の組はいくつか
question_en: How many pairs of a layer 1 and a layer 2 council were looked at?
returns: [population]
since: 1
*/
CALL () {
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible
  RETURN c
  UNION
  UNWIND $areas AS home
  MATCH (a:Area)<-[r:COVERS|OPERATES_IN]-(c:Council)
  WHERE a.id = home AND r.visibility IN $visible AND a.visibility IN $visible AND c.visibility IN $visible
  RETURN c
}
WITH c AS lower
WHERE coalesce(lower.status, 'active') = 'active' AND 2 IN coalesce(lower.layers, [])
  AND NOT 1 IN coalesce(lower.layers, [])
WITH lower, [(lower)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
  [(lower)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
WITH lower, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [lower.placed_in] END AS places
UNWIND places AS place
WITH lower, place
WHERE place IN $areas
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible
MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH DISTINCT lower, a, b, b.id AS wider
CALL (b, wider) {
  MATCH (u:Council)
  WHERE u.placed_in = wider
  RETURN u
  UNION
  MATCH (b)<-[r:COVERS|OPERATES_IN]-(u:Council)
  WHERE r.visibility IN $visible
  RETURN u
}
WITH lower, a, wider, u
WHERE u.visibility IN $visible AND coalesce(u.status, 'active') = 'active' AND 1 IN coalesce(u.layers, []) AND u.id <> lower.id
WITH lower, a, wider, u, [(u)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
  [(u)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
WITH lower, a, wider, u, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [u.placed_in] END AS places
WHERE wider IN places
WITH DISTINCT lower, a, u
RETURN count(DISTINCT a.id + ' ' + u.id + ' ' + lower.id) AS population
