/*
title_ja: 資料と区域の組の数
title_en: How many pairs of a source and an area
question_ja: 資料と、その資料が述べる区域の組はいくつか
question_en: How many pairs of a source and an area of which it speaks were looked at?
returns: [population]
since: 1
*/
MATCH (s:Source)-[k:SPEAKS_OF]->(a:Area)
WHERE s.current AND s.visibility IN $visible AND k.visibility IN $visible AND a.visibility IN $visible AND a.id IN $areas
RETURN count(DISTINCT a.id + ' ' + s.dataset) AS population
