/*
title_ja: 二つ以上の資料に載っていておかしくない記録の数
title_en: How many records two or more sources could have shown
question_ja: 調べた記録はいくつか
question_en: How many records were looked at?
begins_as: one_source_only
returns: [population]
since: 1
*/
WITH id, stating, [one IN able WHERE NOT one IN stating] AS others
WHERE size(stating) > 1 OR (size(stating) = 1 AND size(others) > 0)
RETURN count(DISTINCT id) AS population
