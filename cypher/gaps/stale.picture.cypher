/*
title_ja: 確かめ直したい記録と、そのまわり
title_en: Records to check again, with what is around them
question_ja: 確かめ直したい記録は、何とつながっているか
question_en: What is directly around the records that should be checked again?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
