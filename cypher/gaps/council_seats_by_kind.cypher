/*
title_ja: 協議体の席
title_en: Seats on the councils
shelf: councils
question_ja: 国のガイドラインが挙げる種類や、ほかの地域の協議体に席のある種類の団体・人は、この地域の協議体の構成員に挙がっているか
question_en: Which of the kinds of actor that the guideline names, or that councils elsewhere seat, are among the recorded members of the councils here?
speaks_of: seats
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
computed_by: graph.metrics.council_seats_by_kind.council_seats_by_kind
returns: [area_id, area, kind, in_guideline, status, seated, through, councils, elsewhere, sources_that_could_show, evidence]
identity: [area_id, kind]
found_ja: 記録のある協議体・会議 {population} 件の構成員を、国のガイドラインが挙げる種類と、ほかの地域の協議体に席のある種類について調べました（区域と種類の組 {found} 組）。「名簿に見当たらない」は、参加していないという意味ではありません。
found_en: The members of {population} recorded councils were looked at for the kinds that the guideline names or councils elsewhere seat ({found} pairs of area and kind). "Not listed" does not mean that nobody of that kind takes part.
nothing_ja: この地域の協議体・会議の記載が、まだ取り込まれていません（協議体がないという意味ではありません）。
nothing_en: No council of this area has been loaded yet (which does not mean that there is none).
explanation_ja: 区域の協議体・会議の構成員に、それぞれの種類の団体や人が挙がっているかを見ます。構成員である会議の構成員、構成員がその一部である団体も数えます。社会福祉協議会は社会福祉法人でもあります。自治会のような総称も、席の種類としては数えます。計画中・終了した協議体と、任期の終わった席は数えません。
explanation_en: 'For each kind of actor: whether somebody of that kind is among the members of the councils of the area. Members of a member body count, and so does the body of which a member is part. A council of social welfare is a social welfare corporation, too. A kind that the source names only as such fills its seat. Planned and ended councils and past terms do not count.'
shown:
  kind: {ja: 種類, en: Kind of actor, codes: guideline|actor_types}
  area: {ja: 区域, en: Area}
  status:
    ja: 席
    en: Seat
    values:
      seated: {ja: 席がある, en: seated}
      not_listed: {ja: 名簿に見当たらない, en: not listed}
      open_list: {ja: 分からない（名簿が「等」「他」で終わる）, en: unknown (the list is open)}
      no_list: {ja: 分からない（構成員を述べた資料がない）, en: unknown (no source lists members)}
  seated: {ja: 席にいる団体・人, en: Who is seated}
  through: {ja: 間に入る団体・会議, en: Through}
  in_guideline: {ja: ガイドラインにある, en: In the guideline}
  elsewhere: {ja: 席のあるほかの地域, en: Other areas that seat it}
  councils: {ja: この区域の協議体・会議, en: Councils of the area}
  sources_that_could_show: {ja: 構成員について述べた資料, en: Sources that could have shown members}
caution_ja: 名簿に見当たらないことは、参加していないという意味ではありません。ガイドラインの種類は例で、すべてを揃える決まりではありません。
caution_en: Not listed does not mean that nobody takes part. The kinds of the guideline are examples, and no duty to seat them all.
next_step_ja: 名簿に見当たらない種類があれば、ふだん関わりのある人がいないか、次の協議体で聞いてみてください。
next_step_en: Where a kind is not listed, ask in the next meeting who already works with somebody of that kind.
since: 1
*/
// Bodies of a council: its members and parts; then the members of those, and the bodies of which a member is part.
// A body that holds a coordinator's post seats the coordinator. What councils elsewhere seat: their own members only.
// Each body is read once, however many councils it sits on; the measure puts the seats together.
CALL () {
  UNWIND $areas AS home
  MATCH (c:Council)
  WHERE c.placed_in = home
  MATCH (a:Area)
  WHERE a.id = home
  RETURN a, c
  UNION
  UNWIND $areas AS home
  MATCH (a:Area)<-[r:COVERS|OPERATES_IN]-(c:Council)
  WHERE a.id = home AND r.visibility IN $visible
  RETURN a, c
}
WITH DISTINCT a, c
WHERE a.visibility IN $visible AND c.visibility IN $visible AND coalesce(c.status, 'active') = 'active'
WITH collect(DISTINCT a) AS homes, collect(DISTINCT c) AS found,
  collect({area_id: a.id, area: a.name, id: c.id, name: c.name, placed_in: c.placed_in, open_list: coalesce(c.open_list, false)}) AS councils
CALL (homes) {
  UNWIND homes AS a
  MATCH up = (a)-[:PART_OF*0..5]->(scope:Area)
  WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  WITH DISTINCT a, scope
  MATCH (src:Source)-[k:SPEAKS_OF]->(scope)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'seats'
    AND coalesce(k.ends_on >= $as_of, true) AND coalesce(k.begins <= $as_of, true)
  RETURN collect({area_id: a.id, dataset: src.dataset}) AS sources
}
CALL (found) {
  UNWIND found AS c
  MATCH (c)<-[m:MEMBER_OF|PART_OF]-(x)
  WHERE x.visibility IN $visible AND m.visibility IN $visible AND coalesce(m.until >= $as_of, true) AND coalesce(m.since <= $as_of, true)
    AND coalesce(x.ended_on > $as_of, true)
  RETURN collect(DISTINCT x) AS bodies, collect({council: c.id, id: x.id, name: x.name, types: coalesce(x.actor_types, []),
    member: type(m) = 'MEMBER_OF', active: coalesce(x.status, 'active') = 'active', fact: m.id}) AS direct
}
CALL (bodies) {
  UNWIND bodies AS y
  MATCH (y)<-[n:MEMBER_OF]-(x)
  WHERE x.visibility IN $visible AND n.visibility IN $visible AND coalesce(n.until >= $as_of, true) AND coalesce(n.since <= $as_of, true)
    AND coalesce(x.ended_on > $as_of, true)
  RETURN collect({body: y.id, name: x.name, types: coalesce(x.actor_types, []), fact: n.id}) AS members
}
CALL (bodies) {
  UNWIND bodies AS y
  MATCH (y)-[n:PART_OF]->(x:Organization)
  WHERE 'Organization' IN labels(y) AND x.visibility IN $visible AND n.visibility IN $visible AND coalesce(x.ended_on > $as_of, true)
  RETURN collect({body: y.id, name: x.name, types: coalesce(x.actor_types, []), fact: n.id}) AS wholes
}
CALL (bodies) {
  UNWIND bodies AS x
  MATCH (x)-[h:HOLDS]->(p:Post)
  WHERE 'Organization' IN labels(x) AND p.visibility IN $visible AND h.visibility IN $visible
  RETURN collect({body: x.id, fact: h.id}) AS posts
}
CALL (direct, members, wholes, posts) {
  UNWIND direct + members + wholes + posts AS one
  WITH DISTINCT one.fact AS fact
  MATCH (e:Evidence)
  WHERE e.fact = fact AND e.visibility IN $visible
  RETURN collect({fact: fact, id: e.id}) AS evidence
}
CALL () {
  MATCH (g:Guideline)
  WHERE g.kind = 'seat' AND g.visibility IN $visible
  RETURN collect({kind: g.code, types: g.actor_types}) AS kinds
}
CALL () {
  MATCH (c:Council)<-[m:MEMBER_OF]-(x:Organization)
  WHERE c.visibility IN $visible AND m.visibility IN $visible AND x.visibility IN $visible AND c.placed_in IS NOT NULL
    AND coalesce(c.status, 'active') = 'active' AND coalesce(x.ended_on > $as_of, true)
    AND coalesce(m.until >= $as_of, true) AND coalesce(m.since <= $as_of, true)
  UNWIND coalesce(x.actor_types, []) AS seated
  WITH seated, collect(DISTINCT c.placed_in) AS places
  RETURN collect({type: seated, places: places}) AS elsewhere
}
RETURN councils, sources, direct, members, wholes, posts, evidence, kinds, elsewhere
