/*
title_ja: 生活支援コーディネーターの記載がない区域
title_en: Areas without a recorded coordinator
shelf: councils
question_ja: 生活支援コーディネーターの配置先の記載が見つからない市町村と日常生活圏域はどこか
question_en: For which municipalities and everyday-life areas is no coordinator's post recorded?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, level, status, posts, acting, sources_that_could_show, evidence]
identity: [area_id]
found_ja: 資料が何かを述べている市町村・日常生活圏域 {population} か所のうち {found} か所は、コーディネーターの配置先の記載が見つかりません（いないという意味ではありません）。
found_en: Of {population} municipalities and everyday-life areas of which some source speaks, {found} have no recorded coordinator with a place (which does not mean that there is none).
nothing_ja: この地域の市町村・日常生活圏域について述べた資料が、まだ取り込まれていません。
nothing_en: No source that speaks of a municipality or everyday-life area here has been loaded yet.
explanation_ja: コーディネーターの配置と、その配置先の団体（人の名前ではありません）を探します。市町村では第1層か層の書かれていない配置、日常生活圏域ではその圏域の配置です。配置の記載はあっても配置先の記載がないものは、そのように示します。配置の記載がなくても、地域のために働いていると書かれた団体があれば名前を示します。
explanation_en: 'What is looked for is the post with the body that holds it, never a person: of layer 1 or of no stated layer for a municipality, of that area for an everyday-life area. A post without a recorded holder is shown as such. Bodies that a source says act for the area are shown, too.'
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
      no_holder: {ja: 配置の記載はあるが、配置先の記載がない, en: a post without a recorded holder}
      not_recorded: {ja: 記載が見つからない, en: not recorded}
      no_source: {ja: 配置について述べた資料がない, en: no source speaks of it}
  posts: {ja: 記載のある配置, en: Posts}
  acting: {ja: 地域のために働いていると書かれた団体, en: Bodies that act for the area}
  sources_that_could_show: {ja: 配置について述べた資料, en: Sources that could have shown a post}
caution_ja: コーディネーターがいないという意味ではありません。資料に配置先の記載が見つからないというだけです。
caution_en: This does not mean that there is no coordinator; the sources do not record one.
next_step_ja: 市町村の担当課に、コーディネーターの配置先と担当の区域が分かる一覧がないか聞いてみてください。
next_step_en: Ask the office in charge for a list of coordinators with their places and areas.
since: 1
*/
// Areas of which no source speaks at all are no rows: that is a finding about our data.
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
CALL (a) {
  CALL (a) {
    WITH a, a.id AS home
    MATCH (p:Post)
    WHERE p.placed_in = home
    RETURN p
    UNION
    MATCH (a)<-[r:COVERS|ACTS_FOR]-(p:Post)
    WHERE r.visibility IN $visible
    RETURN p
  }
  WITH a, p
  WHERE p.visibility IN $visible
  WITH a, p, [(p)-[r:COVERS|ACTS_FOR]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS stated
  WHERE (size(stated) = 0 OR a.id IN stated) AND (a.level = 'daily_life_area' OR coalesce(p.layer, 1) = 1)
  WITH p, p.id AS fact
  OPTIONAL MATCH (o:Organization)-[h:HOLDS]->(p)
  WHERE o.visibility IN $visible AND h.visibility IN $visible AND coalesce(o.ended_on > $as_of, true)
  WITH p, fact, count(h) AS holders
  OPTIONAL MATCH (e:Evidence {fact: fact})
  WHERE e.visibility IN $visible
  WITH p, holders, collect(e.id) AS quoted
  RETURN collect({name: p.name, held: holders > 0, evidence: quoted}) AS posts
}
WITH a, able, posts
WHERE none(one IN posts WHERE one.held)
OPTIONAL MATCH (x:Organization|Council)-[f:ACTS_FOR]->(a)
WHERE x.visibility IN $visible AND f.visibility IN $visible AND coalesce(x.ended_on > $as_of, true)
WITH a, able, posts, collect(DISTINCT x.name) AS acting
RETURN a.id AS area_id, a.name AS area, a.level AS level,
  CASE WHEN size(posts) > 0 THEN 'no_holder' WHEN size(able) > 0 THEN 'not_recorded' ELSE 'no_source' END AS status,
  [one IN posts | one.name] AS posts, acting, able AS sources_that_could_show,
  reduce(quotes = [], one IN posts | quotes + one.evidence) AS evidence
ORDER BY area_id
