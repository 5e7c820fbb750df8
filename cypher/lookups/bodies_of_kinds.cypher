/*
title_ja: ある種類の団体
title_en: Bodies of some kinds
question_ja: この区域で活動する、その種類の団体はどれか
question_en: Which bodies of these kinds are at home in this area?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
  kinds: {type: texts, default: [], about_ja: 主体の種類の符号（空ならすべて）, about_en: codes of kinds of actor; none means all}
returns: [id, name, kinds]
identity: [id]
since: 1
*/
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
WITH DISTINCT o
WHERE NOT coalesce(o.generic, false) AND coalesce(o.ended_on > $as_of, true) AND (size($kinds) = 0 OR any(kind IN coalesce(o.actor_types, []) WHERE kind IN $kinds))
RETURN o.id AS id, o.name AS name, coalesce(o.actor_types, []) AS kinds
ORDER BY id
