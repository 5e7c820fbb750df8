/*
title_ja: 団体ごとの協議体・役割・サービス
title_en: Councils, functions and services of each body
shelf: network
question_ja: それぞれの団体は、いくつの協議体に参加し、どの役割とサービスを担っていると記載されているか
question_en: On how many councils is each body recorded to sit, and which functions and services does it have?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
computed_by: graph.metrics.seats_and_roles.seats_and_roles
returns: [area_id, area, id, name, councils, functions, services, not_running, council_count, function_count, service_count, evidence, sources_that_could_show]
identity: [area_id, id]
audience: members
found_ja: 名前のある {population} 団体のうち {found} 団体に、協議体・役割・サービスのいずれかの記載があります。多い順に並べています。
found_en: Of {population} named bodies, {found} have a council, function or service recorded; those with most come first.
nothing_ja: 名前のある団体の記載がありません。
nothing_en: No named body is recorded.
explanation_ja: 参加している協議体の多い順、次に役割、サービスの多い順に並べただけのもので、よい・悪いという判断ではありません。部署の参加は、その団体の参加とします。終わった協議体・参加、実施中でないサービス、その団体が今は行っていないサービスは数えません。
explanation_en: 'Sorted by the number of councils, then of functions, then of services; this is no verdict. Seats of parts are seats of their body. Ended councils and seats, and services that do not run or that the body has left, are not counted.'
shown:
  name: {ja: 団体, en: Body}
  area: {ja: 区域, en: Area}
  councils: {ja: 協議体, en: Councils}
  functions: {ja: 役割, en: Functions, words: acting_for}
  services: {ja: 実施中のサービス, en: Running services}
  not_running: {ja: 今は行っていないもの, en: 'Not running, or not by this body'}
  sources_that_could_show: {ja: 参加やサービスについて述べた資料, en: Sources that could have shown seats or services}
caution_ja: 役割の多さは、負担の重さや団体の良し悪しを表しません。記載のないものは、ないという意味ではありません。
caution_en: Many roles do not mean a heavy load or a good or bad body. What is not recorded may still exist.
next_step_ja: 役割が集中している団体に、ほかの団体と分け合えそうなことがないか聞いてみてください。
next_step_en: Ask bodies in which roles are concentrated what they could share with others.
since: 1
*/
// Counting and order are the measure's: a row is of what is recorded on the day asked about.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT y
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind IN ['seats', 'services']
    AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
  RETURN collect(DISTINCT src.dataset) AS sources_that_could_show
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
  MATCH (a)<-[p:OPERATES_IN]-(o:Organization)
  WHERE p.visibility IN $visible AND o.visibility IN $visible AND NOT coalesce(o.generic, false)
    AND coalesce(o.ended_on > $as_of, true)
  RETURN o
}
WITH DISTINCT a, sources_that_could_show, o
WHERE NOT EXISTS {
  MATCH (o)-[p:PART_OF]->(whole:Organization)
  WHERE p.visibility IN $visible AND whole.visibility IN $visible AND coalesce(whole.ended_on > $as_of, true)
}
RETURN collect({area_id: a.id, area: a.name, id: o.id, name: o.name, sources_that_could_show: sources_that_could_show,
  seats: [(o)-[m:MEMBER_OF]->(c:Council) WHERE m.visibility IN $visible AND c.visibility IN $visible
    | {council: c.name, status: c.status, until: m.until, fact: m.id}],
  seats_of_parts: [(o)<-[p:PART_OF]-(y:Organization)-[m:MEMBER_OF]->(c:Council) WHERE p.visibility IN $visible AND y.visibility IN $visible
    AND m.visibility IN $visible AND c.visibility IN $visible AND coalesce(y.ended_on > $as_of, true)
    | {council: c.name, status: c.status, until: m.until, fact: m.id}],
  functions: [(o)-[f:ACTS_FOR]->(x:Area|Need) WHERE f.visibility IN $visible AND x.visibility IN $visible | {function: f.function, fact: f.id}],
  services: [(o)-[v:PROVIDES]->(s:Service) WHERE v.visibility IN $visible AND s.visibility IN $visible
    | {id: s.id, name: s.name, status: s.status, valid_from: s.valid_from, valid_to: s.valid_to, provides: v.status,
      fact: v.id}]}) AS bodies
