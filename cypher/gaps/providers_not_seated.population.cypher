/*
title_ja: 調べた担い手の数
title_en: How many providers were looked at
question_ja: 協議体のある地域でサービスを実施している、名前のある団体はいくつか
question_en: How many named bodies run a service in an area with a council?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
begins_as: providers_not_seated
returns: [population]
since: 1
*/
RETURN count(DISTINCT a.id + ' ' + o.id) AS population
