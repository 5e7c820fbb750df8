/*
title_ja: 招きたい担い手と、そのまわり
title_en: Providers to invite, and what is around them
question_ja: 招きたい担い手は、何と直接つながっていると記載されているか
question_en: To what are these providers recorded to be tied?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
