/*
title_ja: サービス・活動の一覧
title_en: Services
question_ja: この地域で行われている、またはこの地域を対象とすると記録されているサービスはどれか
question_en: Which services are recorded as delivered in this area or covering it?
returns: [id, name, status, categories, providers, area_id, delivered_in, covers, target, valid_from, valid_to, registration, verified_on, differs]
identity: [id]
since: 1
*/
MATCH (s:Service)
WHERE s.visibility IN $visible
WITH s, [(s)-[d:DELIVERED_IN]->(p:Area) WHERE d.visibility IN $visible AND p.visibility IN $visible | p.id] AS delivered_in,
  [(s)-[v:COVERS]->(q:Area) WHERE v.visibility IN $visible AND q.visibility IN $visible | q.id] AS covers
WHERE any(place IN delivered_in + covers + [s.placed_in] WHERE place IN $areas)
OPTIONAL MATCH (o:Organization)-[r:PROVIDES]->(s)
WHERE o.visibility IN $visible AND r.visibility IN $visible
WITH s, delivered_in, covers, collect(DISTINCT o.name) AS providers
RETURN s.id AS id, s.name AS name, s.status AS status, [(s)-[i:IN_CATEGORY]->(k:ServiceCategory) WHERE i.visibility IN $visible | k.code] AS categories, providers,
  s.placed_in AS area_id, delivered_in, covers, s.target AS target, s.valid_from AS valid_from, s.valid_to AS valid_to,
  s.registration AS registration, s.verified_on AS verified_on,
  coalesce(s.differs, []) AS differs
ORDER BY id
