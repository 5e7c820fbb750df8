/*
title_ja: 網羅した資料がある、実施中のサービスの種類の数
title_en: How many kinds of service run where a source is complete for them
question_ja: 調べた区域とサービスの種類の組はいくつか
question_en: How many pairs of an area and a kind of service were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
begins_as: single_provider
returns: [population]
since: 1
*/
UNWIND held + wide + placed AS s
WITH DISTINCT a, spoken, s
WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
WHERE i.visibility IN $visible
WITH a, s, k.code AS category, [one IN spoken WHERE size(one.categories) = 0 OR k.code IN one.categories | one.dataset] AS complete
WHERE size(complete) > 0
RETURN count(DISTINCT a.id + ' ' + category) AS population
