/*
title_ja: 次の会議で話し合うニーズと、そのまわり
title_en: Needs for the next agenda, with what is around them
question_ja: 次の会議で話し合うニーズに、何が触れているか
question_en: What is directly around the needs for the next agenda?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
