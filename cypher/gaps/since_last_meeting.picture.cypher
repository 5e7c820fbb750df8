/*
title_ja: 前回の会議から変わった記録と、そのまわり
title_en: What is new since the last meeting, with what is around it
question_ja: 変わった記録は、何とつながっているか
question_en: What is directly around the records that came or changed?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
