/*
title_ja: 二つ以上の資料に載っていておかしくない記録の数
title_en: How many records two or more sources could have shown
question_ja: 調べた記録はいくつか
question_en: How many records were looked at?
returns: [population]
since: 1
*/
UNWIND $areas AS place
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (place) {
  MATCH (own:Area {id: place})
  MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect({kind: k.kind, dataset: src.dataset, categories: coalesce(k.categories, [])}) AS scopes
}
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  RETURN o.id AS id, 'bodies' AS kind, o.sources AS sources, coalesce(o.actor_types, []) AS codes
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS id, 'bodies' AS kind, o.sources AS sources, coalesce(o.actor_types, []) AS codes
  UNION
  MATCH (c:Council)
  WHERE c.placed_in = place AND c.visibility IN $visible AND NOT coalesce(c.generic, false)
  RETURN c.id AS id, 'seats' AS kind, c.sources AS sources, [] AS codes
  UNION
  MATCH (h:Area {id: place})<-[p:DELIVERED_IN|COVERS]-(s:Service)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND s.visibility IN $visible
  RETURN s.id AS id, 'services' AS kind, s.sources AS sources,
    [(s)-[i:IN_CATEGORY]->(g:ServiceCategory) WHERE i.visibility IN $visible | g.code] AS codes
  UNION
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS { MATCH (s)-[p:DELIVERED_IN|COVERS]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN s.id AS id, 'services' AS kind, s.sources AS sources,
    [(s)-[i:IN_CATEGORY]->(g:ServiceCategory) WHERE i.visibility IN $visible | g.code] AS codes
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id, 'needs' AS kind, n.sources AS sources, coalesce(n.codes, []) AS codes
}
WITH id, [one IN sources WHERE one IN readable] AS stating,
  [one IN scopes WHERE one.kind = kind AND (size(one.categories) = 0 OR any(code IN one.categories WHERE code IN codes)) | one.dataset] AS able
WITH id, stating, [one IN able WHERE NOT one IN stating] AS others
WHERE size(stating) > 1 OR (size(stating) = 1 AND size(others) > 0)
RETURN count(DISTINCT id) AS population
