/*
title_ja: 相手が一団体だけの団体と、そのまわり
title_en: Bodies with one neighbour, and what is around them
question_ja: 相手が一団体だけの団体は、何と直接つながっていると記載されているか
question_en: To what are the bodies with one neighbour recorded to be tied?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
