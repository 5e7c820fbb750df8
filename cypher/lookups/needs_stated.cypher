/*
title_ja: 挙がっているニーズの種類
title_en: Kinds of need that are stated
question_ja: この区域で挙がっているニーズの種類はどれか
question_en: Which kinds of need are stated for this area?
returns: [area_id, code]
identity: [area_id, code]
since: 1
*/
MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
RETURN DISTINCT a.id AS area_id, c.code AS code
ORDER BY area_id, code
