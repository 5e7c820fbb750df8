/*
title_ja: 同じ団体かもしれない組と、そのまわり
title_en: Bodies that may be one, with what is around them
question_ja: 同じ団体かもしれない二つの団体は、それぞれ何とつながっているか
question_en: What is directly around bodies that may be one?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
