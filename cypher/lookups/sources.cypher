/*
title_ja: 資料の一覧
title_en: Sources
question_ja: この地域について述べた資料はどれか
question_en: Which sources could have spoken of this area?
returns: [id, dataset, title, licence, file, as_of, loaded_at, kinds, categories]
identity: [id]
since: 1
*/
MATCH (s:Source)-[k:SPEAKS_OF]->(a:Area)
WHERE s.current AND s.visibility IN $visible AND k.visibility IN $visible AND a.visibility IN $visible AND a.id IN $areas
RETURN s.id AS id, s.dataset AS dataset, s.title AS title, s.licence AS licence, s.file AS file, s.as_of AS as_of,
  s.loaded_at AS loaded_at, collect(DISTINCT k.kind + ' ' + k.coverage) AS kinds,
  reduce(seen = [], some IN collect(k.categories) | seen + [one IN some WHERE NOT one IN seen]) AS categories
ORDER BY id
