/*
title_ja: つながりの相手が一団体だけの団体
title_en: Bodies all of whose recorded ties go to one other body
shelf: network
question_ja: 記載されたつながりの相手が、ただ一つの団体だけなのはどの団体か
question_en: Which bodies have recorded ties with one other body only?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
takes: networks/bodies_and_ties
computed_by: graph.metrics.one_neighbour_only.one_neighbour_only
returns: [area_id, area, id, name, neighbour_id, neighbour, seats, evidence, sources_that_could_show]
identity: [area_id, id]
audience: members
found_ja: 名前のある {population} 団体のうち {found} 団体は、記載されたつながりの相手が一団体だけです（ほかにつながりがないという意味ではありません）。
found_en: Of {population} named bodies, {found} have recorded ties with one other body only (which does not mean that they have no others).
nothing_ja: 名前のある団体の記載がありません。
nothing_en: No named body is recorded.
explanation_ja: 連携・支援・資金・委託・設立・仲介・引き継ぎと、同じサービスに関わることを、つながりとして数えます。自治会のような総称は複数の団体を指すので、総称とのつながりがある団体は一覧に載せません。団体の一部の部署のつながりは、その団体のつながりとします。
explanation_en: 'Working together, supporting, funding, commissioning, founding, connecting, handing on and being part of one service are ties. A kind of actor stands for several bodies: who is tied to one is not listed. Ties of a part of a body are ties of that body.'
shown:
  name: {ja: 団体, en: Body}
  neighbour: {ja: ただ一つの相手, en: Its one neighbour}
  area: {ja: 区域, en: Area}
  seats: {ja: 協議体, en: Councils}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
caution_ja: ほかにつながりがないという意味ではありません。資料に記載が見つからないというだけです。
caution_en: This does not mean that there are no other ties; the sources do not record any.
next_step_ja: ただ一つの相手の団体に、ほかに引き合わせたい団体がないか聞いてみてください。
next_step_en: Ask the one neighbour whom else it would introduce to the body.
since: 1
*/
