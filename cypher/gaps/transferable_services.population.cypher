/*
title_ja: 区域とニーズの組の数
title_en: How many pairs of an area and a need
question_ja: 調べた区域とニーズの組はいくつか
question_en: How many pairs of an area and a need were looked at?
returns: [population]
since: 1
*/
MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
  AND NOT coalesce(c.context, false)
RETURN count(DISTINCT a.id + ' ' + c.code) AS population
