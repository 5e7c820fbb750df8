/*
title_ja: 始められそうな団体
title_en: Bodies that could start a service
question_ja: そのニーズに応えるサービスを始められそうな手がかりが記載されている団体はどれか
question_en: Of which bodies here is something recorded that speaks for their starting a service for the need?
parameters:
  needs: {type: texts, default: [], about_ja: ニーズの符号（空ならすべて）, about_en: codes of needs; none means all}
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [need_code, id, name, reason, about, evidence]
identity: [need_code, id, reason]
since: 1
*/
// reason: elsewhere (runs such a service outside this area), neighbouring (runs one of the same group of kinds), acts_for (is said to
// act for the need), council (sits on a council in which the need was raised). Kinds of actor are no bodies.
CALL () {
  MATCH (a:Area)<-[w:OPERATES_IN]-(o:Organization)
  WHERE a.id IN $areas AND a.visibility IN $visible AND w.visibility IN $visible AND o.visibility IN $visible
  RETURN o
  UNION
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[w:OPERATES_IN]->(h:Area)
    WHERE w.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
}
WITH o
WHERE NOT coalesce(o.generic, false) AND coalesce(o.ended_on > $as_of, true)
CALL (o) {
  MATCH (o)-[p:PROVIDES]->(s:Service)-[i:IN_CATEGORY]->(k:ServiceCategory)<-[:ANSWERED_BY]-(c:NeedCategory)
  WHERE p.visibility IN $visible AND s.visibility IN $visible AND i.visibility IN $visible AND s.status = 'running'
    AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true) AND (size($needs) = 0 OR c.code IN $needs)
  WITH s, c, p, [(s)-[d:DELIVERED_IN|COVERS]->(q:Area) WHERE d.visibility IN $visible AND q.visibility IN $visible | q.id] AS stated
  WITH s, c, p, CASE WHEN size(stated) = 0 THEN [s.placed_in] ELSE stated END AS places
  WHERE any(place IN places WHERE place IS NOT NULL) AND none(place IN places WHERE coalesce(place IN $areas, false))
  RETURN c.code AS need_code, 'elsewhere' AS reason, s.name AS about, p.id AS fact
  UNION
  MATCH (o)-[p:PROVIDES]->(s:Service)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE p.visibility IN $visible AND s.visibility IN $visible AND i.visibility IN $visible AND s.status = 'running'
    AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  MATCH (c:NeedCategory)-[:ANSWERED_BY]->(near:ServiceCategory)
  WHERE near.group = k.group AND (size($needs) = 0 OR c.code IN $needs)
  WITH * WHERE NOT EXISTS { MATCH (c)-[:ANSWERED_BY]->(k) }
  RETURN c.code AS need_code, 'neighbouring' AS reason, s.name AS about, p.id AS fact
  UNION
  MATCH (o)-[f:ACTS_FOR]->(n:Need)<-[h:HAS_NEED]-(b:Area)
  WHERE f.visibility IN $visible AND n.visibility IN $visible AND h.visibility IN $visible AND b.visibility IN $visible AND b.id IN $areas
  MATCH (n)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE i.visibility IN $visible AND (size($needs) = 0 OR c.code IN $needs)
  RETURN c.code AS need_code, 'acts_for' AS reason, n.name AS about, f.id AS fact
  UNION
  MATCH (o)-[m:MEMBER_OF]->(council:Council)<-[r:RAISED_IN]-(n:Need)<-[h:HAS_NEED]-(b:Area)
  WHERE m.visibility IN $visible AND council.visibility IN $visible AND r.visibility IN $visible AND n.visibility IN $visible
    AND h.visibility IN $visible AND b.visibility IN $visible AND b.id IN $areas
  MATCH (n)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE i.visibility IN $visible AND (size($needs) = 0 OR c.code IN $needs)
  RETURN c.code AS need_code, 'council' AS reason, council.name AS about, m.id AS fact
}
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH need_code, o.id AS id, o.name AS name, reason, collect(DISTINCT about) AS about, collect(DISTINCT e.id) AS evidence
RETURN need_code, id, name, reason, about, evidence
ORDER BY need_code, id, reason
