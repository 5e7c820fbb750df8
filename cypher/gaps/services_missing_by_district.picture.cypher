/*
title_ja: 見つかったものと、そのまわり
title_en: What was found, with what is around it
question_ja: 見つかったものは、何と直接つながっていると記載されているか
question_en: To what is what was found recorded to be tied directly?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
