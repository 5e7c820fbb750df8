/*
title_ja: 担い手の記載が一つだけのサービスの種類
title_en: Kinds of service with one recorded provider
shelf: resources
question_ja: 網羅した資料がある種類のうち、担い手として名前が挙がっている団体が一つだけなのはどれか
question_en: Which kinds of service, where a source is complete for them, have just one named provider?
speaks_of: services
audience: members
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, category, provider_id, provider, services, generic_providers, without_provider, sources_that_could_show, evidence]
identity: [area_id, category]
found_ja: 網羅した資料がある市区町村で、実施中のサービスがある種類 {population} 件のうち {found} 件は、担い手として名前のある団体が一つだけです（ほかに担い手がいないという意味ではありません）。
found_en: Of {population} kinds of service running where a source is complete for them, {found} have just one named provider (which does not mean that nobody else helps).
nothing_ja: サービスを網羅した資料がまだないため、担い手が一つだけかどうかは言えません。
nothing_en: No source is complete for services here, so nothing can be said of how many provide them.
explanation_ja: 市区町村ごとに、その種類を網羅する資料があるときだけ、実施中のサービスの担い手を数えます。「自治会」のような総称は数えずに名前だけ示し、担い手の書かれていないサービスも別に示します。
explanation_en: 'For each municipality or ward, providers of running services are counted only where a source is complete for the kind. Kinds of actor are shown and not counted; services without a stated provider are shown apart.'
shown:
  category: {ja: サービスの種類, en: Kind of service, codes: service_categories}
  area: {ja: 区域, en: Area}
  provider: {ja: 担い手, en: Provider}
  services: {ja: サービス, en: Services}
  generic_providers: {ja: 総称で書かれた担い手, en: Providers named by kind only}
  without_provider: {ja: 担い手の記載がないサービス, en: Services without a stated provider}
  sources_that_could_show: {ja: 網羅した資料, en: Complete sources}
caution_ja: 資料に名前のある担い手が一つだけということで、負担が重いとも、ほかにいないとも言えません。
caution_en: One provider is named in the sources; that says neither that it is overburdened nor that there is no other.
next_step_ja: 担い手の団体に、手が足りているか、一緒に担えそうな団体に心当たりがないかを聞いてみてください。
next_step_en: Ask the provider whether it has enough hands, and who might share the work.
since: 1
*/
// A council that is a body too, dissolved as that, still provides as a council.
// Only sources that are exhaustive for the category, for this area or one that it lies in: of examples nothing follows.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND a.level IN ['municipality', 'ward']
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, collect(DISTINCT y) AS above
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services' AND w.coverage = 'exhaustive'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({dataset: src.dataset, categories: coalesce(w.categories, [])}) AS spoken
}
WITH a, above, spoken
WHERE size(spoken) > 0
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT x) AS below
}
CALL (below) {
  UNWIND below AS x
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT s) AS held
}
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[d:COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT s) AS wide
}
CALL (below) {
  UNWIND below AS x
  MATCH (s:Service)
  WHERE s.placed_in = x.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect(DISTINCT s) AS placed
}
// End of the population.
CALL (held, wide, placed) {
  UNWIND held + wide + placed AS s
  WITH DISTINCT s
  WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE i.visibility IN $visible
  WITH s, k.code AS category
  OPTIONAL MATCH (o:Organization|Council)-[p:PROVIDES]->(s)
  WHERE o.visibility IN $visible AND p.visibility IN $visible AND coalesce(p.status, 'running') = 'running'
    AND (coalesce(o.ended_on > $as_of, true) OR 'Council' IN labels(o))
  RETURN category, collect({service: s.name, id: o.id, name: o.name, generic: coalesce(o.generic, false), fact: p.id}) AS told
}
WITH a, category, told, [one IN spoken WHERE size(one.categories) = 0 OR category IN one.categories | one.dataset] AS complete,
  [one IN told WHERE one.id IS NOT NULL AND NOT one.generic] AS named
WITH a, category, complete, told, named,
  reduce(seen = [], one IN named | CASE WHEN one.id IN seen THEN seen ELSE seen + one.id END) AS providers
WHERE size(complete) > 0 AND size(providers) = 1
CALL (named) {
  UNWIND named AS one
  WITH DISTINCT one.fact AS fact
  MATCH (e:Evidence)
  WHERE e.fact = fact AND e.visibility IN $visible
  RETURN collect(DISTINCT e.id) AS evidence
}
RETURN a.id AS area_id, a.name AS area, category, head(providers) AS provider_id, head([one IN named | one.name]) AS provider,
  reduce(seen = [], one IN named | CASE WHEN one.service IN seen THEN seen ELSE seen + one.service END) AS services,
  reduce(seen = [], one IN told | CASE WHEN NOT one.generic OR one.name IN seen THEN seen ELSE seen + one.name END) AS generic_providers,
  reduce(seen = [], one IN told | CASE WHEN one.id IS NOT NULL OR one.service IN seen THEN seen ELSE seen + one.service END) AS without_provider,
  reduce(seen = [], one IN complete | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS sources_that_could_show,
  evidence
ORDER BY area_id, category
