/*
title_ja: ニーズに応える種類のサービス
title_en: Services of the kinds that answer a need
question_ja: この区域で、または区域を含む広い範囲を対象に、そのニーズに応える種類のサービスはどれか
question_en: Which services of the kinds that answer a need are held here, or are for a wider area that includes this one?
parameters:
  needs: {type: texts, default: [], about_ja: ニーズの符号（空ならすべて）, about_en: codes of needs; none means all}
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [need_code, service_id, service, place, state, strength, stated, categories, providers, evidence]
identity: [need_code, service_id]
since: 1
*/
// place: here (held here, for just these people, or placed here where no source says) or wide (for an area that this one lies in).
// stated: a source ties the service to a need of that kind of this area.
CALL () {
  MATCH (a:Area)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE a.id IN $areas AND a.visibility IN $visible AND d.visibility IN $visible AND s.visibility IN $visible
  RETURN s, 'here' AS place
  UNION
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH (s:Service)
  WHERE s.placed_in = a.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN s, 'here' AS place
  UNION
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH up = (a)-[:PART_OF*1..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  WHERE NOT y.id IN $areas
  MATCH (y)<-[d:COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN s, 'wide' AS place
}
WITH s, min(place) AS place
MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)<-[w:ANSWERED_BY]-(c:NeedCategory)
WHERE i.visibility IN $visible AND (size($needs) = 0 OR c.code IN $needs)
WITH s, place, c.code AS need_code, collect(DISTINCT k.code) AS categories, min(w.strength) AS strength, s.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH s, place, need_code, categories, strength, collect(e.id) AS evidence
WITH s, place, need_code, categories, strength, evidence,
  [(s)-[d:ADDRESSES]->(n:Need)<-[h:HAS_NEED]-(b:Area) WHERE d.visibility IN $visible AND n.visibility IN $visible AND h.visibility IN $visible
    AND b.visibility IN $visible AND b.id IN $areas | n.codes] AS addressed,
  [(s)<-[p:PROVIDES]-(o) WHERE p.visibility IN $visible AND o.visibility IN $visible | {id: o.id, name: o.name}] AS providers
RETURN need_code, s.id AS service_id, s.name AS service, place,
  CASE WHEN s.status = 'running' AND coalesce(s.valid_to < $as_of, false) THEN 'lapsed'
    WHEN s.status = 'running' AND coalesce(s.valid_from > $as_of, false) THEN 'not_yet' ELSE coalesce(s.status, 'unknown') END AS state,
  strength, any(codes IN addressed WHERE need_code IN codes) AS stated, categories, providers, evidence
ORDER BY need_code, service_id
