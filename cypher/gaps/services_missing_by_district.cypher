/*
title_ja: 地区ごとに、記載が見当たらないサービスの種類
title_en: Kinds of service without a record, district by district
shelf: resources
question_ja: ニーズが挙がっている、または資料が述べている種類のサービスのうち、その地区で行われているという記載が見当たらないのはどれか
question_en: Which kinds of service, for a need stated in the district or in the scope of a source that speaks of it, have no record of running there?
speaks_of: services
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, category, needs, strength, meaning, city_wide, place_not_stated, not_counted, sources_that_could_show, evidence]
identity: [area_id, category]
found_ja: 地区とサービスの種類の組 {population} 組のうち {found} 組は、その地区で行われているという記載が見当たりません（サービスがないという意味ではありません）。
found_en: Of {population} pairs of a district and a kind of service, {found} have no record of one running in the district (which does not mean that there is none).
nothing_ja: ニーズが挙がっている地区も、地区のサービスを述べた資料も、まだ取り込まれていません。
nothing_en: No need of a district and no source that speaks of the services of a district has been loaded yet.
explanation_ja: 地区ごとに、挙がっているニーズに応える種類と、その地区について述べる資料が対象とする種類を調べます。市全体を対象とするサービスがあっても、地区の中で行われているとは限らないので、別の欄に示します。担い手の養成や拠点づくりなど、サービスを支える手段は数えません。
explanation_en: 'For each district: the kinds of service that answer a need stated there, and those that a source speaking of the district would show. What covers the whole municipality is shown apart, since it may not reach the district. Means such as training and premises are left out.'
shown:
  area: {ja: 地区, en: District}
  category: {ja: サービスの種類, en: Kind of service, codes: service_categories}
  needs: {ja: 挙がっているニーズ, en: Stated needs, codes: need_categories}
  strength:
    ja: ニーズへの応え方
    en: How it answers
    values:
      strong: {ja: いちばんに応える種類, en: the first answer to the need}
      weak: {ja: 助けになる種類, en: also helps}
      none: {ja: 挙がっているニーズはない（資料の対象）, en: 'no stated need, but within a scope'}
  meaning:
    ja: 記載がないことの意味
    en: What the silence means
    values:
      absent: {ja: 網羅した資料に載っていない, en: not in a source that is complete}
      not_recorded: {ja: 例を挙げた資料に載っていない, en: not among the examples of a source}
      no_source: {ja: 述べた資料がない, en: no source speaks of it}
  city_wide: {ja: 市全体を対象とするもの, en: For the whole municipality}
  place_not_stated: {ja: 市内のどこで行われているか書かれていないもの, en: 'In the municipality, place not stated'}
  not_counted: {ja: 実施中ではないもの, en: Not running}
  sources_that_could_show: {ja: サービスについて述べた資料, en: Sources that could have shown one}
caution_ja: サービスがないという意味ではありません。市全体を対象とするサービスが届いていることもあります。
caution_en: This does not mean that there is no service; one for the whole municipality may reach the district.
next_step_ja: 地区の人に、市全体のサービスが実際に使えているか、身近に似た活動がないかを聞いてみてください。
next_step_en: Ask people of the district whether what covers the whole municipality really reaches them, and what else there is nearby.
since: 1
*/
// A district is any named area below the municipality; a generic one (three districts of the city) is not one place.
// Local is what is held in the district or is for just its people; COVERS of an area above is city-wide and hides nothing.
CALL () {
  MATCH (k:ServiceCategory)
  WHERE NOT coalesce(k.means, false)
  RETURN collect(k.code) AS every
}
// What lies above is read once for all districts that share it.
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible AND NOT a.level IN ['prefecture', 'municipality'] AND NOT coalesce(a.generic, false)
  MATCH up = (a)-[:PART_OF*1..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT y) AS higher
}
CALL (higher) {
  UNWIND higher AS y
  MATCH (y)<-[d:COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible AND s.status = 'running'
    AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE i.visibility IN $visible
  WITH y.id AS place, k.code AS code, collect(DISTINCT s.name) AS names
  RETURN collect({place: place, code: code, names: names}) AS wide
}
CALL (higher) {
  UNWIND higher AS y
  MATCH (y)<-[d:DELIVERED_IN]-(s:Service)
  WHERE y.level <> 'prefecture' AND d.visibility IN $visible AND s.visibility IN $visible AND s.status = 'running'
    AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE i.visibility IN $visible
  WITH y.id AS place, k.code AS code, collect(DISTINCT s.name) AS names
  RETURN collect({place: place, code: code, names: names}) AS held_above
}
CALL (higher) {
  UNWIND higher AS y
  MATCH (s:Service)
  WHERE y.level <> 'prefecture' AND s.placed_in = y.id AND s.visibility IN $visible AND s.status = 'running'
    AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  MATCH (s)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE i.visibility IN $visible
  WITH y.id AS place, k.code AS code, collect(DISTINCT s.name) AS names
  RETURN collect({place: place, code: code, names: names}) AS placed_above
}
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND NOT a.level IN ['prefecture', 'municipality'] AND NOT coalesce(a.generic, false)
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT x) AS below
}
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT y) AS above
}
CALL (below) {
  UNWIND below AS x
  MATCH (x)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible AND NOT coalesce(c.context, false)
  WITH DISTINCT c, n.id AS fact
  OPTIONAL MATCH (e:Evidence {fact: fact})
  WHERE e.visibility IN $visible
  WITH c, fact, collect(e.id) AS quoted
  MATCH (c)-[w:ANSWERED_BY]->(k:ServiceCategory)
  WHERE NOT coalesce(k.means, false)
  RETURN collect({category: k.code, need: c.code, strength: w.strength, quoted: quoted}) AS stated
}
CALL (a, above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({dataset: src.dataset, categories: coalesce(w.categories, []), coverage: w.coverage, own: y.id = a.id}) AS spoken
}
WITH every, wide, held_above + placed_above AS somewhere, a, below, stated, spoken, [y IN above WHERE y.id <> a.id | y.id] AS over,
  [one IN stated | one.category] AS needed
WITH wide, somewhere, a, below, stated, spoken, over, [code IN every WHERE code IN needed
  OR any(one IN spoken WHERE one.own AND (size(one.categories) = 0 OR code IN one.categories))] AS asked
WHERE size(asked) > 0
CALL (below) {
  UNWIND below AS x
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect({name: s.name, codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS held
}
CALL (below) {
  UNWIND below AS x
  MATCH (s:Service)
  WHERE s.placed_in = x.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect({name: s.name, codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS placed
}
UNWIND asked AS category
WITH a, category, [one IN stated WHERE one.category = category] AS reasons,
  [one IN wide WHERE one.code = category AND one.place IN over] AS wide,
  [one IN somewhere WHERE one.code = category AND one.place IN over] AS somewhere,
  [one IN spoken WHERE size(one.categories) = 0 OR category IN one.categories] AS able,
  [one IN held + placed WHERE category IN one.codes] AS recorded
WHERE none(one IN recorded WHERE coalesce(one.running, false))
RETURN a.id AS area_id, a.name AS area, category,
  reduce(seen = [], one IN reasons | CASE WHEN one.need IN seen THEN seen ELSE seen + one.need END) AS needs,
  CASE WHEN size(reasons) = 0 THEN 'none' WHEN any(one IN reasons WHERE one.strength = 'strong') THEN 'strong' ELSE 'weak' END AS strength,
  CASE WHEN size(able) = 0 THEN 'no_source' WHEN any(one IN able WHERE one.coverage = 'exhaustive') THEN 'absent' ELSE 'not_recorded' END AS meaning,
  reduce(seen = [], one IN wide | seen + [name IN one.names WHERE NOT name IN seen]) AS city_wide,
  reduce(seen = [], one IN somewhere | seen + [name IN one.names WHERE NOT name IN seen]) AS place_not_stated,
  reduce(seen = [], one IN recorded | CASE WHEN one.name IN seen THEN seen ELSE seen + one.name END) AS not_counted,
  reduce(seen = [], one IN able | CASE WHEN one.dataset IN seen THEN seen ELSE seen + one.dataset END) AS sources_that_could_show,
  reduce(seen = [], id IN reduce(all_of = [], one IN reasons | all_of + one.quoted) | CASE WHEN id IN seen THEN seen ELSE seen + id END) AS evidence
ORDER BY area_id, category
