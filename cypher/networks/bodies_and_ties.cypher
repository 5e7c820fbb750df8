/*
title_ja: 区域の団体とつながり
title_en: The bodies of areas and their ties
question_ja: これらの区域で働く団体はどれで、それぞれ誰とつながり、どの協議体に参加していると記載されているか
question_en: Which bodies work in these areas, with whom is each recorded to be connected, and on which councils does it sit?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
returns: [bodies, councils, needs, precedents]
since: 1
*/
// One map for each body and unit in which it works: the widest asked area around its home, a municipality where that is
// asked and a district where only that is. Its ties lead to bodies of any area. Measures: graph/network.py.
// needs: of each asked area, with those of what lies in it.
// Bodies that were dissolved are not in it, nor are ties with them.
// fact, and_fact: ids of the relationships that say so; of a tie through a service there are two.
// precedents: ties that case studies tell of, wherever; there are few case studies, so they are read as a whole.
// sources: those that name the body and could have shown its ties, as in actors_without_ties.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH y, length(up) AS far
  ORDER BY far DESC, y.id
  RETURN [one IN collect({id: y.id, name: y.name, level: y.level}) WHERE one.id IN $areas AND one.level <> 'prefecture'] AS asked
}
WITH a, CASE WHEN size(asked) = 0 THEN {id: a.id, name: a.name} ELSE {id: head(asked).id, name: head(asked).name} END AS unit
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
  WHERE o.placed_in = home AND o.visibility IN $visible AND coalesce(o.ended_on > $as_of, true)
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[p:OPERATES_IN]->(h:Area)
    WHERE p.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
  UNION
  MATCH (a)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible AND coalesce(o.ended_on > $as_of, true)
  RETURN o
}
WITH a, unit, o.placed_in AS placed, head(collect(able)) AS able, collect(DISTINCT o) AS group
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
WITH a, unit, o, [d IN o.sources WHERE d IN able OR d IN where_it_is_placed] AS sources
WITH unit, o, reduce(seen = [], one IN collect(sources) | seen + one) AS sources
WITH collect({id: o.id, name: o.name, generic: o.generic, kinds: o.actor_types, area_id: unit.id, area: unit.name, sources: sources,
  direct: [(o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(x:Organization)
    WHERE r.visibility IN $visible AND x.visibility IN $visible AND x.id <> o.id AND coalesce(r.state, 'recorded') = 'recorded'
      AND coalesce(x.ended_on > $as_of, true) | {id: x.id, name: x.name, generic: x.generic, fact: r.id}],
  through: [(o)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(x:Organization)
    WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND x.visibility IN $visible AND x.id <> o.id
      AND coalesce(x.ended_on > $as_of, true) | {id: x.id, name: x.name, generic: x.generic, fact: p.id, and_fact: q.id}],
  wholes: [(o)-[p:PART_OF]->(x:Organization) WHERE p.visibility IN $visible AND x.visibility IN $visible AND coalesce(x.ended_on > $as_of, true)
    | {id: x.id, name: x.name, generic: x.generic, fact: p.id}],
  parts: [(o)<-[p:PART_OF]-(x:Organization) WHERE p.visibility IN $visible AND x.visibility IN $visible AND coalesce(x.ended_on > $as_of, true)
    | {id: x.id, name: x.name, generic: x.generic, fact: p.id}],
  of_parts: [(o)<-[p:PART_OF]-(y:Organization)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(x:Organization)
    WHERE p.visibility IN $visible AND y.visibility IN $visible AND r.visibility IN $visible AND x.visibility IN $visible AND x.id <> o.id
      AND coalesce(r.state, 'recorded') = 'recorded' AND coalesce(x.ended_on > $as_of, true) AND coalesce(y.ended_on > $as_of, true)
      | {id: x.id, name: x.name, generic: x.generic, part: y.id, fact: r.id}],
  services: [(o)-[v:PROVIDES]->(s:Service)-[i:IN_CATEGORY]->(c:ServiceCategory)
    WHERE v.visibility IN $visible AND s.visibility IN $visible AND i.visibility IN $visible AND coalesce(v.status, 'running') = 'running'
    | {id: s.id, status: s.status, valid_from: s.valid_from, valid_to: s.valid_to, category: c.code,
      needs: [(c)<-[b:ANSWERED_BY]-(n:NeedCategory) WHERE b.strength = 'strong' | n.code]}]}) AS bodies
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  CALL (a) {
    WITH a, a.id AS home
    MATCH (o:Organization)-[m:MEMBER_OF]->(c:Council)
    WHERE o.placed_in = home AND coalesce(o.ended_on > $as_of, true) AND o.visibility IN $visible AND m.visibility IN $visible AND c.visibility IN $visible
    RETURN c
    UNION
    MATCH (a)<-[p:OPERATES_IN]-(o:Organization)-[m:MEMBER_OF]->(c:Council)
    WHERE p.visibility IN $visible AND coalesce(o.ended_on > $as_of, true) AND o.visibility IN $visible AND m.visibility IN $visible AND c.visibility IN $visible
    RETURN c
  }
  WITH DISTINCT c
  WHERE coalesce(c.status, 'active') <> 'ended'
  RETURN collect({id: c.id, name: c.name, members: [(c)<-[m:MEMBER_OF]-(x:Organization) WHERE x.visibility IN $visible AND m.visibility IN $visible
      AND coalesce(x.ended_on > $as_of, true) | {id: x.id, name: x.name, generic: x.generic, until: m.until, fact: m.id}]}) AS councils
}
CALL () {
  MATCH (a:Area)-[h:HAS_NEED]->(n:Need)-[i:IN_CATEGORY]->(c:NeedCategory)
  WHERE a.id IN $areas AND a.visibility IN $visible AND h.visibility IN $visible AND n.visibility IN $visible AND i.visibility IN $visible
    AND NOT coalesce(c.context, false)
  WITH a, collect(DISTINCT c.code) AS codes
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH a, codes, y
  WHERE y.id IN $areas
  UNWIND codes AS code
  RETURN collect(DISTINCT {area_id: y.id, code: code}) AS needs
}
CALL () {
  MATCH (e:CaseStudy)<-[d:DESCRIBED_IN]-(o:Organization)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]->(x:Organization)
  WHERE e.visibility IN $visible AND d.visibility IN $visible AND o.visibility IN $visible AND r.visibility IN $visible
    AND x.visibility IN $visible AND o.id <> x.id AND coalesce(r.state, 'recorded') = 'recorded'
  WITH DISTINCT e, o, r, x, r.id AS fact
  OPTIONAL MATCH (v:Evidence {fact: fact})
  WHERE v.visibility IN $visible
  WITH e, o, r, x, collect(v.id) AS evidence
  RETURN collect({id: r.id, case_study: e.name, area_id: e.area_id, a: o.name, a_kinds: o.actor_types, b: x.name, b_kinds: x.actor_types,
    evidence: evidence}) AS precedents
}
RETURN bodies, councils, needs, precedents
