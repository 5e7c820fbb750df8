/*
title_ja: 応えるサービスの記載がないニーズと、それに触れている活動
title_en: Needs that no recorded service answers, with what addresses them
question_ja: 応えるサービスの記載がないニーズに、何かしら触れている活動や協議体はどれか
question_en: What addresses the needs that no recorded running service answers?
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
  MATCH (o:Need)
  WHERE o.id IN $found AND o.visibility IN $visible AND size($areas) > 0
  RETURN collect({id: o.id, label: 'Need', name: o.name, categories: o.codes, area_id: o.placed_in, verified_on: o.verified_on,
    sources: [d IN o.sources WHERE d IN readable]}) AS needs
}
CALL (readable) {
  MATCH (o:Service)-[r:ADDRESSES]->(n:Need)
  WHERE n.id IN $found AND n.visibility IN $visible AND r.visibility IN $visible AND o.visibility IN $visible
  RETURN collect(DISTINCT {id: o.id, label: 'Service', name: o.name, status: o.status, area_id: o.placed_in, verified_on: o.verified_on,
    categories: [(o)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code], sources: [d IN o.sources WHERE d IN readable]}) AS services,
    collect({id: r.id, type: type(r), start: o.id, end: n.id, state: r.state, status: r.status, function: r.function,
    sources: [d IN r.sources WHERE d IN readable]}) AS answers
}
RETURN needs + services AS nodes, answers AS relationships
