/*
title_ja: 調べた団体の数
title_en: How many bodies were looked at
question_ja: これらの区域で働く、名前のある団体はいくつか
question_en: How many named bodies work in these areas?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
takes: lookups/bodies_counted
returns: [population]
since: 1
*/
