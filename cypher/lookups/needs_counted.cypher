/*
title_ja: 把握されているニーズの数
title_en: How many needs are stated
question_ja: 調べたニーズはいくつか
question_en: How many needs were looked at?
returns: [population]
since: 1
*/
OPTIONAL MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
  AND NOT coalesce(c.context, false)
RETURN count(DISTINCT a.id + ' ' + n.id) AS population
