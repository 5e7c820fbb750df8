/*
title_ja: 第1層へ届いた記載がないニーズと、挙がった会議
title_en: Needs without a record of being passed up, and where they came up
question_ja: 第1層へ届いた記載がないニーズは、どの会議に挙がったか
question_en: In which meetings did the needs come up that have no record of being passed up?
takes: networks/around
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
