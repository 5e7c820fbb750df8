/*
title_ja: 橋渡しの候補と、いま記載されているつながり・協議体
title_en: Bridging candidates, with their recorded ties and councils
question_ja: 候補の団体は、いま誰とつながり、どの協議体に参加していると記載されているか
question_en: With whom are the candidates recorded to be connected, and on which councils do they sit?
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
  MATCH (o:Organization)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]->(x:Organization)
  WHERE o.id IN $found AND x.id IN $found AND o.visibility IN $visible AND r.visibility IN $visible AND x.visibility IN $visible
  RETURN collect({id: r.id, type: type(r), start: o.id, end: x.id, state: r.state, status: r.status, function: r.function,
    sources: [d IN r.sources WHERE d IN readable]}) AS ties
}
RETURN bodies + [one IN councils WHERE NOT one.id IN $found] AS nodes, seats + ties AS relationships
