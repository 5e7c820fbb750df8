/*
title_ja: 資料の題名
title_en: Titles of sources
question_ja: それぞれの資料は何という題名か
question_en: What is each source called?
unscoped: A row may name a source of any area, and people are told its title.
returns: [dataset, title]
identity: [dataset]
since: 1
*/
MATCH (s:Source)
WHERE s.current AND s.visibility IN $visible
RETURN s.dataset AS dataset, coalesce(min(s.title), s.dataset) AS title
ORDER BY dataset
