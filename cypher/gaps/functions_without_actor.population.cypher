/*
title_ja: 区域と役割の組の数
title_en: How many pairs of an area and a function
question_ja: 調べた区域と役割の組はいくつか
question_en: How many pairs of an area and a function were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [population]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND a.level IN ['municipality', 'daily_life_area'] AND NOT coalesce(a.generic, false)
  AND a.until IS NULL
MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(b)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
  AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
WITH a, count(src) AS spoken
WHERE spoken > 0
RETURN 4 * count(DISTINCT a.id) AS population
