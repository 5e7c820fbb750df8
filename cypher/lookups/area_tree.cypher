/*
title_ja: 区域の一覧
title_en: Areas and what they lie in
question_ja: どの区域があり、どこに含まれるか
question_en: Which areas are there, and what do they lie in?
unscoped: it is what $areas is made from
returns: [id, name, level, code, parent_id]
identity: [id]
since: 1
*/
MATCH (a:Area)
WHERE a.visibility IN $visible
OPTIONAL MATCH (a)-[p:PART_OF]->(parent:Area)
WHERE p.visibility IN $visible AND parent.visibility IN $visible
RETURN a.id AS id, a.name AS name, a.level AS level, a.code AS code, min(parent.id) AS parent_id
ORDER BY id
