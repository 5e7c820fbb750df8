/*
title_ja: 資料が述べていない区域と、そのまわり
title_en: Areas of which no source speaks, with what is around them
question_ja: 資料が述べていない区域のまわりに、何が記録されているか
question_en: What is recorded directly around areas of which no source speaks?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
