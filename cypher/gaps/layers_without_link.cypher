/*
title_ja: つながりの記載が見つからない第1層と第2層
title_en: Layers without a recorded link
shelf: councils
question_ja: 区域の重なる第1層と第2層の協議体のうち、共通の構成員も、話をつなぐ道筋も記載が見つからない組はどれか
question_en: For which layer 1 and layer 2 councils whose areas nest is neither a shared member nor a way of handing matters on recorded?
speaks_of: seats
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
returns: [area_id, area, upper_id, upper, lower_id, lower, lists, sources_that_could_show, evidence]
identity: [area_id, upper_id, lower_id]
found_ja: 区域の重なる第1層と第2層の協議体 {population} 組のうち {found} 組は、共通の構成員や話をつなぐ道筋の記載が見つかりません（つながりがないという意味ではありません）。
found_en: Of {population} pairs of a layer 1 and a layer 2 council whose areas nest, {found} have no recorded link (which does not mean that there is none).
nothing_ja: 区域の重なる第1層と第2層の協議体の記載がありません。
nothing_en: No layer 1 and layer 2 councils whose areas nest are recorded.
explanation_ja: 両方に席のある団体、片方がもう片方の構成員や一部であること、話を引き継ぐという記載、間に入る一つの団体や会議があれば、つながりがあるとみます。自治会のような総称は、同じ団体とは限らないので数えません。名簿が「等」で終わるか、構成員の記載がない協議体では、共通の構成員がいるかどうか分かりません。
explanation_en: 'A link is a named body with a seat on both, one council being member or part of the other, a record of handing matters on, or one body or council between them. Kinds of actor do not count, since they may be different bodies. Where a list is open or missing, a shared member may exist.'
shown:
  upper: {ja: 第1層の協議体, en: Layer 1 council}
  lower: {ja: 第2層の協議体, en: Layer 2 council}
  area: {ja: 第2層の区域, en: Area of layer 2}
  lists:
    ja: 名簿
    en: Lists of members
    values:
      listed: {ja: 両方にある, en: both listed}
      open_list: {ja: 「等」「他」で終わる, en: open}
      no_list: {ja: 構成員の記載がない, en: no members recorded}
  sources_that_could_show: {ja: 構成員やつながりについて述べた資料, en: Sources that could have shown members or ties}
caution_ja: つながりがないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that the two are not linked; the sources do not record it.
next_step_ja: 第2層で出た話を、だれがどのように第1層へ届けているか、両方の事務局に聞いてみてください。
next_step_en: Ask the secretariats of both how matters of layer 2 reach layer 1.
since: 1
*/
// Where a council has neither COVERS nor OPERATES_IN it is of the area that places it.
// A link leads directly or through one named body or council, by membership or by handing on, in whichever direction.
// Councils of layer 1 are read once, and what a council of layer 2 is linked with once for all of them.
CALL () {
  MATCH (a:Area)
  WHERE a.id IN $areas AND a.visibility IN $visible
  MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT b) AS wider
}
CALL (wider) {
  CALL (wider) {
    UNWIND wider AS b
    MATCH (u:Council)
    WHERE u.placed_in = b.id AND u.visibility IN $visible
    RETURN u
    UNION
    UNWIND wider AS b
    MATCH (b)<-[r:COVERS|OPERATES_IN]-(u:Council)
    WHERE b.visibility IN $visible AND r.visibility IN $visible AND u.visibility IN $visible
    RETURN u
  }
  WITH u
  WHERE coalesce(u.status, 'active') = 'active' AND 1 IN coalesce(u.layers, [])
  WITH u, [(u)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
    [(u)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
  WITH u, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [u.placed_in] END AS places,
    size([(u)<-[m:MEMBER_OF]-(o) WHERE o.visibility IN $visible AND m.visibility IN $visible | o.id]) AS members
  RETURN collect({id: u.id, name: u.name, places: places, members: members, open_list: coalesce(u.open_list, false)}) AS uppers
}
CALL () {
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible
  RETURN c
  UNION
  UNWIND $areas AS home
  MATCH (a:Area)<-[r:COVERS|OPERATES_IN]-(c:Council)
  WHERE a.id = home AND r.visibility IN $visible AND a.visibility IN $visible AND c.visibility IN $visible
  RETURN c
}
WITH uppers, c AS lower
WHERE coalesce(lower.status, 'active') = 'active' AND 2 IN coalesce(lower.layers, []) AND NOT 1 IN coalesce(lower.layers, [])
WITH uppers, lower, [(lower)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
  [(lower)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
WITH uppers, lower, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [lower.placed_in] END AS places
UNWIND [place IN $areas WHERE place IN places] AS place
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  RETURN collect(DISTINCT b.id) AS above
}
WITH a, lower, [one IN uppers WHERE one.id <> lower.id AND any(place IN one.places WHERE place IN above)] AS nesting
// End of the population.
CALL (lower) {
  MATCH (lower)-[r:MEMBER_OF|PART_OF|REFERS_TO]-(x:Council)
  WHERE r.visibility IN $visible AND x.visibility IN $visible
    AND coalesce(r.until >= $as_of, true) AND coalesce(r.since <= $as_of, true)
  RETURN collect(DISTINCT x.id) AS direct
}
CALL (lower) {
  MATCH (lower)-[r:MEMBER_OF|REFERS_TO]-(x)
  WHERE r.visibility IN $visible AND x.visibility IN $visible AND NOT coalesce(x.generic, false) AND coalesce(x.ended_on > $as_of, true)
    AND coalesce(r.until >= $as_of, true) AND coalesce(r.since <= $as_of, true)
  WITH DISTINCT x
  MATCH (x)-[q:MEMBER_OF|REFERS_TO]-(y:Council)
  WHERE q.visibility IN $visible AND y.visibility IN $visible
    AND coalesce(q.until >= $as_of, true) AND coalesce(q.since <= $as_of, true)
  RETURN collect(DISTINCT y.id) AS between
}
WITH a, lower, [one IN nesting WHERE NOT one.id IN direct + between] AS unlinked,
  size([(lower)<-[m:MEMBER_OF]-(o) WHERE o.visibility IN $visible AND m.visibility IN $visible | o.id]) AS members
UNWIND unlinked AS upper
WITH a, lower, members, upper, [lower.id, upper.id] AS facts
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(scope:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT scope
  MATCH (scope)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind IN ['seats', 'ties']
    AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
  RETURN collect(DISTINCT src.dataset) AS able
}
CALL (facts) {
  UNWIND facts AS fact
  MATCH (e:Evidence)
  WHERE e.fact = fact AND e.visibility IN $visible
  RETURN collect(e.id) AS evidence
}
RETURN a.id AS area_id, a.name AS area, upper.id AS upper_id, upper.name AS upper, lower.id AS lower_id, lower.name AS lower,
  CASE WHEN members = 0 OR upper.members = 0 THEN 'no_list' WHEN coalesce(lower.open_list, false) OR upper.open_list THEN 'open_list'
    ELSE 'listed' END AS lists,
  able AS sources_that_could_show, evidence
ORDER BY area_id, upper_id, lower_id
