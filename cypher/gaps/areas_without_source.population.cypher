/*
title_ja: 記録のある区域とお尋ねの区域の数
title_en: How many areas have records or were asked about
question_ja: 調べた区域はいくつか
question_en: How many areas were looked at?
begins_as: areas_without_source
returns: [population]
since: 1
*/
RETURN count(a) AS population
