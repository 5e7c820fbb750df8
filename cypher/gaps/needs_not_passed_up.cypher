/*
title_ja: 第1層へ届いた記載がないニーズ
title_en: Needs without a record of being passed up
shelf: councils
question_ja: 第2層の協議体や地域ケア会議に挙がったニーズのうち、第1層の議題や引き継ぎの記載が見つからないのはどれか
question_en: Which needs that came up in a layer 2 council or care conference are on no recorded agenda of layer 1 and not recorded to have been handed on?
speaks_of: needs
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, need_id, need_code, need, raised_in, raised_on, sources_that_could_show, evidence]
identity: [area_id, need_id]
found_ja: 第2層の協議体や地域ケア会議に挙がったニーズ {population} 件のうち {found} 件は、第1層の議題や引き継ぎの記載が見つかりません（届いていないという意味ではありません）。
found_en: Of {population} needs that came up in layer 2 councils or care conferences, {found} have no record of being passed up (which does not mean that they were not).
nothing_ja: 第2層の協議体や地域ケア会議に挙がったニーズの記載がありません。
nothing_en: No need is recorded to have come up in a layer 2 council or care conference.
explanation_ja: 第2層の協議体か地域ケア会議に出たと書かれたニーズについて、第1層の協議体の議題にもなったか、その会議からほかの団体や会議へ話を引き継ぐという記載があるかを見ます。人口減や高齢化のような背景は、ニーズに数えません。
explanation_en: 'For each need that came up in a layer 2 council or care conference: whether it was on the agenda of a layer 1 council, too, or whether that meeting is recorded to hand matters on. Background pressure is no need.'
shown:
  need_code: {ja: ニーズ, en: Need, codes: need_categories}
  need: {ja: 資料の言葉, en: As the source words it}
  area: {ja: 区域, en: Area}
  raised_in: {ja: 挙がった会議, en: Raised in}
  raised_on: {ja: 最後に挙がった日, en: Last raised on}
  sources_that_could_show: {ja: ニーズについて述べた資料, en: Sources that could have shown it}
caution_ja: 第1層に届いていないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that the need was not passed up; the sources do not record it.
next_step_ja: 次の第1層の協議体の議題にするかどうか、第2層の進行役と相談してみてください。
next_step_en: Talk with whoever leads the layer 2 meeting about putting it on the next agenda of layer 1.
since: 1
*/
// One meeting that hands on, or one agenda of layer 1, is enough for the need, whatever other meetings raised it.
MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[r:RAISED_IN]->(c:Council)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND r.visibility IN $visible
  AND c.visibility IN $visible AND any(code IN coalesce(n.codes, ['']) WHERE code <> 'N_CONTEXT')
  AND (coalesce(c.kind, '') = 'care_conference' OR (2 IN coalesce(c.layers, []) AND NOT 1 IN coalesce(c.layers, [])))
OPTIONAL MATCH (c)-[p:REFERS_TO]->(x)
WHERE p.visibility IN $visible AND x.visibility IN $visible AND x.id <> c.id
WITH a, n, c, r, count(p) AS handed_on
WITH a, n, collect(DISTINCT c.name) AS raised_in, max(r.on) AS raised_on, sum(handed_on) AS handed_on
WHERE handed_on = 0
OPTIONAL MATCH (n)-[q:RAISED_IN]->(u:Council)
WHERE q.visibility IN $visible AND u.visibility IN $visible AND 1 IN coalesce(u.layers, [])
WITH a, n, raised_in, raised_on, count(q) AS agenda
WHERE agenda = 0
MATCH up = (a)-[:PART_OF*0..5]->(scope:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(scope)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'needs'
  AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
WITH a, n, raised_in, raised_on, collect(DISTINCT src.dataset) AS able, n.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, n, raised_in, raised_on, able, collect(e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, n.id AS need_id,
  reduce(text = '', code IN coalesce(n.codes, []) | text + CASE WHEN text = '' THEN '' ELSE '+' END + code) AS need_code,
  n.name AS need, raised_in, raised_on, able AS sources_that_could_show, evidence
ORDER BY area_id, need_id
