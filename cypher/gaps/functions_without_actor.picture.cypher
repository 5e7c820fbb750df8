/*
title_ja: 担い手の記載がない役割
title_en: Functions for which nobody is recorded
question_ja: 担い手の記載がない役割はどれか
question_en: For which functions is nobody recorded to act?
takes: networks/around
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
since: 1
*/
