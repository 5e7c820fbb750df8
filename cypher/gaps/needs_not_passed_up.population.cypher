/*
title_ja: 第2層の協議体や地域ケア会議に挙がったニーズの数
title_en: How many needs came up in layer 2
question_ja: 調べたニーズはいくつか
question_en: How many needs were looked at?
returns: [population]
since: 1
*/
OPTIONAL MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[r:RAISED_IN]->(c:Council)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND r.visibility IN $visible
  AND c.visibility IN $visible AND any(code IN coalesce(n.codes, ['']) WHERE code <> 'N_CONTEXT')
  AND (coalesce(c.kind, '') = 'care_conference' OR (2 IN coalesce(c.layers, []) AND NOT 1 IN coalesce(c.layers, [])))
RETURN count(DISTINCT a.id + ' ' + n.id) AS population
