/*
title_ja: つながりについて述べた資料に名前がある団体の数
title_en: How many named bodies a source that could have shown ties names
question_ja: 調べた団体はいくつか
question_en: How many bodies were looked at?
parameters:
  as_of: {type: date, default: today, about_ja: この日の時点で調べる, about_en: the day on which this is asked}
begins_as: actors_without_ties
returns: [population]
since: 1
*/
RETURN count(DISTINCT o.id) AS population
