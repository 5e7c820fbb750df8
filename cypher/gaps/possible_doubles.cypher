/*
title_ja: 同じ団体かもしれない名前
title_en: Names that may be one body
shelf: sources
question_ja: 別々に記録されているが、同じ団体かもしれないと提案されている組はどれか
question_en: Which bodies are recorded apart and suggested to be one?
returns: [area_id, area, a_id, a, b_id, b, score, reason, a_sources, b_sources, sources_that_could_show, evidence]
identity: [a_id, b_id]
found_ja: 名前のある団体 {population} のうち、同じ団体かもしれない組が {found} 組あります（まだ判断されていません）。
found_en: Among {population} named bodies there are {found} pairs that may be one body (nobody has decided yet).
nothing_ja: 名前のある団体の記録が、まだありません。
nothing_en: No named body is recorded yet.
explanation_ja: 名前・別名・所在地・法人番号が似ていることから提案された組のうち、まだ誰も判断していないものです。似ているだけで一つにまとめることはありません。
explanation_en: 'Pairs suggested from likeness of names, other names, addresses and corporate numbers, of which nobody has decided. Likeness alone never makes one of two.'
shown:
  a: {ja: 団体, en: Body}
  b: {ja: もう一つの名前, en: Other name}
  area: {ja: 区域, en: Area}
  reason:
    ja: 似ているところ
    en: What is alike
    values:
      double.same_number: {ja: 法人番号が同じです, en: the same corporate number}
      double.same_name: {ja: 法人格や書き方を除くと同じ名前です, en: the same name but for legal form and spelling}
      double.same_name_elsewhere: {ja: 同じ名前の法人が、同じ市区町村の別の地区にあります, en: the same name in another part of the municipality}
      double.area_in_front: {ja: 市区町村名や略称を除くと同じ名前です, en: the same name but for the municipality in front or an abbreviation}
      double.alias: {ja: 一方の別名が、もう一方の名前です, en: another name of one is the name of the other}
      double.same_address: {ja: 所在地が同じで、名前が似ています, en: the same address and like names}
      double.own_name: {ja: 短いほうの名前の中心の言葉が、長いほうにも入っています, en: the longer name holds the shorter one's own word}
      double.close_spelling: {ja: 書き間違いほどの違いです, en: they differ no more than by a slip of the pen}
  a_sources: {ja: 団体の資料, en: Sources of the first}
  b_sources: {ja: もう一つの名前の資料, en: Sources of the other}
caution_ja: 似ているだけで、同じ団体とは限りません。
caution_en: They are alike; that does not make them one body.
next_step_ja: よく知る人に聞き、「まとめる」か「別の団体」かを記録してください。どちらも後で取り消せます。
next_step_en: Ask somebody who knows, and record whether they are one or two; either can be taken back.
since: 1
*/
// A suggestion is of the first area asked about in which one of the two works; kinds of actor are shown, and no part of the population.
UNWIND $areas AS place
CALL (place) {
  MATCH (h:Area {id: place})<-[p:OPERATES_IN]-(o:Organization)
  WHERE h.visibility IN $visible AND p.visibility IN $visible AND o.visibility IN $visible
  RETURN o.id AS body
  UNION
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
  RETURN o.id AS body
}
MATCH (o:Organization {id: body})-[r:POSSIBLY_SAME_AS]-(x:Organization)
WHERE r.state = 'open' AND r.visibility IN $visible AND x.visibility IN $visible
WITH CASE WHEN o.id < x.id THEN o ELSE x END AS a, CASE WHEN o.id < x.id THEN x ELSE o END AS b, r.score AS score, r.reason AS reason, place
WITH a, b, score, reason, collect(DISTINCT place) AS places
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (places) {
  UNWIND places AS one_place
  MATCH (own:Area {id: one_place})
  MATCH up = (own)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'bodies'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(DISTINCT src.dataset) AS able
}
WITH a, b, score, reason, able, readable, reduce(least = head(places), one IN places | CASE WHEN one < least THEN one ELSE least END) AS place,
  a.id AS a_fact, b.id AS b_fact
CALL (a_fact, b_fact) {
  MATCH (e:Evidence {fact: a_fact})
  WHERE e.visibility IN $visible
  RETURN e.id AS evidence_id
  UNION
  MATCH (e:Evidence {fact: b_fact})
  WHERE e.visibility IN $visible
  RETURN e.id AS evidence_id
  UNION
  RETURN null AS evidence_id
}
WITH a, b, score, reason, able, readable, place, collect(evidence_id) AS evidence
MATCH (home:Area)
WHERE home.id = place
RETURN home.id AS area_id, home.name AS area, a.id AS a_id, a.name AS a, b.id AS b_id, b.name AS b, score, reason,
  [one IN a.sources WHERE one IN readable] AS a_sources, [one IN b.sources WHERE one IN readable] AS b_sources,
  able AS sources_that_could_show, evidence
ORDER BY a_id, b_id
