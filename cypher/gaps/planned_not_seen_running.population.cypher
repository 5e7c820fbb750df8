/*
title_ja: 計画中と記載されたサービスの数
title_en: How many services are recorded as planned
question_ja: 調べた計画中のサービスはいくつか
question_en: How many planned services were looked at?
begins_as: planned_not_seen_running
returns: [population]
since: 1
*/
UNWIND planned AS s
RETURN count(DISTINCT s.id) AS population
