/*
title_ja: まとまりの団体と、そのまわり
title_en: The groups and what is directly around them
question_ja: まとまりの団体は、何と直接つながっていると記載されているか
question_en: To what are the bodies of the groups recorded to be tied?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
