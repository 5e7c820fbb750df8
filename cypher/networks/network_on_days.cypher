/*
title_ja: 二つの日の団体とつながり
title_en: Bodies and ties on two days
question_ja: この地域の団体とつながりの記録のうち、二つの日のそれぞれに記録にあったのはどれか
question_en: Which bodies and ties of this area stood in the records on each of two days?
parameters:
  since: {type: date, default: months_ago:3, about_ja: はじめの日, about_en: the first day}
  until: {type: date, default: today, about_ja: あとの日, about_en: the second day}
takes: gaps/since_last_meeting
computed_by: graph.metrics.network_on_days.network_on_days
returns: [id, label, name, generic, start_id, end_id, end_label, on_first, on_second, stands, first_sources, second_sources, happened_on, why, dataset]
identity: [id]
audience: members
since: 1
*/
