/*
title_ja: つながりを示し得た資料に名前がある団体の数
title_en: How many named bodies a source that could have shown ties names
question_ja: 調べた団体はいくつか
question_en: How many bodies were looked at?
returns: [population]
since: 1
*/
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(scope:Area)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
  AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
WITH collect(scope.id + ' ' + src.dataset) AS able
MATCH (o:Organization)
WHERE o.visibility IN $visible AND NOT coalesce(o.generic, false)
WITH * WHERE NOT EXISTS {
  MATCH (o)-[p:PART_OF]->(whole:Organization)
  WHERE p.visibility IN $visible AND whole.visibility IN $visible
}
WITH able, o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
WITH able, o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
WITH o, homes, [d IN o.sources WHERE any(home IN homes + [o.placed_in] WHERE toString(home) + ' ' + d IN able)] AS sources_that_could_show
WHERE size(sources_that_could_show) > 0 AND any(home IN homes WHERE home IN $areas)
RETURN count(DISTINCT o.id) AS population
