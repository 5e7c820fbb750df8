/*
title_ja: つながりの記載がない第1層と第2層の協議体
title_en: Councils of two layers without a recorded link
question_ja: つながりの記載がない第1層と第2層の協議体には、だれが席を持っているか
question_en: Who sits on the councils of the two layers that have no recorded link?
takes: networks/around
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
