/*
title_ja: 橋渡しの候補
title_en: Bridging candidates
shelf: network
question_ja: つながりの記載がたどれない二つの団体のうち、協議体・活動の分野・応えるニーズが共通していて、引き合わせると輪が広がりそうなのはどの組か
question_en: Which two bodies, with no recorded path between them, share a council, a field or a need, so that introducing them would join two groups?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
  limit: {type: integer, default: 20, about_ja: 表示する組の数, about_en: how many pairs to show}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
takes: networks/bodies_and_ties
computed_by: graph.metrics.bridging_candidates.bridging_candidates
returns: [area_id, area, a_id, a, b_id, b, component_a, component_b, pairs_newly_connected, pairs_within_two_steps, effective_size_rise_a,
  effective_size_rise_b, needs_newly_answered, reasons, shared_councils, shared_categories, shared_needs, adamic_adar, precedent_region, precedent,
  precedent_evidence, introducer_ids, introducers, evidence, sources_that_could_show]
identity: [area_id, a_id, b_id]
audience: members
found_ja: 名前のある団体の組 {population} 組のうち、共通点があるのにつながりの記載がたどれない組を {found} 組示します。
found_en: Of {population} pairs of named bodies, {found} share something without a recorded path between them.
nothing_ja: 組にできる、名前のある団体の記載がありません。
nothing_en: There are no two named bodies to look at.
explanation_ja: 記載されたつながりをたどると別々のまとまりになる二つの団体のうち、協議体・分野・ニーズのどれかが共通する組です。引き合わせたときに広がること（新しくたどれるようになる組、間に入るのが一団体までになる組、それぞれが新しく届く顔ぶれの広がり（有効規模）、相手のまとまりではだれも応えていない地域のニーズ）と、引き合わせやすさの手がかりとを別々に示し、一つの点数にはしません。計画中・終了・期限切れのサービスと、終わった参加は数えません。
explanation_en: 'Two bodies in groups that no recorded path joins, and that share a council, a field or a need. What an introduction would add (pairs newly joined, pairs newly within two steps, rise in effective size, stated needs that one of the two answers and nobody in the group of the other does) and what speaks for it are shown apart, never as one score. Services that do not run and seats that ended are not counted.'
shown:
  a: {ja: 団体, en: Body}
  b: {ja: 相手, en: Other body}
  area: {ja: 区域, en: Area}
  component_a: {ja: 団体の側のまとまり（団体数）, en: Group of the first (bodies)}
  component_b: {ja: 相手の側のまとまり（団体数）, en: Group of the other (bodies)}
  pairs_within_two_steps: {ja: 新しく、間に入るのが一団体までになる組, en: Pairs newly within two steps}
  needs_newly_answered: {ja: 相手のまとまりでは、応える記載がなかったニーズ, en: Needs for which an answer comes within reach, codes: need_categories}
  reasons: {ja: 引き合わせやすさの手がかり, en: What speaks for it, values: {council: {ja: 同じ協議体にいる, en: they share a council}, need: {ja: 同じニーズに応えている, en: they answer the same need}, category: {ja: 同じ分野で活動している, en: they work in the same field}, precedent: {ja: ほかの地域に同じ種類の団体どうしの例がある, en: their kinds work together elsewhere}}}
  shared_councils: {ja: 共通の協議体, en: Shared councils}
  shared_needs: {ja: 共通のニーズ, en: Shared needs, codes: need_categories}
  shared_categories: {ja: 共通の分野, en: Shared fields, codes: service_categories}
  introducers: {ja: 引き合わせてくれそうな団体, en: Who could introduce them}
  precedent_region: {ja: 例のある地域, en: Where there is a precedent}
  precedent: {ja: その例, en: The precedent}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
overview: true
caution_ja: つながりがないという意味ではありません。資料に記載が見つからない組です。
caution_en: This does not mean that the two are not connected; the sources do not record it.
next_step_ja: 共通する協議体や活動を話題に、両方を知る人から引き合わせてもらえないか相談してみてください。
next_step_en: Ask somebody who knows both whether they could introduce them, starting from what the two share.
since: 2
*/
