/*
title_ja: 年度の実績と、その区域のまわり
title_en: The year of an area, with what is around it
question_ja: この区域のまわりに、何が記録されているか
question_en: What is recorded directly around the area?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
returns: [nodes, relationships]
takes: networks/around
since: 1
*/
