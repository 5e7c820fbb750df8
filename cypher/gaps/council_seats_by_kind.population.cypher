/*
title_ja: 記録のある協議体・会議の数
title_en: How many councils are recorded
question_ja: 構成員を調べた協議体・会議はいくつか
question_en: How many councils were looked at?
returns: [population]
since: 1
*/
CALL () {
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home
  MATCH (a:Area)
  WHERE a.id = home
  RETURN a, c
  UNION
  UNWIND $areas AS home
  MATCH (a:Area)<-[r:COVERS|OPERATES_IN]-(c:Council)
  WHERE a.id = home AND r.visibility IN $visible
  RETURN a, c
}
WITH a, c
WHERE a.visibility IN $visible AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
RETURN count(DISTINCT c.id) AS population
