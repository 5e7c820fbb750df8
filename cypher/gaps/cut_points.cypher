/*
title_ja: 抜けるとつながりが途切れる団体・関係
title_en: Bodies and ties whose loss would separate others
shelf: network
question_ja: 抜けると、ほかの二団体以上がたどり着けなくなるのは、どの団体・どのつながりか
question_en: Which bodies, and which single ties, would separate at least two others from the rest if they were lost?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
speaks_of: ties
not_where: [few_ties_recorded, no_source_of_ties]
takes: networks/bodies_and_ties
computed_by: graph.metrics.cut_points.cut_points
returns: [area_id, area, kind, id, name, other_id, other, separated, separated_bodies, evidence, sources_that_could_show]
identity: [area_id, kind, id, other_id]
audience: members
found_ja: 名前のある {population} 団体の記載されたつながりのうち、抜けると二団体以上がたどり着けなくなる団体・関係が {found} 件見つかりました。
found_en: Among the recorded ties of {population} named bodies, {found} bodies or single ties were found whose loss would separate at least two others.
nothing_ja: 名前のある団体の記載がありません。
nothing_en: No named body is recorded.
explanation_ja: その団体（部署も一緒に）または二団体の間のつながりがなくなったとき、残りの大きなまとまりから離れる団体を数えます。二団体以上が離れるものだけを示します。自治会のような総称はつなぎ手に数えず、ほかの区域の団体を介した道は残ります。
explanation_en: 'If the body (with its parts) or the tie between the two were lost, the bodies are counted that no recorded path would join to the largest remaining group; only losses that separate two or more are shown. Kinds of actor join nobody; paths through bodies of other areas stay.'
shown:
  name: {ja: 団体, en: Body}
  other: {ja: つながりの相手, en: Other end of the tie}
  kind: {ja: 団体か関係か, en: Body or tie, values: {body: {ja: 団体, en: body}, tie: {ja: つながり, en: tie}}}
  area: {ja: 区域, en: Area}
  separated: {ja: 離れる団体の数, en: How many would be separated}
  separated_bodies: {ja: 離れる団体, en: Who would be separated}
  sources_that_could_show: {ja: つながりについて述べた資料, en: Sources that could have shown ties}
caution_ja: 記載されたつながりだけで見たものです。資料にない別の道があるかもしれません。その団体の良し悪しをいうものではありません。
caution_en: This rests on recorded ties only; there may be other paths that no source records. It says nothing about how good a body is.
next_step_ja: 離れる団体と、残りの団体のだれかとの間に、もう一本つながりを作れないか考えてみてください。
next_step_en: Think about one more tie between those who would be separated and somebody of the rest.
since: 1
*/
