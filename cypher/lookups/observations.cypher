/*
title_ja: 地域の数字
title_en: Figures of areas
question_ja: この地域について、どの時点の、どんな数字が記載されているか
question_en: Which figures are stated of these areas, for which day?
parameters:
  indicators: {type: texts, default: [], about_ja: 数字の種類, about_en: which indicators}
returns: [id, area_id, indicator, value, unit, as_of]
identity: [id]
since: 1
*/
MATCH (o:Observation)-[r:OBSERVED_IN]->(a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND r.visibility IN $visible AND o.visibility IN $visible AND o.indicator IN $indicators
RETURN o.id AS id, a.id AS area_id, o.indicator AS indicator, o.value AS value, o.unit AS unit, o.as_of AS as_of
ORDER BY id
