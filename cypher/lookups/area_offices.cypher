/*
title_ja: 庁舎の位置
title_en: Where the offices are
question_ja: これらの区域の庁舎は、どこにあるか
question_en: Where are the offices of these areas?
returns: [area_id, latitude, longitude]
identity: [area_id]
since: 1
*/
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible AND a.latitude IS NOT NULL AND a.longitude IS NOT NULL
RETURN a.id AS area_id, a.latitude AS latitude, a.longitude AS longitude
ORDER BY area_id
