/*
title_ja: 計画中と記載されたサービスの数
title_en: How many services are recorded as planned
question_ja: 調べた計画中のサービスはいくつか
question_en: How many planned services were looked at?
returns: [population]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH (a)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible AND s.status = 'planned'
  RETURN collect(DISTINCT s.id) AS stated
}
CALL (a) {
  MATCH (s:Service)
  WHERE s.placed_in = a.id AND s.visibility IN $visible AND s.status = 'planned'
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect(DISTINCT s.id) AS placed
}
UNWIND stated + placed AS planned
RETURN count(DISTINCT planned) AS population
