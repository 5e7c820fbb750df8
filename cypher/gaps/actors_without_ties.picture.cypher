/*
title_ja: つながりの記載が見つからない団体と、その協議体・サービス
title_en: Bodies without a recorded tie, with their councils and services
question_ja: つながりの記載が見つからない団体は、どの協議体に参加し、どのサービスを担っているか
question_en: On which councils do the bodies without a recorded tie sit, and which services do they provide?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (readable) {
  MATCH (o:Organization)
  WHERE o.id IN $found AND o.visibility IN $visible AND size($areas) > 0
  RETURN collect({id: o.id, label: 'Organization', name: o.name, kana: o.kana, aliases: o.aliases, actor_types: o.actor_types, generic: o.generic,
    count: o.count, area_id: o.placed_in, verified_on: o.verified_on, sources: [d IN o.sources WHERE d IN readable]}) AS bodies
}
CALL (readable) {
  MATCH (o:Organization)-[r:MEMBER_OF]->(c:Council)
  WHERE o.id IN $found AND o.visibility IN $visible AND r.visibility IN $visible AND c.visibility IN $visible
  RETURN collect(DISTINCT {id: c.id, label: 'Council', name: c.name, aliases: c.aliases, status: c.status, area_id: c.placed_in, verified_on: c.verified_on,
    sources: [d IN c.sources WHERE d IN readable]}) AS councils,
    collect({id: r.id, type: type(r), start: o.id, end: c.id, state: r.state, status: r.status, function: r.function,
    sources: [d IN r.sources WHERE d IN readable]}) AS seats
}
CALL (readable) {
  MATCH (o:Organization)-[r:PROVIDES]->(s:Service)
  WHERE o.id IN $found AND o.visibility IN $visible AND r.visibility IN $visible AND s.visibility IN $visible
  RETURN collect(DISTINCT {id: s.id, label: 'Service', name: s.name, status: s.status, area_id: s.placed_in, verified_on: s.verified_on,
    categories: [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code], sources: [d IN s.sources WHERE d IN readable]}) AS services,
    collect({id: r.id, type: type(r), start: o.id, end: s.id, state: r.state, status: r.status, function: r.function,
    sources: [d IN r.sources WHERE d IN readable]}) AS provisions
}
RETURN bodies + [one IN councils WHERE NOT one.id IN $found] + services AS nodes, seats + provisions AS relationships
