/*
title_ja: 調べた団体の数
title_en: How many bodies were looked at
question_ja: これらの区域で働く、名前のある団体はいくつか
question_en: How many named bodies work in these areas?
takes: lookups/bodies_counted
returns: [population]
since: 1
*/
