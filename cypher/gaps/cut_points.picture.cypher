/*
title_ja: 要になる団体・関係と、そのまわり
title_en: Bodies and ties on which it rests, and what is around them
question_ja: 要になる団体は、何と直接つながっていると記載されているか
question_en: To what are these bodies recorded to be tied?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
