/*
title_ja: 資料が述べていること
title_en: What the sources speak of
shelf: sources
question_ja: どの資料が、どの区域の、どの種類の事実を、網羅または例示していて、どれには触れていないか
question_en: Which source covers which kind of fact of which area in full, by examples, or not at all?
returns: [area_id, area, dataset, source, source_as_of, kind, coverage, categories, begins, ends_on, sources_that_could_show]
identity: [area_id, dataset, kind]
found_ja: 資料と、それが述べる区域の組は {population} 組あります。7種類の事実のそれぞれについて、網羅・例示・対象外のどれかを示します（対象外は、ないという意味ではありません）。
found_en: There are {population} pairs of a source and an area of which it speaks. Each of the seven kinds of fact is covered in full, by examples, or out of scope (which does not mean that there is none).
nothing_ja: この地域について述べた資料が、まだ取り込まれていません。
nothing_en: No source that speaks of this area has been loaded yet.
explanation_ja: 資料ごとに、どの区域のどの種類の事実を、全部載せているか（網羅）、例を挙げているだけか（例示）、触れていないか（対象外）を示します。ほかの問いの答えは、ここに書かれた範囲でしか確かめられません。
explanation_en: 'For each source: which kind of fact of which area it gives in full, by examples, or not at all. Other answers can only be as sure as this.'
shown:
  source: {ja: 資料, en: Source}
  area: {ja: 区域, en: Area}
  kind: {ja: 事実の種類, en: Kind of fact, words: kind}
  coverage: {ja: 範囲, en: Coverage, words: coverage}
  categories: {ja: 対象の種類, en: Limited to, codes: need_categories|service_categories}
  begins: {ja: 始まり, en: From}
  ends_on: {ja: 終わり, en: Until}
  sources_that_could_show: {ja: この種類について述べた資料, en: Sources that could have shown it}
caution_ja: 対象外とは、その資料からは分からないということで、ないという意味ではありません。
caution_en: Out of scope means that this source cannot tell; it does not mean that there is none.
next_step_ja: どの資料も対象にしていない種類があれば、それを載せた名簿や計画書がないか、担当の課に聞いてみてください。
next_step_en: Where no source covers a kind of fact, ask the office in charge for a list or plan that does.
since: 1
*/
// The seven kinds are graph.model.sources.KINDS_OF_FACT. sources_that_could_show names every source that speaks of that kind there.
MATCH (s:Source)-[k:SPEAKS_OF]->(a:Area)
WHERE s.current AND s.visibility IN $visible AND k.visibility IN $visible AND a.visibility IN $visible AND a.id IN $areas
WITH a, collect({dataset: s.dataset, title: coalesce(s.title, s.name), as_of: s.as_of, kind: k.kind, coverage: k.coverage,
  categories: coalesce(k.categories, []), begins: k.begins, ends_on: k.ends_on}) AS scopes
UNWIND scopes AS one
WITH DISTINCT a, scopes, one.dataset AS dataset, one.title AS source, one.as_of AS source_as_of
UNWIND ['bodies', 'ties', 'seats', 'services', 'needs', 'programmes', 'observations'] AS kind
WITH a, dataset, source, source_as_of, kind, [other IN scopes WHERE other.kind = kind | other.dataset] AS able,
  head([own IN scopes WHERE own.kind = kind AND own.dataset = dataset]) AS scope
RETURN a.id AS area_id, a.name AS area, dataset, source, source_as_of, kind, coalesce(scope.coverage, 'silent') AS coverage,
  coalesce(scope.categories, []) AS categories, scope.begins AS begins, scope.ends_on AS ends_on, able AS sources_that_could_show
ORDER BY area_id, dataset, kind
