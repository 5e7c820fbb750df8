/*
title_ja: 調べた組の数
title_en: How many pairs were looked at
question_ja: 地域の中で名前のある団体の組はいくつか
question_en: How many pairs of named bodies within one area were looked at?
returns: [population]
since: 1
*/
MATCH (o:Organization)
WHERE o.visibility IN $visible AND NOT coalesce(o.generic, false)
WITH o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
WITH o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
UNWIND homes AS home
WITH o, min(home) AS home
WITH home, count(o) AS bodies
WHERE home IN $areas
RETURN coalesce(sum(bodies * (bodies - 1) / 2), 0) AS population
