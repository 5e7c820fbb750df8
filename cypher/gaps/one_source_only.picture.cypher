/*
title_ja: 一つの資料にしか載っていない記録と、そのまわり
title_en: Records that only one source states, with what is around them
question_ja: 一つの資料にしか載っていない記録は、何とつながっているか
question_en: What is directly around the records that only one source states?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
