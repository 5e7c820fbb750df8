/*
title_ja: 調べた団体の数
title_en: How many bodies were looked at
question_ja: これらの区域で働く、名前のある団体はいくつか
question_en: How many named bodies work in these areas?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
returns: [population]
since: 1
*/
// Neither kinds of actor nor parts of other bodies are counted.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
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
RETURN count(DISTINCT o.id) AS population
