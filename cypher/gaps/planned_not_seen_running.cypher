/*
title_ja: 計画中のまま、その後の資料に記載がないサービス
title_en: Planned services of which no later source speaks
shelf: resources
question_ja: 計画中と記載されたサービスのうち、その後の資料に名前が見当たらないのはどれか
question_en: Of which planned services do later sources that could have shown them say nothing?
speaks_of: services
returns: [area_id, area, service_id, service, categories, providers, stated_on, later, later_sources, sources_that_could_show, evidence]
identity: [area_id, service_id]
found_ja: 計画中と記載されたサービス {population} 件について、その後の資料に記載があるかを示します（始まっていないという意味ではありません）。
found_en: Of {population} planned services, it is shown whether a later source speaks of them (silence does not mean that they did not start).
nothing_ja: 計画中と記載されたサービスは、取り込まれた資料に見当たりません。
nothing_en: The sources name no planned service.
explanation_ja: 計画中と記載されたサービスごとに、それより後の時点の資料で、その区域のその種類のサービスを述べるものを探します。そうした資料に名前がなければそのことを、後の資料そのものがなければ「後の資料がない」ことを示します。
explanation_en: 'For each planned service, sources of a later day that speak of such services there are looked for. Where they do not name it, that is said; where there is no later source, that is said instead.'
shown:
  service: {ja: サービス, en: Service}
  area: {ja: 区域, en: Area}
  categories: {ja: 種類, en: Kind, codes: service_categories}
  providers: {ja: 担い手, en: Providers}
  stated_on: {ja: 計画中とした資料の時点, en: Planned as of}
  later:
    ja: その後の資料
    en: Later sources
    values:
      register_silent: {ja: 後の、網羅した資料に載っていない, en: not in a later source that is complete}
      examples_silent: {ja: 後の、例を挙げた資料に載っていない, en: not among the examples of a later source}
      no_later_source: {ja: 後の資料がない, en: no later source}
      date_not_stated: {ja: 資料の時点が書かれていない, en: the day of the source is not stated}
  later_sources: {ja: 記載のない後の資料, en: Later sources that do not name it}
  sources_that_could_show: {ja: サービスについて述べた資料, en: Sources that could have shown it}
caution_ja: 始まっていないという意味ではありません。名前を変えて始まっていることもあります。
caution_en: This does not mean that it did not start; it may run under another name.
next_step_ja: 計画していた団体に、その後どうなったか、何があれば始められるかを聞いてみてください。
next_step_en: Ask those who planned it what became of it, and what it would take to start.
since: 1
*/
// The day of a planned service is that of the newest current source that states it; a source of a later day that speaks of such
// services there, and does not name it, is silent. A service belongs where it is to be held or whom it is for, else where it is placed.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH (a)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible AND s.status = 'planned'
  RETURN collect(DISTINCT s) AS stated
}
CALL (a) {
  MATCH (s:Service)
  WHERE s.placed_in = a.id AND s.visibility IN $visible AND s.status = 'planned'
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect(DISTINCT s) AS placed
}
WITH a, stated + placed AS planned
// End of the population.
WHERE size(planned) > 0
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, planned, collect(DISTINCT y) AS above
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= src.as_of, true) AND coalesce(w.begins <= src.as_of, true)
  RETURN collect({dataset: src.dataset, as_of: src.as_of, categories: coalesce(w.categories, []), coverage: w.coverage}) AS spoken
}
UNWIND planned AS s
WITH a, spoken, s, [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code] AS categories,
  [(s)<-[p:PROVIDES]-(o) WHERE p.visibility IN $visible AND o.visibility IN $visible | o.name] AS providers
OPTIONAL MATCH (src:Source)
WHERE src.current AND src.visibility IN $visible AND src.dataset IN s.sources
WITH a, s, categories, providers, max(src.as_of) AS stated_on,
  [one IN spoken WHERE size(one.categories) = 0 OR any(code IN one.categories WHERE code IN categories)] AS able
WITH a, s, categories, providers, stated_on, able, [one IN able WHERE coalesce(one.as_of > stated_on, false) AND NOT one.dataset IN s.sources] AS silent,
  s.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, s, categories, providers, stated_on, able, silent, collect(e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, s.id AS service_id, s.name AS service, categories,
  reduce(seen = [], one IN providers | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS providers, stated_on,
  CASE WHEN stated_on IS NULL THEN 'date_not_stated' WHEN size(silent) = 0 THEN 'no_later_source'
    WHEN any(one IN silent WHERE one.coverage = 'exhaustive') THEN 'register_silent' ELSE 'examples_silent' END AS later,
  reduce(seen = [], one IN silent | CASE WHEN one.dataset IN seen THEN seen ELSE seen + one.dataset END) AS later_sources,
  reduce(seen = [], one IN able | CASE WHEN one.dataset IN seen THEN seen ELSE seen + one.dataset END) AS sources_that_could_show,
  evidence
ORDER BY area_id, service_id
