/*
title_ja: つながりをたどった先で、ニーズに応えている団体
title_en: Bodies one or two ties away that answer a need
question_ja: この区域の団体から、つながりを一つか二つたどった先で、そのニーズに応えるサービスをほかの区域で行っているのはどこか
question_en: Which bodies, one or two ties away from those of this area, run a service elsewhere that answers the need?
parameters:
  needs: {type: texts, default: [], about_ja: ニーズの符号（空ならすべて）, about_en: codes of needs; none means all}
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [need_code, id, name, service_id, service, ties, through, evidence]
identity: [need_code, id, service_id, ties]
since: 1
*/
// A shared council is no tie, and no path leads through a kind of actor. through: the bodies next to it on the way.
CALL () {
  MATCH (a:Area)<-[w:OPERATES_IN]-(o:Organization)
  WHERE a.id IN $areas AND a.visibility IN $visible AND w.visibility IN $visible AND o.visibility IN $visible
  RETURN o
  UNION
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[w:OPERATES_IN]->(h:Area)
    WHERE w.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN o
}
WITH collect(DISTINCT o.id) AS here, [one IN collect(DISTINCT o) WHERE NOT coalesce(one.generic, false) AND coalesce(one.ended_on > $as_of, true)] AS bodies
UNWIND bodies AS o
CALL (o) {
  MATCH (o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(b:Organization)
  WHERE r.visibility IN $visible AND b.visibility IN $visible AND coalesce(r.state, 'recorded') = 'recorded'
  RETURN b
  UNION
  MATCH (o)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(b:Organization)
  WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND b.visibility IN $visible
  RETURN b
}
WITH here, o, b
WHERE b.id <> o.id AND NOT coalesce(b.generic, false) AND coalesce(b.ended_on > $as_of, true)
WITH here, b, collect(DISTINCT o.name) AS before
CALL (b, before) {
  WITH b, before
  RETURN b AS x, 1 AS ties, before AS through
  UNION
  MATCH (b)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(x:Organization)
  WHERE r.visibility IN $visible AND x.visibility IN $visible AND coalesce(r.state, 'recorded') = 'recorded' AND x.id <> b.id
  RETURN x, 2 AS ties, [b.name] AS through
  UNION
  MATCH (b)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(x:Organization)
  WHERE p.visibility IN $visible AND q.visibility IN $visible AND s.visibility IN $visible AND x.visibility IN $visible AND x.id <> b.id
  RETURN x, 2 AS ties, [b.name] AS through
}
WITH here, x, ties, collect(through) AS ways
WHERE NOT x.id IN here AND NOT coalesce(x.generic, false) AND coalesce(x.ended_on > $as_of, true)
MATCH (x)-[p:PROVIDES]->(s:Service)-[i:IN_CATEGORY]->(:ServiceCategory)<-[:ANSWERED_BY]-(c:NeedCategory)
WHERE p.visibility IN $visible AND s.visibility IN $visible AND i.visibility IN $visible AND s.status = 'running'
  AND coalesce(s.valid_to >= $as_of, true) AND coalesce(s.valid_from <= $as_of, true) AND (size($needs) = 0 OR c.code IN $needs)
WITH DISTINCT c.code AS need_code, x, s, p, ties, ways, p.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH need_code, x, s, ties, ways, collect(e.id) AS evidence
RETURN need_code, x.id AS id, x.name AS name, s.id AS service_id, s.name AS service, ties,
  reduce(seen = [], one IN reduce(all_of = [], some IN ways | all_of + some) | CASE WHEN one IN seen THEN seen ELSE seen + one END) AS through, evidence
ORDER BY need_code, id, service_id, ties
