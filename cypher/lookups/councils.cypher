/*
title_ja: 協議体・会議の一覧
title_en: Councils
question_ja: この地域に記録されている協議体・会議と、その構成員はどれか
question_en: Which councils are recorded for this area, and who sits on them?
returns: [id, name, layers, status, open_list, area_id, members, verified_on, differs]
identity: [id]
since: 1
*/
MATCH (c:Council)
WHERE c.visibility IN $visible AND c.placed_in IN $areas
OPTIONAL MATCH (o:Organization)-[m:MEMBER_OF]->(c)
WHERE o.visibility IN $visible AND m.visibility IN $visible
WITH c, collect(DISTINCT o.name) AS members
RETURN c.id AS id, c.name AS name, coalesce(c.layers, []) AS layers, c.status AS status, coalesce(c.open_list, false) AS open_list,
  c.placed_in AS area_id, members, c.verified_on AS verified_on,
  coalesce(c.differs, []) AS differs
ORDER BY id
