/*
title_ja: 記録のある区域とお尋ねの区域の数
title_en: How many areas have records or were asked about
question_ja: 調べた区域はいくつか
question_en: How many areas were looked at?
returns: [population]
since: 1
*/
UNWIND $areas AS place
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible AND coalesce(a.level, '') <> 'prefecture' AND NOT coalesce(a.generic, false)
WITH a, place, [(a)-[p:PART_OF]->(w:Area) WHERE p.visibility IN $visible AND w.visibility IN $visible | w.id] AS wider
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN|COVERS|DELIVERED_IN|ACTS_FOR|OBSERVED_IN]-(x:Organization|Council|Service|Programme|Post|Observation)
  WHERE p.visibility IN $visible AND x.visibility IN $visible
  RETURN x.id AS id
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id
  UNION
  MATCH (x:Organization) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Council) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Service) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Need) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Programme) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Post) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  RETURN null AS id
}
WITH a, wider, count(DISTINCT id) AS records
WHERE records > 0 OR none(one IN wider WHERE one IN $areas)
RETURN count(a) AS population
