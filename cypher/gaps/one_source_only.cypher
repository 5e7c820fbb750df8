/*
title_ja: 一つの資料にしか載っていない記録
title_en: Records that only one source states
shelf: sources
question_ja: ほかにも載っていておかしくない資料があるのに、一つの資料にしか記載が見つからない団体・協議体・サービス・ニーズはどれか
question_en: Which bodies, councils, services and needs are stated by one source only, although another could have shown them?
returns: [area_id, area, id, kind, name, source, verified_on, other_sources, sources_that_could_show, evidence]
identity: [id]
found_ja: 二つ以上の資料に載っていておかしくない記録 {population} 件のうち {found} 件は、一つの資料にしか記載が見つかりません（誤りという意味ではありません）。
found_en: Of {population} records that two or more sources could have shown, {found} are stated by one only (which does not mean that they are wrong).
nothing_ja: 二つ以上の資料に載っていておかしくない記録が、まだありません。
nothing_en: There is no record yet that two or more sources could have shown.
explanation_ja: その区域のその種類の事実について述べた資料がほかにもあるのに、今の版で載せている資料が一つだけの記録です。事例集のように例を挙げる資料では、載っていないのがふつうのこともあります。自治会のような総称は一覧に載せません。
explanation_en: 'Records that one current source states, where another source speaks of that area and that kind of fact. A source that gives examples may well leave them out. Kinds of actor are not listed.'
shown:
  name: {ja: 記録, en: Record}
  kind: {ja: 種類, en: Kind, words: kind}
  area: {ja: 区域, en: Area}
  source: {ja: 載せている資料, en: Stated by}
  other_sources: {ja: 載っていておかしくないほかの資料, en: Other sources that could have shown it}
  verified_on: {ja: 最後に確かめられた日, en: Last verified on}
caution_ja: 誤りという意味ではありません。ほかの資料が例だけを挙げている場合もあります。
caution_en: This does not mean that the record is wrong; the other sources may give examples only.
next_step_ja: 会議で使う前に、本人たちか、よく知る人に一度確かめてみてください。
next_step_en: Before using it in a meeting, ask the people themselves or somebody who knows.
since: 1
*/
// A record has no day: another source could have shown it when it speaks of the kind on the day for which that source holds.
// A scope limited to some codes could have shown only what has one of them.
UNWIND $areas AS place
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (place) {
  MATCH (own:Area {id: place})
  MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect({kind: k.kind, dataset: src.dataset, categories: coalesce(k.categories, [])}) AS scopes
}
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  RETURN o.id AS id, 'bodies' AS kind, o.name AS name, o.verified_on AS verified_on, o.sources AS sources, coalesce(o.actor_types, []) AS codes
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS id, 'bodies' AS kind, o.name AS name, o.verified_on AS verified_on, o.sources AS sources, coalesce(o.actor_types, []) AS codes
  UNION
  MATCH (c:Council)
  WHERE c.placed_in = place AND c.visibility IN $visible AND NOT coalesce(c.generic, false)
  RETURN c.id AS id, 'seats' AS kind, c.name AS name, c.verified_on AS verified_on, c.sources AS sources, [] AS codes
  UNION
  MATCH (h:Area {id: place})<-[p:DELIVERED_IN|COVERS]-(s:Service)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND s.visibility IN $visible
  RETURN s.id AS id, 'services' AS kind, s.name AS name, s.verified_on AS verified_on, s.sources AS sources,
    [(s)-[i:IN_CATEGORY]->(g:ServiceCategory) WHERE i.visibility IN $visible | g.code] AS codes
  UNION
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS { MATCH (s)-[p:DELIVERED_IN|COVERS]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN s.id AS id, 'services' AS kind, s.name AS name, s.verified_on AS verified_on, s.sources AS sources,
    [(s)-[i:IN_CATEGORY]->(g:ServiceCategory) WHERE i.visibility IN $visible | g.code] AS codes
  UNION
  MATCH (h:Area {id: place})-[p:HAS_NEED]->(n:Need)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND n.visibility IN $visible
  RETURN n.id AS id, 'needs' AS kind, n.name AS name, n.verified_on AS verified_on, n.sources AS sources, coalesce(n.codes, []) AS codes
}
WITH place, id, kind, name, verified_on, [one IN sources WHERE one IN readable] AS stating,
  [one IN scopes WHERE one.kind = kind AND (size(one.categories) = 0 OR any(code IN one.categories WHERE code IN codes)) | one.dataset] AS able
// End of the population.
WHERE size(stating) = 1
WITH id, min(kind) AS kind, name, verified_on, head(stating) AS source, min(place) AS place, collect(able) AS abilities
WITH id AS fact, kind, name, verified_on, source, place, reduce(seen = [], some IN abilities | seen + some) AS able
WHERE any(one IN able WHERE one <> source)
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH fact, kind, name, verified_on, source, place, able, collect(e.id) AS evidence
MATCH (a:Area)
WHERE a.id = place
RETURN a.id AS area_id, a.name AS area, fact AS id, kind, name, source, verified_on,
  reduce(seen = [], one IN able | CASE WHEN one IN seen OR one = source THEN seen ELSE seen + one END) AS other_sources,
  reduce(seen = [], one IN able | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS sources_that_could_show, evidence
ORDER BY id
