/*
title_ja: 報告する区域の数
title_en: How many areas are reported on
question_ja: 記録のある市区町村と、お尋ねの区域はいくつか
question_en: How many municipalities with records, or areas asked about, are there?
returns: [population]
since: 1
*/
UNWIND $areas AS place
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible AND coalesce(a.level, '') <> 'prefecture' AND NOT coalesce(a.generic, false)
WITH a, [(a)-[p:PART_OF]->(w:Area) WHERE p.visibility IN $visible AND w.visibility IN $visible | {id: w.id, level: w.level}] AS wider
WITH a, none(one IN wider WHERE one.id IN $areas) AS asked, none(one IN wider WHERE one.id IN $areas AND coalesce(one.level, '') <> 'prefecture') AS widest
WHERE widest
MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
WHERE all(one IN nodes(down) WHERE one.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
WITH a, asked, collect(DISTINCT x.id) AS below
CALL (below) {
  UNWIND below AS place
  CALL (place) {
    MATCH (x:Organization) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
    UNION
    MATCH (x:Council) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
    UNION
    MATCH (x:Post) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
    UNION
    MATCH (h:Area)<-[d:DELIVERED_IN|COVERS]-(x:Service) WHERE h.id = place AND d.visibility IN $visible AND x.visibility IN $visible RETURN x.id AS id
    UNION
    MATCH (x:Service) WHERE x.placed_in = place AND x.visibility IN $visible
    WITH * WHERE NOT EXISTS { MATCH (x)-[d:DELIVERED_IN|COVERS]->(h:Area) WHERE d.visibility IN $visible AND h.visibility IN $visible }
    RETURN x.id AS id
  }
  RETURN count(id) AS records
}
WITH a, asked, records
WHERE asked OR records > 0
RETURN count(a) AS population
