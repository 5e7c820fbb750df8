/*
title_ja: この地域の記録の数
title_en: How many records of this area
question_ja: 調べた団体・協議体・サービス・ニーズはいくつか
question_en: How many bodies, councils, services and needs were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
returns: [population]
since: 1
*/
UNWIND $areas AS place
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  RETURN o.id AS id
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible AND NOT coalesce(o.generic, false) AND coalesce(o.ended_on > $as_of, true)
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS id
  UNION
  MATCH (c:Council)
  WHERE c.placed_in = place AND c.visibility IN $visible AND coalesce(c.status, 'active') <> 'ended'
  RETURN c.id AS id
  UNION
  MATCH (h:Area {id: place})<-[p:DELIVERED_IN|COVERS]-(s:Service)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND s.visibility IN $visible AND coalesce(s.status, 'running') <> 'ended'
  RETURN s.id AS id
  UNION
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible AND coalesce(s.status, 'running') <> 'ended'
  WITH * WHERE NOT EXISTS { MATCH (s)-[p:DELIVERED_IN|COVERS]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN s.id AS id
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id
}
RETURN count(DISTINCT id) AS population
