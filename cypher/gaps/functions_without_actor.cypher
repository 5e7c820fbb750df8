/*
title_ja: 担い手の記載がない役割
title_en: Functions for which nobody is recorded
shelf: councils
question_ja: ニーズの把握・資源開発・ネットワークづくり・マッチングのうち、だれが担うか記載が見つからないのはどれか
question_en: For which of finding needs, developing resources, networking and matching is nobody recorded to act?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, function, status, sources_that_could_show, evidence]
identity: [area_id, function]
found_ja: 市町村・日常生活圏域ごとの四つの役割、合わせて {population} のうち {found} は、担い手の記載が見つかりません（担う人がいないという意味ではありません）。
found_en: Of {population} functions (four for each municipality or everyday-life area), {found} have nobody recorded to act for them (which does not mean that nobody does).
nothing_ja: この地域の市町村・日常生活圏域について述べた資料が、まだ取り込まれていません。
nothing_en: No source that speaks of a municipality or everyday-life area here has been loaded yet.
explanation_ja: 国のガイドラインが協議体とコーディネーターに求める四つの役割について、その区域か、その区域のニーズのために働くと書かれた団体・会議・コーディネーターの配置を探します。資料が「これから進める」と書いていれば「まだ始まっていない」と示し、ただ書かれていないものと区別します。
explanation_en: 'For the four functions that the guideline asks of councils and coordinators, bodies, councils and posts are looked for that a source says act for the area or for a need of it. Where a source says in words that it has not begun, that is shown, apart from what is merely not stated.'
shown:
  function: {ja: 役割, en: Function, words: acting_for}
  area: {ja: 区域, en: Area}
  status:
    ja: 資料の記載
    en: What the sources say
    values:
      not_started: {ja: まだ始まっていないと書かれている, en: not started}
      not_stated: {ja: 記載が見つからない, en: not stated}
      no_source: {ja: 役割について述べた資料がない, en: no source speaks of it}
  sources_that_could_show: {ja: 担い手について述べた資料, en: Sources that could have shown who acts}
caution_ja: 担う人がいないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that nobody acts; the sources do not record it.
next_step_ja: 記載のない役割を、ふだん実際に引き受けているのはだれか、協議体で確かめてみてください。
next_step_en: Find out in the council who in fact takes on the functions that are not recorded.
since: 1
*/
// "Not started" is stated: an observation of the function with that state. Who acts for a wider or narrower area does not count.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND a.level IN ['municipality', 'daily_life_area'] AND NOT coalesce(a.generic, false)
  AND a.until IS NULL
MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(b)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
  AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
WITH a, collect(DISTINCT b.id) AS above, count(src) AS spoken, collect(DISTINCT CASE WHEN k.kind = 'seats' THEN src.dataset END) AS able
WHERE spoken > 0
UNWIND ['needs', 'resources', 'network', 'matching'] AS function
OPTIONAL MATCH (a)<-[f:ACTS_FOR]-(x:Organization|Council|Post)
WHERE f.function = function AND x.visibility IN $visible AND f.visibility IN $visible AND coalesce(x.ended_on > $as_of, true)
WITH a, able, function, count(f) AS acting
OPTIONAL MATCH (a)-[h:HAS_NEED]->(n:Need)<-[f:ACTS_FOR]-(x:Organization|Council|Post)
WHERE f.function = function AND x.visibility IN $visible AND f.visibility IN $visible AND n.visibility IN $visible AND h.visibility IN $visible
  AND coalesce(x.ended_on > $as_of, true)
WITH a, able, function, acting, count(f) AS for_needs
WHERE acting + for_needs = 0
WITH a, able, function, 'acts_for_' + function AS indicator
OPTIONAL MATCH (a)<-[r:OBSERVED_IN]-(o:Observation)
WHERE o.indicator = indicator AND o.state = 'not_started' AND o.visibility IN $visible AND r.visibility IN $visible
// Of nothing no evidence is looked for: the embedded engine reads all evidence to find that none is of null.
WITH a, able, function, o, coalesce(o.id, '') AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, able, function, count(DISTINCT o) AS stated, collect(DISTINCT e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, function,
  CASE WHEN stated > 0 THEN 'not_started' WHEN size(able) > 0 THEN 'not_stated' ELSE 'no_source' END AS status,
  able AS sources_that_could_show, evidence
ORDER BY area_id, function
