/*
title_ja: 協議体に招きたい、サービスの担い手
title_en: Providers that could be invited to a council
shelf: network
question_ja: その地域でサービスを実施しているのに、地域のどの協議体にも参加の記載が見つからない団体はどれか
question_en: Which bodies run a service in an area and are not recorded to sit on any of its councils?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, id, name, services, councils, seat_lists, sources_that_could_show, evidence]
identity: [area_id, id]
audience: members
found_ja: 協議体のある地域でサービスを実施している {population} 団体のうち {found} 団体は、地域の協議体への参加の記載が見つかりません（参加していないという意味ではありません）。
found_en: Of {population} bodies that run a service in an area with a council, {found} are not recorded to sit on one of its councils (which does not mean that they do not).
nothing_ja: 協議体の記載がある地域で、サービスを実施している団体の記載が見当たりません。
nothing_en: No body is recorded to run a service in an area for which a council is recorded.
explanation_ja: 地域の協議体とは、その地域で開かれるか、その地域を対象とする、活動中の協議体です。上部団体や部署を通した参加、部会など協議体の一部への参加も、参加とします。計画中・終了・期限切れのサービスは数えません。
explanation_en: 'Councils of an area are active ones held there or for it. A seat through a body that it is part or member of, through one of its parts, or on a part of the council is a seat. Planned, ended and lapsed services are not counted.'
shown:
  name: {ja: 団体, en: Body}
  services: {ja: 実施中のサービス, en: Running services}
  area: {ja: 区域, en: Area}
  councils: {ja: 地域の協議体, en: Councils of the area}
  seat_lists: {ja: 構成員の記載, en: Lists of members, values: {listed: {ja: 名簿がある, en: listed}, open: {ja: 「等」「他」で終わり、ほかにもいる, en: 'open, others may sit on it'}, unknown: {ja: 構成員を述べた資料がない（不明）, en: 'unknown, no source lists them'}}}
  sources_that_could_show: {ja: 構成員について述べた資料, en: Sources that could have shown seats}
caution_ja: 参加していないという意味ではありません。名簿が「等」で終わるときや、構成員を述べた資料がないときは、わからないというだけです。
caution_en: This does not mean that the body has no seat; where lists are open or no source lists seats it is just unknown.
next_step_ja: 協議体の事務局に参加の有無を確かめ、まだであれば一度お招きしてみてください。
next_step_en: Ask the office of the council whether the body takes part, and invite it if it does not yet.
since: 1
*/
// Begins at the councils of the asked areas: where none is recorded, there is nothing to be invited to.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  WITH a, a.id AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
  WITH * WHERE NOT EXISTS {
    MATCH (c)-[p:OPERATES_IN|COVERS]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN c
  UNION
  MATCH (a)<-[p:OPERATES_IN|COVERS]-(c:Council)
  WHERE p.visibility IN $visible AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
  RETURN c
}
WITH a, collect(DISTINCT c.id) AS council_ids, collect(DISTINCT c.name) AS councils,
  sum(CASE WHEN coalesce(c.open_list, false) THEN 1 ELSE 0 END) AS open_lists
CALL (a) {
  MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
  WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
  RETURN DISTINCT x
}
CALL (x) {
  WITH x, x.id AS place
  MATCH (s:Service)
  WHERE s.placed_in = place AND s.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (s)-[d:DELIVERED_IN|COVERS]->(h:Area)
    WHERE d.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN s
  UNION
  MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
  WHERE d.visibility IN $visible AND s.visibility IN $visible
  RETURN s
}
WITH DISTINCT a, council_ids, councils, open_lists, s
WHERE s.status = 'running' AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true)
MATCH (o:Organization)-[v:PROVIDES]->(s)
WHERE o.visibility IN $visible AND v.visibility IN $visible AND NOT coalesce(o.generic, false) AND coalesce(v.status, 'running') = 'running'
  AND coalesce(o.ended_on > $as_of, true)
// End of the population.
WITH DISTINCT a, council_ids, councils, open_lists, s, o
WITH *, [(o)-[m:MEMBER_OF]->(d:Council) WHERE m.visibility IN $visible AND d.visibility IN $visible AND coalesce(m.until >= $as_of, true) | d.id]
  AS own,
  [(o)-[p:PART_OF|MEMBER_OF]->(w:Organization)-[m:MEMBER_OF]->(d:Council) WHERE p.visibility IN $visible AND w.visibility IN $visible
    AND m.visibility IN $visible AND d.visibility IN $visible AND coalesce(m.until >= $as_of, true) | d.id] AS by_whole,
  [(o)<-[p:PART_OF]-(w:Organization)-[m:MEMBER_OF]->(d:Council) WHERE p.visibility IN $visible AND w.visibility IN $visible
    AND m.visibility IN $visible AND d.visibility IN $visible AND coalesce(m.until >= $as_of, true) | d.id] AS by_part,
  [(o)-[m:MEMBER_OF]->(w:Council)-[p:PART_OF|MEMBER_OF]->(d:Council) WHERE m.visibility IN $visible AND w.visibility IN $visible
    AND p.visibility IN $visible AND d.visibility IN $visible AND coalesce(m.until >= $as_of, true) | d.id] AS nested
WITH *, own + by_whole + by_part + nested + [o.id] AS seats
WHERE none(seat IN seats WHERE seat IN council_ids)
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(y)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'seats'
  AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
WITH a, councils, open_lists, o, s, s.id AS fact, collect(DISTINCT src.dataset) AS sources_that_could_show
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH a, councils, open_lists, o, sources_that_could_show, collect(DISTINCT s.name) AS services, collect(DISTINCT e.id) AS evidence
RETURN a.id AS area_id, a.name AS area, o.id AS id, o.name AS name, services, councils,
  CASE WHEN size(sources_that_could_show) = 0 THEN 'unknown' WHEN open_lists > 0 THEN 'open' ELSE 'listed' END AS seat_lists,
  sources_that_could_show, evidence
ORDER BY area_id, id
