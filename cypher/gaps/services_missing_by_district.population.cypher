/*
title_ja: 地区とサービスの種類の組の数
title_en: How many pairs of a district and a kind of service
question_ja: 調べた地区とサービスの種類の組はいくつか
question_en: How many pairs of a district and a kind of service were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [population]
since: 1
*/
CALL () {
  MATCH (k:ServiceCategory)
  WHERE NOT coalesce(k.means, false)
  RETURN collect(k.code) AS every
}
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND NOT a.level IN ['prefecture', 'municipality'] AND NOT coalesce(a.generic, false)
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT x) AS below
}
CALL (below) {
  UNWIND below AS x
  MATCH (x)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)-[:ANSWERED_BY]->(k:ServiceCategory)
  WHERE h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible AND NOT coalesce(c.context, false)
    AND NOT coalesce(k.means, false)
  RETURN collect(DISTINCT k.code) AS stated
}
CALL (a) {
  MATCH (a)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect(coalesce(w.categories, [])) AS scopes
}
WITH a, [code IN every WHERE code IN stated OR any(one IN scopes WHERE size(one) = 0 OR code IN one)] AS asked
RETURN sum(size(asked)) AS population
