/*
title_ja: 把握されているニーズの数
title_en: How many needs are stated
question_ja: 調べたニーズはいくつか
question_en: How many needs were looked at?
takes: lookups/needs_counted
returns: [population]
since: 1
*/
