/*
title_ja: つながりの記載が見つからない団体
title_en: Bodies without a recorded tie
shelf: network
question_ja: つながりについて述べた資料に名前があるのに、ほかの団体とのつながりの記載が見つからない団体はどれか
question_en: Which named bodies appear in a source that could have shown ties, with no tie recorded?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
returns: [area_id, area, id, name, seats, services, functions, sources_that_could_show, evidence]
identity: [area_id, id]
audience: members
found_ja: つながりについて述べた資料に名前がある {population} 団体のうち {found} 団体は、ほかの団体とのつながりの記載が見つかりません（つながりがないという意味ではありません）。
found_en: Of {population} bodies named in sources that could have shown ties, {found} have no recorded tie (which does not mean that there is none).
nothing_ja: つながりについて述べた資料に、名前のある団体の記載がありません。
nothing_en: No named body appears in a source that could have shown ties.
explanation_ja: つながりとは、連携・支援・資金・委託・設立・仲介・引き継ぎの記載、または同じサービスに関わるという記載です。同じ協議体にいること、同じ地域にあることは、つながりに数えません。自治会のような総称と、ほかの団体の一部は一覧に載せません。解散した団体は載せず、解散した団体とのつながりも数えません。
explanation_en: 'A tie is a record of working together, supporting, funding, commissioning, founding, connecting or handing on, or of both being part of one service. A shared council or area is no tie. Kinds of actor and parts of other bodies are not listed. Nor are bodies that were dissolved, and ties with them do not count.'
shown:
  name: {ja: 団体, en: Body}
  area: {ja: 区域, en: Area}
  seats: {ja: 協議体, en: Councils}
  services: {ja: サービス, en: Services}
  functions: {ja: 役割, en: Functions, words: acting_for}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
overview: true
caution_ja: つながりがないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that there is no tie; the sources do not record one.
next_step_ja: 協議体の前に、その団体をよく知る人に、日ごろ一緒に動いている相手を聞いてみてください。
next_step_en: Before the council meets, ask somebody who knows the body with whom it works day to day.
since: 1
*/
// A tie has no date of its own: the one that a source could have shown is of the day for which that source holds.
// A shared council or area is not a tie; generic actors are no rows, but a tie with one is a tie.
// Bodies that were dissolved are no rows, and a tie with one is a tie no longer.
// A part of a body (the social workers of 社協) is not a body of its own here.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(DISTINCT src.dataset) AS able
}
CALL (a) {
  WITH a, a.id AS home
  MATCH (o:Organization)
  WHERE o.placed_in = home AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (a)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  RETURN o
}
WITH a, o.placed_in AS placed, head(collect(able)) AS able, collect(DISTINCT o) AS group
CALL (placed) {
  MATCH (h:Area)
  WHERE h.id = placed
  MATCH up = (h)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(DISTINCT src.dataset) AS where_it_is_placed
}
UNWIND group AS o
WITH a, o, [d IN o.sources WHERE d IN able OR d IN where_it_is_placed] AS sources_that_could_show
WHERE size(sources_that_could_show) > 0
WITH * WHERE NOT EXISTS {
  MATCH (o)-[p:PART_OF]->(whole:Organization)
  WHERE p.visibility IN $visible AND whole.visibility IN $visible AND coalesce(whole.ended_on > $as_of, true)
}
// End of the population.
WITH * WHERE NOT EXISTS {
  MATCH (o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(b:Organization)
  WHERE r.visibility IN $visible AND b.visibility IN $visible AND b.id <> o.id AND coalesce(r.state, 'recorded') = 'recorded'
    AND coalesce(b.ended_on > $as_of, true)
}
WITH * WHERE NOT EXISTS {
  MATCH (o)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(c:Organization)
  WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND c.visibility IN $visible AND c.id <> o.id
    AND coalesce(c.ended_on > $as_of, true)
}
OPTIONAL MATCH (o)-[m:MEMBER_OF]->(council:Council)
WHERE m.visibility IN $visible AND council.visibility IN $visible
WITH a, o, sources_that_could_show, collect(DISTINCT council.name) AS seats
OPTIONAL MATCH (o)-[p:PROVIDES]->(s:Service)
WHERE p.visibility IN $visible AND s.visibility IN $visible
WITH a, o, sources_that_could_show, seats, collect(DISTINCT s.name) AS services
OPTIONAL MATCH (o)-[f:ACTS_FOR]->(for:Area|Need)
WHERE f.visibility IN $visible AND for.visibility IN $visible
WITH a, o, sources_that_could_show, seats, services, collect(DISTINCT f.function) AS functions, o.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, o, sources_that_could_show, seats, services, functions, collect(e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, o.id AS id, o.name AS name, seats, services, functions, sources_that_could_show, evidence
ORDER BY area_id, id
