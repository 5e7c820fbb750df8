/*
title_ja: 資料と、それが述べる区域
title_en: Sources and the areas of which they speak
question_ja: どの資料が、どの区域について述べているか
question_en: Which source speaks of which area?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
// One line for each source and area, whatever the number of kinds.
OPTIONAL MATCH (s:Source)-[k:SPEAKS_OF]->(a:Area)
WHERE s.current AND s.visibility IN $visible AND k.visibility IN $visible AND a.visibility IN $visible AND a.id IN $areas
  AND a.id IN $found AND s.dataset IN $found
WITH s, a, min(k.id) AS line
WITH collect(DISTINCT {id: s.id, label: 'Source', name: coalesce(s.title, s.name), verified_on: s.as_of, sources: [s.dataset]}) AS sources,
  collect(DISTINCT {id: a.id, label: 'Area', name: a.name, area_id: a.id}) AS areas,
  collect({id: line, type: 'SPEAKS_OF', start: s.id, end: a.id, sources: [s.dataset]}) AS spoken
RETURN [one IN sources + areas WHERE one.id IS NOT NULL] AS nodes, [one IN spoken WHERE one.id IS NOT NULL] AS relationships
