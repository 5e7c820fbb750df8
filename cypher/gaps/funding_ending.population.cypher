/*
title_ja: 記載されている補助・事業・委託の数
title_en: How many programmes and commissions are recorded
question_ja: 調べた補助・事業・委託はいくつか
question_en: How many programmes and commissions were looked at?
returns: [population]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH (a)<-[v:COVERS]-(p:Programme)
  WHERE v.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p.id) AS covering
}
CALL (a) {
  MATCH (p:Programme)
  WHERE p.placed_in = a.id AND p.visibility IN $visible
  RETURN collect(DISTINCT p.id) AS named
}
CALL (a) {
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  MATCH (o)<-[f:FUNDS]-(p:Programme)
  WHERE f.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p.id) AS of_bodies
}
CALL (a) {
  MATCH (s:Service)
  WHERE s.placed_in = a.id AND s.visibility IN $visible
  MATCH (s)<-[f:FUNDS]-(p:Programme)
  WHERE f.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p.id) AS of_services
}
CALL (a) {
  MATCH (a)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible
  RETURN collect(DISTINCT o) AS working
}
CALL (a) {
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[w:OPERATES_IN]->(h:Area)
    WHERE w.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN collect(DISTINCT o) AS placed
}
CALL (working, placed) {
  UNWIND working + placed AS o
  MATCH (o)<-[c:COMMISSIONS]-(payer:Organization)
  WHERE c.visibility IN $visible AND payer.visibility IN $visible
  RETURN collect(DISTINCT c.id) AS commissions
}
UNWIND covering + named + of_bodies + of_services + commissions AS one
RETURN count(DISTINCT one) AS population
