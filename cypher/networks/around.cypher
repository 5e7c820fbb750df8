/*
title_ja: 見つかったものと、そのまわり
title_en: What was found, and what is directly around it
question_ja: 見つかった団体・協議体・サービス・ニーズ・事業は、何と直接つながっていると記載されているか
question_en: To what are the bodies, councils, services, needs and programmes that were found recorded to be tied directly?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
// Ids of areas, codes and sources are among $found too, where they are part of a row's identity: they are not drawn.
CALL () {
  MATCH (src:Source)
  WHERE src.current AND src.visibility IN $visible
  RETURN collect(DISTINCT src.dataset) AS readable
}
CALL (readable) {
  CALL () {
    MATCH (x:Organization)
    WHERE x.id IN $found AND x.visibility IN $visible AND size($areas) > 0
    RETURN x
    UNION
    MATCH (x:Council)
    WHERE x.id IN $found AND x.visibility IN $visible AND size($areas) > 0
    RETURN x
    UNION
    MATCH (x:Service)
    WHERE x.id IN $found AND x.visibility IN $visible AND size($areas) > 0
    RETURN x
    UNION
    MATCH (x:Need)
    WHERE x.id IN $found AND x.visibility IN $visible AND size($areas) > 0
    RETURN x
    UNION
    MATCH (x:Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND size($areas) > 0
    RETURN x
  }
  RETURN collect({id: x.id, label: CASE WHEN 'Organization' IN labels(x) THEN 'Organization' WHEN 'Council' IN labels(x) THEN 'Council'
      WHEN 'Service' IN labels(x) THEN 'Service' WHEN 'Need' IN labels(x) THEN 'Need' ELSE 'Programme' END,
    name: x.name, kana: x.kana, aliases: x.aliases, actor_types: x.actor_types, generic: x.generic, count: x.count, status: x.status,
    ended_on: x.ended_on,
    area_id: x.placed_in, verified_on: x.verified_on, sources: [d IN x.sources WHERE d IN readable],
    categories: coalesce(x.codes, [(x)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code])}) AS things
}
CALL (readable) {
  CALL () {
    MATCH (x:Organization)-[r:MEMBER_OF|PROVIDES|COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|RAISED_IN|ADDRESSES]-(y:Organization|Council|Service|Need|Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND r.visibility IN $visible AND y.visibility IN $visible AND size($areas) > 0
    RETURN r, y
    UNION
    MATCH (x:Council)-[r:MEMBER_OF|PROVIDES|COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|RAISED_IN|ADDRESSES]-(y:Organization|Council|Service|Need|Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND r.visibility IN $visible AND y.visibility IN $visible AND size($areas) > 0
    RETURN r, y
    UNION
    MATCH (x:Service)-[r:MEMBER_OF|PROVIDES|COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|RAISED_IN|ADDRESSES]-(y:Organization|Council|Service|Need|Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND r.visibility IN $visible AND y.visibility IN $visible AND size($areas) > 0
    RETURN r, y
    UNION
    MATCH (x:Need)-[r:MEMBER_OF|PROVIDES|COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|RAISED_IN|ADDRESSES]-(y:Organization|Council|Service|Need|Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND r.visibility IN $visible AND y.visibility IN $visible AND size($areas) > 0
    RETURN r, y
    UNION
    MATCH (x:Programme)-[r:MEMBER_OF|PROVIDES|COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO|RAISED_IN|ADDRESSES]-(y:Organization|Council|Service|Need|Programme)
    WHERE x.id IN $found AND x.visibility IN $visible AND r.visibility IN $visible AND y.visibility IN $visible AND size($areas) > 0
    RETURN r, y
  }
  WITH DISTINCT readable, r, y
  RETURN collect(DISTINCT {id: r.id, type: type(r), start: startNode(r).id, end: endNode(r).id, state: r.state, status: r.status,
    function: r.function, sources: [d IN r.sources WHERE d IN readable]}) AS relationships,
    collect(DISTINCT {id: y.id, label: CASE WHEN 'Organization' IN labels(y) THEN 'Organization' WHEN 'Council' IN labels(y) THEN 'Council'
      WHEN 'Service' IN labels(y) THEN 'Service' WHEN 'Need' IN labels(y) THEN 'Need' ELSE 'Programme' END,
    name: y.name, kana: y.kana, aliases: y.aliases, actor_types: y.actor_types, generic: y.generic, count: y.count, status: y.status,
    ended_on: y.ended_on,
    area_id: y.placed_in, verified_on: y.verified_on, sources: [d IN y.sources WHERE d IN readable],
    categories: coalesce(y.codes, [(y)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code])}) AS near
}
RETURN things + [one IN near WHERE NOT one.id IN [thing IN things | thing.id]] AS nodes, relationships
