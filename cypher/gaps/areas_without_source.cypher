/*
title_ja: 資料が述べていない区域
title_en: Areas of which no source speaks
shelf: sources
question_ja: 今の資料がまったく述べていない区域や、ある種類の事実を述べていない区域はどこか
question_en: Of which areas, or of which kinds of fact there, does no current source speak?
returns: [area_id, area, level, state, not_spoken_of, spoken_of, records, sources_that_could_show]
identity: [area_id]
found_ja: 記録のある区域とお尋ねの区域、合わせて {population} か所のうち {found} か所には、どの資料も述べていない種類の事実があります（事実がないという意味ではありません）。
found_en: Of {population} areas with records or asked about, {found} have a kind of fact of which no source speaks (which does not mean that there is none).
nothing_ja: 記録のある区域が、まだありません。
nothing_en: No area has a record yet.
explanation_ja: 市区町村と地区ごとに、7種類の事実（団体・つながり・参加・サービス・ニーズ・事業・統計）のうち、今の資料のどれも述べていないものを示します。市全体を述べる資料は、その中の地区についても述べたものとします。
explanation_en: 'For each municipality and district: which of the seven kinds of fact no current source speaks of. A source of a whole city speaks of its districts too.'
shown:
  area: {ja: 区域, en: Area}
  state:
    ja: 状態
    en: State
    values:
      nothing: {ja: どの資料も述べていません, en: no source speaks of it}
      in_part: {ja: 述べられていない種類があります, en: some kinds are not spoken of}
  not_spoken_of: {ja: 述べた資料がない種類, en: Kinds no source speaks of, words: kind}
  spoken_of: {ja: 述べた資料がある種類, en: Kinds some source speaks of, words: kind}
  records: {ja: 記録の数, en: Records}
  sources_that_could_show: {ja: この区域を述べる資料, en: Sources that speak of it}
caution_ja: ないという意味ではありません。まだ資料を取り込んでいないだけです。
caution_en: This does not mean that there is nothing; only no source has been loaded.
next_step_ja: その種類を載せた名簿・計画書・議事録がないか、担当の課や協議体の事務局に聞いてみてください。
next_step_en: Ask the office in charge or the council's secretariat for a list, plan or minutes that tell of it.
since: 1
*/
// An area is asked about when nothing of what is asked about contains it; a prefecture is no area here. The seven kinds are
// graph.model.sources.KINDS_OF_FACT. A source speaks on the day for which it holds.
UNWIND $areas AS place
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible AND coalesce(a.level, '') <> 'prefecture' AND NOT coalesce(a.generic, false)
WITH a, place, [(a)-[p:PART_OF]->(w:Area) WHERE p.visibility IN $visible AND w.visibility IN $visible | w.id] AS wider
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN|COVERS|DELIVERED_IN|ACTS_FOR|OBSERVED_IN]-(x:Organization|Council|Service|Programme|Post|Observation)
  WHERE p.visibility IN $visible AND x.visibility IN $visible
  RETURN x.id AS id
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id
  UNION
  MATCH (x:Organization) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Council) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Service) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Need) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Programme) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  MATCH (x:Post) WHERE x.placed_in = place AND x.visibility IN $visible RETURN x.id AS id
  UNION
  RETURN null AS id
}
WITH a, place, wider, count(DISTINCT id) AS records
WHERE records > 0 OR none(one IN wider WHERE one IN $areas)
// End of the population.
CALL (place) {
  MATCH (own:Area {id: place})
  MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(DISTINCT k.kind) AS kinds, collect(DISTINCT src.dataset) AS able
}
WITH a, records, able, ['bodies', 'ties', 'seats', 'services', 'needs', 'programmes', 'observations'] AS all_kinds, kinds
WITH a, records, able, [one IN all_kinds WHERE NOT one IN kinds] AS not_spoken_of, [one IN all_kinds WHERE one IN kinds] AS spoken_of
WHERE size(not_spoken_of) > 0
RETURN a.id AS area_id, a.name AS area, a.level AS level, CASE WHEN size(spoken_of) = 0 THEN 'nothing' ELSE 'in_part' END AS state,
  not_spoken_of, spoken_of, records, able AS sources_that_could_show
ORDER BY area_id
