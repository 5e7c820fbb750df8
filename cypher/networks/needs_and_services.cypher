/*
title_ja: ニーズとサービス
title_en: Needs and services
question_ja: この地域で挙がっているニーズに、どのサービス・活動が応えると記載されているか。応えるものの記載がないのはどれか
question_en: Which recorded services answer the stated needs of this area, and which needs are answered by none?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [nodes, relationships]
since: 1
*/
// What answers a need is found as in gaps/needs_without_service: by the kinds of service that the taxonomy lists for it, among what is
// held here or is for here and runs on the day. A need is unanswered where that question has it with all its codes.
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  WITH * WHERE EXISTS {
    MATCH (a)-[h:HAS_NEED]->(n:Need)
    WHERE h.visibility IN $visible AND n.visibility IN $visible
  }
  CALL (a) {
    MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
    WHERE all(place IN nodes(down) WHERE place.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
    RETURN collect(DISTINCT x) AS below
  }
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH a, below, collect(DISTINCT y) AS above
  CALL (below) {
    UNWIND below AS x
    MATCH (x)<-[d:DELIVERED_IN|COVERS]-(s:Service)
    WHERE d.visibility IN $visible AND s.visibility IN $visible
    RETURN collect(DISTINCT s) AS local
  }
  CALL (above) {
    UNWIND above AS y
    MATCH (y)<-[d:COVERS]-(s:Service)
    WHERE d.visibility IN $visible AND s.visibility IN $visible
    RETURN collect(DISTINCT s) AS wide
  }
  CALL (below) {
    UNWIND below AS x
    MATCH (s:Service)
    WHERE s.placed_in = x.id AND s.visibility IN $visible
    WITH * WHERE NOT EXISTS {
      MATCH (s)-[v:DELIVERED_IN|COVERS]->(q:Area)
      WHERE v.visibility IN $visible AND q.visibility IN $visible
    }
    RETURN collect(DISTINCT s) AS placed
  }
  CALL (local, wide, placed) {
    UNWIND local + wide + placed AS s
    WITH DISTINCT s
    RETURN collect({id: s.id, codes: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code],
      running: coalesce(s.status = 'running' AND (s.valid_to IS NULL OR s.valid_to >= $as_of) AND (s.valid_from IS NULL OR s.valid_from <= $as_of), false)}) AS here
  }
  MATCH (a)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible AND NOT coalesce(c.context, false)
  WITH here, n.id AS need, [(c)-[:ANSWERED_BY]->(k:ServiceCategory) | k.code] AS wanted
  WITH need, [one IN here WHERE any(own IN one.codes WHERE own IN wanted)] AS answering
  RETURN collect({need: need, answered: any(one IN answering WHERE one.running), services: answering}) AS matched
}
CALL (matched) {
  UNWIND matched AS one
  UNWIND one.services AS service
  WITH DISTINCT one.need AS need, service.id AS service, service.running AS running
  RETURN collect({id: 'answers ' + service + ' ' + need, type: 'ANSWERS', start: service, end: need,
    status: CASE WHEN running THEN 'running' ELSE 'not_running' END}) AS answers
}
CALL (readable, matched) {
  WITH readable, matched, [one IN matched | one.need] AS stated
  MATCH (n:Need)
  WHERE n.id IN stated AND n.visibility IN $visible
  WITH readable, n, [one IN matched WHERE one.need = n.id | one.answered] AS found
  RETURN collect({id: n.id, label: 'Need', name: n.name, categories: n.codes, area_id: n.placed_in, verified_on: n.verified_on,
    status: CASE WHEN none(one IN found WHERE one) THEN 'unanswered' WHEN all(one IN found WHERE one) THEN null ELSE 'partly_answered' END,
    sources: [d IN n.sources WHERE d IN readable]}) AS needs
}
CALL (readable, needs) {
  WITH readable, [one IN needs | one.id] AS stated
  MATCH (x:Service|Council)-[r:ADDRESSES]->(n:Need)
  WHERE n.id IN stated AND x.visibility IN $visible AND r.visibility IN $visible
  RETURN collect(DISTINCT {id: r.id, type: type(r), start: x.id, end: n.id, sources: [d IN r.sources WHERE d IN readable]}) AS addressed
}
CALL (readable, answers, addressed) {
  WITH readable, [one IN answers | one.start] + [one IN addressed | one.start] AS ids
  MATCH (x:Service|Council)
  WHERE x.id IN ids AND x.visibility IN $visible
  WITH DISTINCT readable, x
  RETURN collect({id: x.id, label: CASE WHEN 'Service' IN labels(x) THEN 'Service' ELSE 'Council' END, name: x.name, aliases: x.aliases, status: x.status,
    area_id: x.placed_in, verified_on: x.verified_on, sources: [d IN x.sources WHERE d IN readable],
    categories: [(x)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code]}) AS services
}
CALL (readable, services) {
  WITH readable, [one IN services | one.id] AS ids
  MATCH (o:Organization|Council)-[p:PROVIDES]->(s:Service)
  WHERE s.id IN ids AND o.visibility IN $visible AND p.visibility IN $visible
  WITH DISTINCT readable, o, p, s
  RETURN collect(DISTINCT {id: p.id, type: type(p), start: o.id, end: s.id, status: p.status, sources: [d IN p.sources WHERE d IN readable]}) AS provided,
    collect(DISTINCT {id: o.id, label: CASE WHEN 'Organization' IN labels(o) THEN 'Organization' ELSE 'Council' END, name: o.name, kana: o.kana,
    aliases: o.aliases, actor_types: o.actor_types, generic: o.generic, count: o.count, ended_on: o.ended_on, area_id: o.placed_in, verified_on: o.verified_on,
    sources: [d IN o.sources WHERE d IN readable]}) AS providers
}
WITH needs, services, providers, answers, addressed, provided, [one IN services | one.id] AS drawn
RETURN needs + services + [one IN providers WHERE NOT one.id IN drawn] AS nodes, answers + addressed + provided AS relationships
