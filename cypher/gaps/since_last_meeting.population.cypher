/*
title_ja: この地域の記録の数
title_en: How many records of this area
question_ja: 前と比べた記録はいくつか
question_en: How many records were compared?
begins_as: since_last_meeting
returns: [population]
since: 1
*/
RETURN size(things) + size(ties) AS population
