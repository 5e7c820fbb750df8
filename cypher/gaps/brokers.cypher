/*
title_ja: 引き合わせてくれそうな団体
title_en: Bodies that could introduce others to each other
shelf: network
question_ja: つながりの記載がたどれない二つの団体を、両方と接点があって引き合わせられそうなのはどの団体か
question_en: Which bodies have contact with both sides of a pair between which no recorded path leads, and could introduce them?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
  limit: {type: integer, default: 20, about_ja: 表示する団体の数, about_en: how many bodies to show}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
takes: networks/bodies_and_ties
computed_by: graph.metrics.brokers.brokers
returns: [area_id, area, id, name, pairs, between, evidence, sources_that_could_show]
identity: [area_id, id]
audience: members
found_ja: 名前のある {population} 団体が活動する地域で、橋渡しの候補の組を引き合わせられそうな {found} 団体を示します。
found_en: Where {population} named bodies work, {found} are shown that could introduce bridging candidates to each other.
nothing_ja: 名前のある団体の記載がありません。
nothing_en: No named body is recorded.
explanation_ja: 橋渡しの候補の二団体のうち、一方とつながりの記載があり、もう一方とつながりか同じ協議体への参加の記載がある団体です。二団体に共通の協議体がないときは、それぞれと別の協議体で同席している団体も示します。
explanation_en: 'A body tied to one of the two candidates, and tied to or seated with the other one. Where the two share no council, also bodies that are seated with each of them.'
shown:
  name: {ja: 団体, en: Body}
  pairs: {ja: 引き合わせられそうな組の数, en: Pairs it could introduce}
  between: {ja: 引き合わせられそうな組, en: The pairs}
  area: {ja: 区域, en: Area}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
caution_ja: 記載から見た手がかりです。実際に引き合わせられるかどうかは、その団体に聞いてみないとわかりません。
caution_en: This is a hint from what is recorded; only the body itself can say whether it could introduce them.
next_step_ja: その団体に、両方の団体をどのくらい知っているか聞いてみてください。
next_step_en: Ask the body how well it knows the two.
since: 1
*/
