/*
title_ja: 区域の重なる第1層と第2層の協議体の組の数
title_en: How many pairs of councils whose areas nest
question_ja: 調べた協議体の組はいくつか
question_en: How many pairs of a layer 1 and a layer 2 council were looked at?
begins_as: layers_without_link
returns: [population]
since: 1
*/
UNWIND nesting AS upper
RETURN count(DISTINCT a.id + ' ' + upper.id + ' ' + lower.id) AS population
