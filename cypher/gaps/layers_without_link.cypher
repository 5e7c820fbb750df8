/*
title_ja: 第1層と第2層のつながり
title_en: Layers without a recorded link
shelf: councils
question_ja: 区域の重なる第1層と第2層の協議体のうち、共通の構成員も、話をつなぐ道筋も記載が見つからない組はどれか
question_en: Which layer 1 and layer 2 councils whose areas nest have no named shared member and no recorded handing on?
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
  sources_that_could_show: {ja: 構成員やつながりを述べ得た資料, en: Sources that could have shown members or ties}
caution_ja: つながりがないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that the two are not linked; the sources do not record it.
next_step_ja: 第2層で出た話を、だれがどのように第1層へ届けているか、両方の事務局に聞いてみてください。
next_step_en: Ask the secretariats of both how matters of layer 2 reach layer 1.
since: 1
*/
// Where a council has neither COVERS nor OPERATES_IN it is of the area that places it.
// A link leads directly or through one named body or council, by membership or by handing on, in whichever direction.
CALL () {
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home AND c.visibility IN $visible
  RETURN c
  UNION
  MATCH (c:Council)-[r:COVERS|OPERATES_IN]->(a:Area)
  WHERE a.id IN $areas AND r.visibility IN $visible AND a.visibility IN $visible AND c.visibility IN $visible
  RETURN c
}
WITH c AS lower
WHERE coalesce(lower.status, 'active') = 'active' AND 2 IN coalesce(lower.layers, [])
  AND NOT 1 IN coalesce(lower.layers, [])
WITH lower, [(lower)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
  [(lower)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
WITH lower, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [lower.placed_in] END AS places
UNWIND places AS place
WITH lower, place
WHERE place IN $areas
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible
MATCH up = (a)-[:PART_OF*0..5]->(b:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH DISTINCT lower, a, b, b.id AS wider
CALL (b, wider) {
  MATCH (u:Council)
  WHERE u.placed_in = wider
  RETURN u
  UNION
  MATCH (u:Council)-[r:COVERS|OPERATES_IN]->(b)
  WHERE r.visibility IN $visible
  RETURN u
}
WITH lower, a, wider, u
WHERE u.visibility IN $visible AND coalesce(u.status, 'active') = 'active' AND 1 IN coalesce(u.layers, []) AND u.id <> lower.id
WITH lower, a, wider, u, [(u)-[r:COVERS]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS covered,
  [(u)-[r:OPERATES_IN]->(x:Area) WHERE r.visibility IN $visible AND x.visibility IN $visible | x.id] AS works
WITH lower, a, wider, u, CASE WHEN size(covered) > 0 THEN covered WHEN size(works) > 0 THEN works ELSE [u.placed_in] END AS places
WHERE wider IN places
WITH DISTINCT lower, a, u
WITH lower, a, u, size([(lower)-[r:MEMBER_OF|PART_OF|REFERS_TO]-(x) WHERE x.id = u.id AND r.visibility IN $visible
    AND coalesce(r.until >= $as_of, true) AND coalesce(r.since <= $as_of, true) | x.id]) AS direct
WITH lower, a, u, direct, size([(lower)-[r:MEMBER_OF|REFERS_TO]-(x)-[q:MEMBER_OF|REFERS_TO]-(y) WHERE y.id = u.id AND y.visibility IN $visible
    AND r.visibility IN $visible AND q.visibility IN $visible AND x.visibility IN $visible AND NOT coalesce(x.generic, false) AND coalesce(x.ended_on > $as_of, true)
    AND coalesce(r.until >= $as_of, true) AND coalesce(r.since <= $as_of, true)
    AND coalesce(q.until >= $as_of, true) AND coalesce(q.since <= $as_of, true) | x.id]) AS between
WHERE direct + between = 0
WITH lower, a, u, size([(o)-[m:MEMBER_OF]->(lower) WHERE o.visibility IN $visible AND m.visibility IN $visible | o.id]) AS members_below,
  size([(o)-[m:MEMBER_OF]->(u) WHERE o.visibility IN $visible AND m.visibility IN $visible | o.id]) AS members_above
MATCH up = (a)-[:PART_OF*0..5]->(scope:Area)
WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(scope)
WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind IN ['seats', 'ties']
  AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
WITH lower, a, u, members_below, members_above, collect(DISTINCT src.dataset) AS able, lower.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH lower, a, u, members_below, members_above, able, collect(e.id) AS quoted, u.id AS fact
OPTIONAL MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
WITH lower, a, u, members_below, members_above, able, quoted, collect(e.id) AS quoted_above
RETURN a.id AS area_id, a.name AS area, u.id AS upper_id, u.name AS upper, lower.id AS lower_id, lower.name AS lower,
  CASE WHEN members_below = 0 OR members_above = 0 THEN 'no_list' WHEN coalesce(lower.open_list, false) OR coalesce(u.open_list, false) THEN 'open_list'
    ELSE 'listed' END AS lists,
  able AS sources_that_could_show, quoted + quoted_above AS evidence
ORDER BY area_id, upper_id, lower_id
