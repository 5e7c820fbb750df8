/*
title_ja: 団体と、その協議体・サービス
title_en: Bodies with their councils and services
question_ja: それぞれの団体は、どの協議体に参加し、どのサービスを担っているか
question_en: On which councils do the bodies sit, and which services do they provide?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
