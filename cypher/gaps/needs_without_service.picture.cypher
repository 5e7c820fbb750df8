/*
title_ja: 応えるサービスの記載がないニーズと、それに触れている活動
title_en: Needs that no recorded service answers, with what addresses them
question_ja: 応えるサービスの記載がないニーズに、何かしら触れている活動や協議体はどれか
question_en: What addresses the needs that no recorded running service answers?
parameters:
  found: {type: texts, default: [], about_ja: 見つかった行のID, about_en: ids of the rows that were found}
takes: networks/around
returns: [nodes, relationships]
since: 1
*/
