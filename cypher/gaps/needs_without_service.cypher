/*
title_ja: 応えるサービスの記載がないニーズ
title_en: Needs that no recorded service answers
shelf: resources
question_ja: 挙がっているニーズのうち、応えるサービスの記載が見当たらないのはどれか
question_en: Which stated needs have no recorded running service that answers them?
speaks_of: needs
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, need_id, need_code, need, sources_that_could_show, sources_that_do, not_counted, evidence]
identity: [area_id, need_id]
found_ja: 把握されている {population} 件のニーズのうち {found} 件は、対応するサービスの記載が資料に見当たりません（サービスがないという意味ではありません）。
found_en: Of {population} stated needs, {found} have no recorded running service (which does not mean that there is none).
nothing_ja: 取り込まれた資料に、ニーズの記載が見当たりません（困りごとがないという意味ではありません）。
nothing_en: The sources state no need (which does not mean that there is none).
explanation_ja: 地域のニーズごとに、それに応えるとされる種類のサービスのうち、その地域で行われているか、その地域を対象とするものを探します。計画中・終了・期限切れは数えず、名前だけ示します。
explanation_en: 'For each need of the area, services of the kinds that answer it are looked for that are held there or are for that area. Planned, ended and lapsed ones are not counted; their names are shown.'
shown:
  need_code: {ja: ニーズ, en: Need, codes: need_categories}
  need: {ja: 資料の言葉, en: As the source words it}
  area: {ja: 区域, en: Area}
  sources_that_could_show: {ja: サービスを述べ得た資料, en: Sources that could have shown a service}
  sources_that_do: {ja: 記載のある資料, en: Sources that record one}
  not_counted: {ja: 実施中ではないもの, en: Not running}
overview: true
caution_ja: サービスがないという意味ではありません。
caution_en: This does not mean that there is no service.
next_step_ja: 近くで同じ困りごとに応えている団体がないか、協議体で持ち寄ってみてください。
next_step_en: Ask in the council who nearby already answers this need.
since: 1
*/
// not_counted: services that would answer, but are planned, ended or past their registered term.
// A source that speaks of another time than $as_of could not have shown a service of that day; a scope without a period is open.
// A service whose place no source states belongs where its case or register places it.
MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
  AND NOT coalesce(c.context, false)
MATCH down = (x:Area)-[:PART_OF*0..5]->(a)
WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
WITH a, n, c, collect(DISTINCT x.id) AS below
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, n, c, below, collect(DISTINCT y.id) AS above
WITH a, n, c, below, above, [(c)-[:ANSWERED_BY]->(k:ServiceCategory) | k.code] AS wanted
CALL (c, below, above) {
  MATCH (c)-[:ANSWERED_BY]->(:ServiceCategory)<-[i:IN_CATEGORY]-(s:Service)
  WHERE s.visibility IN $visible AND i.visibility IN $visible
  WITH DISTINCT s, below, above
  WITH s, below, above, [(s)-[d:DELIVERED_IN]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS delivered,
    [(s)-[v:COVERS]->(q:Area) WHERE v.visibility IN $visible AND q.visibility IN $visible | q.id] AS covered
  WITH s, below, above, covered, CASE WHEN size(delivered) + size(covered) = 0 THEN [s.placed_in] ELSE delivered + covered END AS places
  WHERE any(place IN places WHERE place IN below) OR any(place IN covered WHERE place IN above)
  RETURN collect({name: s.name, sources: s.sources,
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS recorded
}
WITH a, n, c, above, wanted, recorded
WHERE none(one IN recorded WHERE one.running)
OPTIONAL MATCH (src:Source)-[w:SPEAKS_OF]->(scope:Area)
WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services' AND scope.id IN above
  AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  AND (size(coalesce(w.categories, [])) = 0 OR any(one IN w.categories WHERE one IN wanted))
WITH a, n, c.code AS code, recorded, collect(DISTINCT src.dataset) AS able
WITH a, n, code, able, [one IN recorded | one.name] AS named,
  [dataset IN able WHERE any(one IN recorded WHERE dataset IN one.sources)] AS doing
ORDER BY code
WITH a, n, collect(code) AS codes, reduce(all_of = [], some IN collect(named) | all_of + some) AS named,
  reduce(all_of = [], some IN collect(able) | all_of + some) AS able, reduce(all_of = [], some IN collect(doing) | all_of + some) AS doing,
  n.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, n, codes, named, able, doing, collect(e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, n.id AS need_id,
  reduce(text = '', code IN codes | text + CASE WHEN text = '' THEN '' ELSE '+' END + code) AS need_code,
  n.name AS need,
  reduce(seen = [], one IN able | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS sources_that_could_show,
  reduce(seen = [], one IN doing | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS sources_that_do,
  reduce(seen = [], one IN named | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS not_counted,
  evidence
ORDER BY area_id, need_id
