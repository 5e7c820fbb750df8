/*
title_ja: 次の会議で話し合うニーズ
title_en: Needs for the next agenda
shelf: meetings
question_ja: 把握されているニーズは、何人のことで、増えているか減っているか、この区域の活動や市全体の活動で応えられているか
question_en: How many people has each stated need, is it growing, and is it answered here or by something for the whole city?
speaks_of: needs
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
  fewest: {type: integer, default: 5, about_ja: この数より少ない人数は示さない, about_en: counts of people under this number are not shown}
computed_by: graph.metrics.agenda_needs.agenda_needs
returns: [area_id, area, need_id, need_code, need, count, count_state, period, trend, here, for_all, not_counted, sources, sources_that_could_show, evidence]
identity: [area_id, need_id]
found_ja: 把握されている {population} 件のニーズのうち、次の会議で話し合える {found} 件を、人数・増減・応えている活動と並べます。
found_en: Of {population} stated needs, {found} are set out for the next agenda with their counts, their trend and what answers them.
nothing_ja: 取り込まれた資料に、ニーズの記載が見当たりません（困りごとがないという意味ではありません）。
nothing_en: The sources state no need (which does not mean that there is none).
explanation_ja: 人数は資料に書かれたもので、少ない人数は示しません（引き算で分かる場合は、ほかの人数も一つ以上示しません）。増減は、日付の違う資料に書かれた人数を比べたものです。応えている活動は、この区域で行われているものと、区域全体や市全体を対象とするものを分けます。計画中・終了・期限切れは数えず、名前だけ示します。
explanation_en: 'Counts are those of the sources; small ones are not shown, nor others from which they could be worked out. The trend compares counts of sources of different days. What is held here and what is for the whole area or city stand apart. Planned, ended and lapsed services are not counted; their names are shown.'
shown:
  need_code: {ja: ニーズ, en: Need, codes: need_categories}
  need: {ja: 資料の言葉, en: As the source words it}
  area: {ja: 区域, en: Area}
  count: {ja: 人数・件数, en: Count}
  count_state:
    ja: 人数の扱い
    en: About the count
    values:
      shown: {ja: 資料のとおり, en: as the source states it}
      hidden: {ja: 少ないため、または少ない人数が分かってしまうため示しません, en: 'not shown: small, or a small one could be worked out from it'}
      not_stated: {ja: 資料に書かれていません, en: not stated}
  period: {ja: 期間, en: Period}
  trend:
    ja: 増減
    en: Trend
    values:
      more: {ja: 前より増えています, en: more than before}
      fewer: {ja: 前より減っています, en: fewer than before}
      same: {ja: 前と同じです, en: as before}
      no_earlier: {ja: 比べられる前の人数がありません, en: no earlier count to compare}
  here: {ja: この区域で行われている活動, en: Held here}
  for_all: {ja: 区域全体・市全体を対象とする活動, en: For the whole area or city}
  not_counted: {ja: 実施中ではないもの, en: Not running}
  sources_that_could_show: {ja: 活動について述べた資料, en: Sources that could have shown a service}
caution_ja: 活動の記載がなくても、活動がないという意味ではありません。市全体を対象とする活動があっても、この区域で使えているとは限りません。
caution_en: No recorded service does not mean that there is none, and one for the whole city may not reach this area.
next_step_ja: 増えているもの、区域で行われている活動の記載がないものから、議題に選んでみてください。
next_step_en: Choose for the agenda what grows and what nothing held here is recorded to answer.
since: 1
*/
// A service whose place no source states belongs where its case or register places it. `family`: the needs of the same kinds in the
// same municipality, whichever part of it is asked about: a small count must not be worked out from another answer.
// What was withdrawn tells of earlier counts, and is not for the public (graph/history.py).
// Services, scopes and needs are collected once each, not once a need; which of them belong together is in the measure.
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  WITH * WHERE EXISTS {
    MATCH (a)-[h:HAS_NEED]->(n:Need)
    WHERE h.visibility IN $visible AND n.visibility IN $visible
  }
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  WITH a, collect(DISTINCT x.id) AS below
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH a, below, collect(DISTINCT y.id) AS above
  MATCH (a)-[h:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND n.visibility IN $visible
  WITH a, below, above, collect(DISTINCT n.id) AS needs
  RETURN collect({id: a.id, name: a.name, below: below, above: above, needs: needs}) AS areas
}
CALL (areas) {
  UNWIND areas AS one
  UNWIND one.below + one.above AS place
  RETURN collect(DISTINCT place) AS places
}
CALL (places) {
  UNWIND places AS place
  WITH place
  CALL (place) {
    MATCH (x:Area)<-[d:DELIVERED_IN|COVERS]-(s:Service)
    WHERE x.id = place AND d.visibility IN $visible AND s.visibility IN $visible
    RETURN s, type(d) AS way
    UNION
    MATCH (s:Service)
    WHERE s.placed_in = place AND s.visibility IN $visible
    WITH * WHERE NOT EXISTS {
      MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
      WHERE v.visibility IN $visible AND q.visibility IN $visible
    }
    RETURN s, 'placed' AS way
  }
  WITH s, collect({place: place, way: way}) AS at
  RETURN collect({id: s.id, name: s.name, at: at, codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
    running: s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of)
  }) AS services
}
CALL (places) {
  UNWIND places AS place
  MATCH (y:Area)<-[w:SPEAKS_OF]-(src:Source)
  WHERE y.id = place AND src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind = 'services'
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({place: place, dataset: src.dataset, categories: coalesce(w.categories, [])}) AS spoken
}
CALL (areas) {
  UNWIND areas AS one
  UNWIND one.above AS place
  WITH DISTINCT place
  MATCH (y:Area)
  WHERE y.id = place AND y.level = 'municipality'
  MATCH down = (y)<-[:PART_OF*0..5]-(b:Area)
  WHERE all(x IN nodes(down) WHERE x.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  MATCH (b)-[h:HAS_NEED]->(m:Need)
  WHERE h.visibility IN $visible AND m.visibility IN $visible
  RETURN collect({area_id: b.id, need_id: m.id, codes: m.codes, count: m.count, path: [x IN nodes(down) | x.id]}) AS family
}
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (areas, readable) {
  UNWIND areas AS one
  UNWIND one.needs AS fact
  WITH DISTINCT fact, readable
  MATCH (n:Need)
  WHERE n.id = fact
  WITH n, fact, readable, [(n)-[i:IN_CATEGORY]->(c:NeedCategory) WHERE i.visibility IN $visible AND NOT coalesce(c.context, false) |
    {code: c.code, wanted: [(c)-[:ANSWERED_BY]->(k:ServiceCategory) | k.code]}] AS kinds
  WHERE size(kinds) > 0
  CALL (fact) {
    MATCH (e:Evidence)
    WHERE e.fact = fact AND e.visibility IN $visible
    RETURN collect(properties(e)) AS evidence
  }
  CALL (fact) {
    MATCH (w:Withdrawn)
    WHERE w.fact = fact AND size($visible) > 1
    RETURN collect(w.content) AS withdrawn
  }
  RETURN collect({id: fact, name: n.name, codes: n.codes, count: n.count, period: n.period, kinds: kinds, evidence: evidence,
    withdrawn: withdrawn, sources: [one IN n.sources WHERE one IN readable]}) AS needs
}
RETURN areas, services, spoken, family, needs, $visible AS visible
