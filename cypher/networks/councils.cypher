/*
title_ja: 協議体と参加者
title_en: Councils and who sits on them
question_ja: この地域の協議体・会議には、どの団体が参加していると記載されているか
question_en: Who is recorded to sit on the councils of this area?
returns: [nodes, relationships]
since: 1
*/
// Councils and bodies stay two kinds of thing: that two bodies sit on one council is nowhere made into a tie.
// A body that is a council too is drawn as a council where somebody sits on it.
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (readable) {
  MATCH (x:Organization|Council)-[m:MEMBER_OF]->(c:Council)
  WHERE c.placed_in IN $areas AND x.visibility IN $visible AND m.visibility IN $visible AND c.visibility IN $visible
  WITH DISTINCT readable, x, m, c
  RETURN collect(DISTINCT {id: m.id, type: type(m), start: x.id, end: c.id, ended_on: m.until, sources: [d IN m.sources WHERE d IN readable]}) AS seats,
    collect(DISTINCT {id: x.id, label: CASE WHEN 'Organization' IN labels(x) THEN 'Organization' ELSE 'Council' END, name: x.name,
    kana: x.kana, aliases: x.aliases, actor_types: x.actor_types, generic: x.generic, count: x.count, status: x.status,
    ended_on: x.ended_on, area_id: x.placed_in,
    verified_on: x.verified_on, sources: [d IN x.sources WHERE d IN readable]}) AS members
}
CALL (readable, seats) {
  WITH readable, [seat IN seats | seat.end] AS seated
  MATCH (c:Council)
  WHERE c.visibility IN $visible AND c.placed_in IN $areas
  WITH DISTINCT readable, seated, c
  WITH * WHERE c.id IN seated OR NOT 'Organization' IN labels(c)
  RETURN collect({id: c.id, label: 'Council', name: c.name, kana: c.kana, aliases: c.aliases, generic: c.generic, count: c.count, status: c.status, area_id: c.placed_in,
    verified_on: c.verified_on, sources: [d IN c.sources WHERE d IN readable]}) AS councils
}
WITH seats, members, councils, [one IN councils | one.id] AS drawn
RETURN councils + [one IN members WHERE NOT one.id IN drawn] AS nodes, seats AS relationships
