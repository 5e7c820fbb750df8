/*
title_ja: 協議体と構成員
title_en: Councils and their members
question_ja: この地域の協議体・会議には、だれが席を持っていると記載されているか
question_en: Who is recorded to sit on the councils of this area?
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
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible AND home IN $found
  RETURN collect({id: c.id, label: CASE WHEN 'Organization' IN labels(c) THEN 'Organization' ELSE 'Council' END, name: c.name, aliases: c.aliases,
    actor_types: c.actor_types, generic: c.generic, status: c.status, area_id: c.placed_in, verified_on: c.verified_on,
    sources: [d IN c.sources WHERE d IN readable]}) AS councils
}
CALL (readable) {
  UNWIND $areas AS home
  MATCH (c:Council)<-[r:MEMBER_OF]-(o:Organization)
  WHERE c.placed_in = home AND home IN $found AND c.visibility IN $visible AND r.visibility IN $visible AND o.visibility IN $visible
  RETURN collect(DISTINCT {id: o.id, label: 'Organization', name: o.name, kana: o.kana, aliases: o.aliases, actor_types: o.actor_types,
      generic: o.generic, count: o.count, area_id: o.placed_in, verified_on: o.verified_on, sources: [d IN o.sources WHERE d IN readable]}) AS members,
    collect({id: r.id, type: type(r), start: o.id, end: c.id, sources: [d IN r.sources WHERE d IN readable]}) AS seats
}
RETURN councils + [one IN members WHERE NOT one.id IN [council IN councils | council.id]] AS nodes, seats AS relationships
