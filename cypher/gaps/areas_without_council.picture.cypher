/*
title_ja: 協議体の記載がない区域
title_en: Areas without a recorded council
question_ja: 協議体の記載がない区域はどこか
question_en: For which areas is no council recorded?
takes: networks/around
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
