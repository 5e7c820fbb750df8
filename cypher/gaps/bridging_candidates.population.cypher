/*
title_ja: 調べた組の数
title_en: How many pairs were looked at
question_ja: 地域の中で名前のある団体の組はいくつか
question_en: How many pairs of named bodies within one area were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
returns: [population]
since: 1
*/
// Neither kinds of actor nor parts of other bodies are counted.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH y, length(up) AS far
  ORDER BY far DESC, y.id
  RETURN [one IN collect({id: y.id, level: y.level}) WHERE one.id IN $areas AND one.level <> 'prefecture'] AS asked
}
WITH a, CASE WHEN size(asked) = 0 THEN a.id ELSE head(asked).id END AS unit
CALL (a) {
  WITH a, a.id AS home
  MATCH (o:Organization)
  WHERE o.placed_in = home AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (a)<-[p:OPERATES_IN]-(o:Organization)
  WHERE p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  RETURN o
}
WITH * WHERE NOT EXISTS {
  MATCH (o)-[p:PART_OF]->(whole:Organization)
  WHERE p.visibility IN $visible AND whole.visibility IN $visible AND coalesce(whole.ended_on > $as_of, true)
}
WITH unit, count(DISTINCT o.id) AS bodies
RETURN coalesce(sum(bodies * (bodies - 1) / 2), 0) AS population
