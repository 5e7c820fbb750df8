/*
title_ja: 協議体の記載がない区域
title_en: Areas without a recorded council
shelf: councils
question_ja: 協議体の記載が見つからない市町村と日常生活圏域はどこか
question_en: For which municipalities and everyday-life areas is no council recorded?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, level, status, councils, sources_that_could_show, evidence]
identity: [area_id]
found_ja: 資料が何かを述べている市町村・日常生活圏域 {population} か所のうち {found} か所は、活動中の協議体の記載が見つかりません（協議体がないという意味ではありません）。
found_en: Of {population} municipalities and everyday-life areas of which some source speaks, {found} have no recorded active council (which does not mean that there is none).
nothing_ja: この地域の市町村・日常生活圏域について述べた資料が、まだ取り込まれていません。
nothing_en: No source that speaks of a municipality or everyday-life area here has been loaded yet.
explanation_ja: 市町村では第1層か、層の書かれていない協議体を、日常生活圏域ではその圏域の協議体（または第2層を兼ねて圏域を含む区域を担う協議体）を探します。まちづくり協議会のような話し合いの場も数え、地域ケア会議は数えません。計画中・終了したものは、その名前を示します。
explanation_en: 'For a municipality: a council of layer 1, or one whose layer is not stated; for an everyday-life area: a council of that area, or one of layer 2 that serves the area around it. Other meeting bodies count, care conferences do not. Planned and ended councils are shown by name.'
shown:
  area: {ja: 区域, en: Area}
  level:
    ja: 区域の種類
    en: Kind of area
    values:
      municipality: {ja: 市区町村, en: municipality}
      daily_life_area: {ja: 日常生活圏域, en: everyday-life area}
  status:
    ja: 資料の記載
    en: What the sources say
    values:
      planned: {ja: 計画中の協議体がある, en: planned}
      ended: {ja: 終わった協議体がある, en: ended}
      not_recorded: {ja: 記載が見つからない, en: not recorded}
      no_source: {ja: 協議体について述べた資料がない, en: no source speaks of it}
  councils: {ja: 計画中・終了した協議体, en: Planned or ended councils}
  sources_that_could_show: {ja: 協議体について述べた資料, en: Sources that could have shown a council}
caution_ja: 協議体がないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that there is no council; the sources do not record one.
next_step_ja: 市町村の担当課か、生活支援コーディネーターに、話し合いの場の名簿がないか聞いてみてください。
next_step_en: Ask the office in charge or the coordinator for a list of the meetings of the area.
since: 1
*/
// Areas of which no source speaks at all are no rows: that is a finding about our data. A status that nobody states: running.
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
CALL (a, above) {
  CALL (above) {
    UNWIND above AS home
    MATCH (c:Council)
    WHERE c.placed_in = home
    RETURN c
    UNION
    UNWIND above AS home
    MATCH (b:Area)<-[r:COVERS|OPERATES_IN]-(c:Council)
    WHERE b.id = home AND r.visibility IN $visible AND b.visibility IN $visible
    RETURN c
  }
  WITH DISTINCT a, above, c, coalesce(c.layers, []) AS layers
  WHERE c.visibility IN $visible AND coalesce(c.kind, '') <> 'care_conference'
  WITH a, above, c, layers, [(c)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
    [(c)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
  WITH a, above, c, layers, covered, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [c.placed_in] END AS places
  WHERE (a.level = 'municipality' AND a.id IN places AND (size(layers) = 0 OR 1 IN layers))
    OR (a.level = 'daily_life_area' AND (a.id IN places
      OR (2 IN layers AND (1 IN layers OR size(covered) > 0) AND any(place IN places WHERE place IN above))))
  WITH c, c.id AS fact
  OPTIONAL MATCH (e:Evidence {fact: fact})
  WHERE e.visibility IN $visible
  WITH c, collect(e.id) AS quoted
  RETURN collect({name: c.name, status: coalesce(c.status, 'active'), evidence: quoted}) AS recorded
}
WITH a, able, recorded
WHERE none(one IN recorded WHERE one.status = 'active')
RETURN a.id AS area_id, a.name AS area, a.level AS level,
  CASE WHEN any(one IN recorded WHERE one.status = 'planned') THEN 'planned' WHEN size(recorded) > 0 THEN 'ended'
    WHEN size(able) > 0 THEN 'not_recorded' ELSE 'no_source' END AS status,
  [one IN recorded | one.name] AS councils, able AS sources_that_could_show,
  reduce(quotes = [], one IN recorded | quotes + one.evidence) AS evidence
ORDER BY area_id
