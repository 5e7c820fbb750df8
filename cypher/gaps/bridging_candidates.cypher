/*
title_ja: 橋渡しの候補
title_en: Bridging candidates
shelf: network
question_ja: つながりの記載がたどれない二つの団体のうち、協議体・活動の分野・応えるニーズが共通していて、引き合わせると輪が広がりそうなのはどの組か
question_en: Which two bodies, with no recorded path between them, share a council, a field or a need, so that introducing them would join two groups?
parameters:
  limit: {type: integer, default: 20, about_ja: 表示する組の数, about_en: how many pairs to show}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
computed_by: graph.metrics.bridging_candidates.bridging_candidates
returns: [area_id, area, a_id, a, b_id, b, component_a, component_b, pairs_newly_connected, shared_councils, shared_categories, shared_needs,
  sources_that_could_show]
identity: [a_id, b_id]
audience: members
found_ja: 名前のある団体の組 {population} 組のうち、共通点があるのにつながりの記載がたどれない組を {found} 組示します。
found_en: Of {population} pairs of named bodies, {found} share something without a recorded path between them.
nothing_ja: 組にできる、名前のある団体の記載がありません。
nothing_en: There are no two named bodies to look at.
explanation_ja: 記載されたつながりをたどると別々のまとまりになる二つの団体のうち、協議体・分野・ニーズのどれかが共通する組です。引き合わせたときに増えることと、共通点とを別々に示し、一つの点数にはしません。
explanation_en: 'Two bodies in groups that no recorded tie joins, and that share a council, a field or a need. What an introduction would add and what the two share are shown apart, never as one score.'
shown:
  a: {ja: 団体, en: Body}
  b: {ja: 相手, en: Other body}
  area: {ja: 区域, en: Area}
  component_a: {ja: 団体の側のまとまり（団体数）, en: Group of the first (bodies)}
  component_b: {ja: 相手の側のまとまり（団体数）, en: Group of the other (bodies)}
  shared_councils: {ja: 共通の協議体, en: Shared councils}
  shared_needs: {ja: 共通のニーズ, en: Shared needs, codes: need_categories}
  shared_categories: {ja: 共通の分野, en: Shared fields, codes: service_categories}
overview: true
caution_ja: つながりがないという意味ではありません。資料に記載が見つからない組です。
caution_en: This does not mean that the two are not connected; the sources do not record it.
next_step_ja: 共通する協議体や活動を話題に、両方を知る人から引き合わせてもらえないか相談してみてください。
next_step_en: Ask somebody who knows both whether they could introduce them, starting from what the two share.
since: 1
*/
// A source that names one of the two and speaks of ties there could have shown a tie between them; its day: actors_without_ties.
CALL () {
  OPTIONAL MATCH (src:Source)-[k:SPEAKS_OF]->(scope:Area)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible AND k.kind = 'ties'
    AND coalesce(k.ends_on >= src.as_of, true) AND coalesce(k.begins <= src.as_of, true)
  RETURN collect(scope.id + ' ' + src.dataset) AS able
}
CALL (able) {
  MATCH (o:Organization)
  WHERE o.visibility IN $visible
  WITH able, o, [(o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible | h.id] AS works
  WITH able, o, CASE WHEN size(works) = 0 THEN [o.placed_in] ELSE works END AS homes
  WITH o, homes, [d IN o.sources WHERE any(home IN homes + [o.placed_in] WHERE toString(home) + ' ' + d IN able)] AS sources
  UNWIND homes AS home
  WITH o, sources, min(home) AS home
  WHERE home IN $areas
  MATCH (a:Area)
  WHERE a.id = home
  OPTIONAL MATCH (o)-[m:MEMBER_OF]->(c:Council)
  WHERE m.visibility IN $visible AND c.visibility IN $visible
  WITH o, sources, a, collect(DISTINCT c.name) AS councils
  OPTIONAL MATCH (o)-[v:PROVIDES]->(s:Service)-[i:IN_CATEGORY]->(k:ServiceCategory)
  WHERE v.visibility IN $visible AND i.visibility IN $visible AND s.visibility IN $visible AND s.status <> 'ended'
  WITH o, sources, a, councils, collect(DISTINCT k.code) AS categories
  OPTIONAL MATCH (o)-[w:PROVIDES]->(t:Service)-[j:IN_CATEGORY]->(:ServiceCategory)<-[b:ANSWERED_BY]-(n:NeedCategory)
  WHERE w.visibility IN $visible AND j.visibility IN $visible AND t.visibility IN $visible AND t.status <> 'ended' AND b.strength = 'strong'
  WITH o, sources, a, councils, categories, collect(DISTINCT n.code) AS needs
  RETURN collect({id: o.id, name: o.name, generic: o.generic, area_id: a.id, area: a.name, councils: councils, categories: categories,
    needs: needs, sources: sources}) AS bodies
}
CALL () {
  MATCH (o:Organization)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]->(x:Organization)
  WHERE o.visibility IN $visible AND r.visibility IN $visible AND x.visibility IN $visible AND o.id <> x.id
    AND coalesce(r.state, 'recorded') = 'recorded'
  RETURN collect(DISTINCT {start: o.id, end: x.id}) AS direct
}
CALL () {
  MATCH (o:Organization)-[p:PART_OF]->(x:Organization)
  WHERE o.visibility IN $visible AND p.visibility IN $visible AND x.visibility IN $visible
  RETURN collect(DISTINCT {start: o.id, end: x.id}) AS parts
}
CALL () {
  MATCH (o:Organization)-[p:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]->(s:Service)<-[q:PROVIDES|SUPPORTS|FUNDS|ESTABLISHED]-(x:Organization)
  WHERE o.visibility IN $visible AND p.visibility IN $visible AND s.visibility IN $visible AND q.visibility IN $visible
    AND x.visibility IN $visible AND o.id < x.id
  RETURN collect(DISTINCT {start: o.id, end: x.id}) AS through
}
RETURN bodies, direct + through + parts AS ties
