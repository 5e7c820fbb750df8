/*
title_ja: つながりの記載がたどれない、別々のまとまり
title_en: Groups of bodies that no recorded tie joins
shelf: network
question_ja: 記載されたつながりをたどると、地域の団体はいくつの別々のまとまりに分かれるか
question_en: Into which separate groups do the recorded ties of an area fall?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
takes: networks/bodies_and_ties
computed_by: graph.metrics.separate_groups.separate_groups
returns: [area_id, area, id, size, bodies, meets_others_on, evidence, sources_that_could_show]
identity: [area_id, id]
audience: members
found_ja: 名前のある {population} 団体について記載されたつながりをたどると、互いにたどり着けないまとまりが {found} 個見つかりました（つながりがないという意味ではありません）。
found_en: Among {population} named bodies, the recorded ties fall into {found} groups that no recorded path joins (which does not mean that they are not connected).
nothing_ja: 名前のある団体の記載がありません。
nothing_en: No named body is recorded.
explanation_ja: 記載されたつながりをいくつの団体を介してでもたどれる団体どうしを、一つのまとまりとします。二団体以上のまとまりが同じ区域に二つ以上あるときに示します。ほかの区域の団体を介したつながりもたどりますが、数えるのはこの区域の団体だけです。自治会のような総称は、まとまりをつなぐものとは数えません。
explanation_en: 'Bodies between which a recorded path leads, however long, are one group; groups of two or more are shown where an area has several. A body of another area may join two bodies here, but only bodies of the area are counted. Kinds of actor join nobody.'
shown:
  bodies: {ja: まとまりの団体, en: Bodies of the group}
  area: {ja: 区域, en: Area}
  size: {ja: 団体数, en: How many}
  meets_others_on: {ja: ほかのまとまりと同席する協議体, en: Councils where it meets another group}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
caution_ja: まとまりどうしが知り合いでないという意味ではありません。資料につながりの記載が見つからないというだけです。
caution_en: This does not mean that the groups do not know each other; the sources do not record a tie between them.
next_step_ja: 同席している協議体があれば、そこで互いの活動を紹介する時間をとってみてください。
next_step_en: Where they meet on a council, set aside time there for each to tell what it does.
since: 1
*/
