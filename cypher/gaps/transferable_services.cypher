/*
title_ja: ほかの地域で同じニーズに応えているサービス
title_en: Services of other regions that answer the same need
shelf: resources
question_ja: 同じニーズが挙がっていて、高齢化率と人口が近い市町村では、どんなサービスが応えているか
question_en: Which services answer the same need in municipalities of a like share of older people and a like population?
speaks_of: needs
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
  most: {type: integer, default: 20, about_ja: 区域とニーズごとに示す数, about_en: how many to show for each area and need}
computed_by: graph.metrics.transferable_services.transferable_services
returns: [area_id, area, need_code, region_id, region, service_id, service, categories, answers, likeness, share_here, share_there, share_year,
  population_here, population_there, population_year, provider_kinds, kinds_here, providers, sources_that_could_show, evidence]
identity: [area_id, need_code, region_id, service_id]
found_ja: 区域とニーズの組 {population} 組について、ほかの市町村のサービスを {found} 件、似ているものから順に示します。
found_en: For {population} pairs of an area and a need, {found} services of other municipalities are shown, the most alike first.
nothing_ja: 取り込まれた資料に、ニーズの記載が見当たりません。
nothing_en: The sources state no need.
explanation_ja: 同じニーズが挙がっている市町村のうち、同じ年の高齢化率の差が3ポイント以内で、人口が半分から2倍までのところの、実施中のサービスです。ニーズへの応え方、高齢化率の近さ、人口の近さ、同じ種類の担い手がこちらにもいるか、の順に並べます。高齢化率か人口の記載がないところは、似ているかどうか「分からない」として最後に示します。
explanation_en: 'Running services of municipalities with the same need, a share of people of 65 and over within 3 points in the same year, and half to double the population. In order of how they answer the need, of the shares, of the populations, and of whether a provider of that kind is here too. Where a share or a population is not recorded, the likeness is unknown; these come last.'
shown:
  service: {ja: サービス, en: Service}
  categories: {ja: 種類, en: Kind, codes: service_categories}
  region: {ja: 市町村, en: Municipality}
  need_code: {ja: ニーズ, en: Need, codes: need_categories}
  area: {ja: こちらの区域, en: Area here}
  answers:
    ja: ニーズへの応え方
    en: How it answers
    values:
      stated: {ja: そのニーズに応えると書かれている, en: said to answer it}
      strong: {ja: いちばんに応える種類, en: the first answer to the need}
      weak: {ja: 助けになる種類, en: also helps}
  likeness:
    ja: 似ているか
    en: Likeness
    values:
      known: {ja: 高齢化率と人口が近い, en: like share and population}
      unknown: {ja: 分からない（記載がない）, en: unknown (not recorded)}
  share_here: {ja: こちらの高齢化率（%）, en: Share of 65+ here (%)}
  share_there: {ja: 先方の高齢化率（%）, en: Share of 65+ there (%)}
  share_year: {ja: 高齢化率の年, en: Year of the shares}
  population_here: {ja: こちらの人口, en: Population here}
  population_there: {ja: 先方の人口, en: Population there}
  population_year: {ja: 人口の年, en: Year of the populations}
  providers: {ja: 担い手, en: Providers}
  kinds_here: {ja: こちらにもいる種類の担い手, en: Kinds of provider that are here too, codes: actor_types}
  sources_that_could_show: {ja: 先方のサービスを述べた資料, en: Sources that speak of services there}
caution_ja: 似た地域でできたことが、こちらでもできるとは限りません。数字の時点が古いこともあります。
caution_en: What works in a like place may not work here, and the figures may be old.
next_step_ja: 気になるものがあれば、原文を読み、先方の担当に、始めたときの苦労を聞いてみてください。
next_step_en: Read the source, and ask those who run it what was hard at the start.
since: 1
*/
// The measure compares; here everything is collected that it needs of the municipalities in which one of these needs is stated.
CALL () {
  MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
    AND NOT coalesce(c.context, false)
  MATCH up = (a)-[:PART_OF*0..5]->(m:Area)
  WHERE m.level = 'municipality' AND all(place IN nodes(up) WHERE place.visibility IN $visible)
    AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT {area_id: a.id, area: a.name, region: m.id, code: c.code}) AS needs, collect(DISTINCT c) AS kinds
}
CALL (kinds) {
  UNWIND kinds AS c
  MATCH (c)<-[i:IN_CATEGORY]-(n:Need)<-[h:HAS_NEED]-(x:Area)
  WHERE x.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
  MATCH up = (x)-[:PART_OF*0..5]->(m:Area)
  WHERE m.level = 'municipality' AND all(place IN nodes(up) WHERE place.visibility IN $visible)
    AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT {region: m.id, code: c.code, need: n.id}) AS elsewhere, collect(DISTINCT m) AS regions
}
CALL (regions) {
  UNWIND regions AS m
  MATCH down = (m)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT {region: m.id, service: s.id}) AS held, collect(DISTINCT s) AS stated
}
CALL (regions) {
  UNWIND regions AS m
  MATCH down = (m)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  MATCH (s:Service)
  WHERE s.placed_in = x.id AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
    WHERE v.visibility IN $visible AND q.visibility IN $visible
  }
  RETURN collect(DISTINCT {region: m.id, service: s.id}) AS placed, collect(DISTINCT s) AS unstated
}
CALL (stated, unstated) {
  UNWIND stated + unstated AS s
  WITH DISTINCT s
  WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
  WITH s, [(s)-[j:IN_CATEGORY]->(k:ServiceCategory) WHERE j.visibility IN $visible | k.code] AS categories,
    [(s)-[i:IN_CATEGORY]->(:ServiceCategory)<-[w:ANSWERED_BY]-(c:NeedCategory) WHERE i.visibility IN $visible
      | {code: c.code, strength: w.strength}] AS answers,
    [(s)-[d:ADDRESSES]->(n:Need) WHERE d.visibility IN $visible AND n.visibility IN $visible | n.id] AS addressed,
    [(s)<-[p:PROVIDES]-(o) WHERE p.visibility IN $visible AND o.visibility IN $visible AND coalesce(p.status, 'running') = 'running'
      | {name: o.name, kinds: coalesce(o.actor_types, [])}] AS providers
  RETURN collect({id: s.id, name: s.name, categories: categories, answers: answers, addressed: addressed, providers: providers}) AS services
}
CALL (regions) {
  UNWIND regions AS m
  MATCH (m)<-[r:OBSERVED_IN]-(o:Observation)
  WHERE r.visibility IN $visible AND o.visibility IN $visible AND o.indicator IN ['share_65_plus', 'population']
    AND o.as_of IS NOT NULL AND o.value IS NOT NULL
  RETURN collect({region: m.id, indicator: o.indicator, as_of: o.as_of, value: o.value}) AS observed
}
CALL (regions, needs) {
  UNWIND regions AS m
  WITH DISTINCT m, needs
  WHERE any(one IN needs WHERE one.region = m.id)
  MATCH down = (m)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  MATCH (x)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible
  UNWIND coalesce(o.actor_types, []) AS kind
  RETURN collect(DISTINCT {region: m.id, kind: kind}) AS working
}
CALL (regions, needs) {
  UNWIND regions AS m
  WITH DISTINCT m, needs
  WHERE any(one IN needs WHERE one.region = m.id)
  MATCH down = (m)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  MATCH (o:Organization)
  WHERE o.placed_in = x.id AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[w:OPERATES_IN]->(h:Area)
    WHERE w.visibility IN $visible AND h.visibility IN $visible
  }
  UNWIND coalesce(o.actor_types, []) AS kind
  RETURN collect(DISTINCT {region: m.id, kind: kind}) AS present
}
CALL (regions) {
  UNWIND regions AS m
  MATCH up = (m)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= src.as_of, true) AND coalesce(w.begins <= src.as_of, true)
  RETURN collect(DISTINCT {region: m.id, dataset: src.dataset}) AS spoken
}
CALL (regions) {
  UNWIND regions AS m
  WITH m, [(m)-[r:PART_OF]->(p:Area) WHERE r.visibility IN $visible AND p.visibility IN $visible AND p.level = 'prefecture' | p.name] AS within
  RETURN collect(DISTINCT {id: m.id, name: coalesce(head(within), '') + m.name}) AS named
}
RETURN needs, elsewhere, named, held + placed AS offered, services, observed, working + present AS actors, spoken
