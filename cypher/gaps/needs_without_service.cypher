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
  sources_that_could_show: {ja: サービスについて述べた資料, en: Sources that could have shown a service}
  sources_that_do: {ja: 記載のある資料, en: Sources that record one}
  not_counted: {ja: 実施中ではないもの, en: Not running}
overview: true
caution_ja: サービスがないという意味ではありません。
caution_en: This does not mean that there is no service.
next_step_ja: 近くで同じ困りごとに応えている団体がないか、協議体で持ち寄ってみてください。
next_step_en: Ask in the council who nearby already answers this need.
since: 1
*/
// not_counted: services that would answer, but are planned, ended, past their registered term or of no stated status.
// A source that speaks of another time than $as_of could not have shown a service of that day; a scope without a period is open.
// A service whose place no source states belongs where its case or register places it.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
WITH * WHERE EXISTS {
  MATCH (a)-[h:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND n.visibility IN $visible
}
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT x) AS below
}
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, below, collect(DISTINCT y) AS above
CALL (below) {
  UNWIND below AS x
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect({name: s.name, sources: s.sources,
    codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS local
}
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[d:COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect({name: s.name, sources: s.sources,
    codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS wide
}
CALL (below) {
  UNWIND below AS x
  MATCH (s:Service)
  WHERE s.placed_in = x.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect({name: s.name, sources: s.sources,
    codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS placed
}
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({dataset: src.dataset, categories: coalesce(w.categories, [])}) AS spoken
}
WITH a, local + wide + placed AS here, spoken
CALL (a) {
  MATCH (a)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible AND NOT coalesce(c.context, false)
  WITH c, collect(DISTINCT n) AS needs
  RETURN collect({code: c.code, wanted: [(c)-[:ANSWERED_BY]->(k:ServiceCategory) | k.code], needs: needs}) AS stated
}
UNWIND stated AS group
WITH a, spoken, group.code AS code, group.wanted AS wanted, group.needs AS needs,
  [one IN here WHERE any(own IN one.codes WHERE own IN group.wanted)] AS recorded
WHERE none(one IN recorded WHERE coalesce(one.running, false))
UNWIND needs AS n
WITH a, n, code, [one IN recorded | one.name] AS named, recorded,
  [one IN spoken WHERE size(one.categories) = 0 OR any(own IN one.categories WHERE own IN wanted) | one.dataset] AS able
WITH a, n, code, named, able, [dataset IN able WHERE any(one IN recorded WHERE dataset IN one.sources)] AS doing
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
