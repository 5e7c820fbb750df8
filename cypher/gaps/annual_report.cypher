/*
title_ja: 年度の実績
title_en: The year of an area
shelf: meetings
question_ja: この年度（4月から翌年3月）に、コーディネーターの配置・協議体・会議・新しくできた活動と終わった活動・つながりは、いくつ記録されているか
question_en: For a fiscal year (April to March), how many posts, councils, meetings, services begun and ended, and ties are recorded?
parameters:
  fiscal_year: {type: integer, default: this_fiscal_year, about_ja: 4月に始まる年, about_en: the year in whose April the fiscal year begins}
computed_by: graph.metrics.annual_report.annual_report
returns: [area_id, area, item, layer, seat, value, sources_that_could_show]
identity: [area_id, item, layer, seat]
found_ja: '{population} か所の市区町村・区域について、実績報告の項目を {found} 行示します（「—」は資料に記載がないもので、0 ではありません）。'
found_en: 'For {population} areas, {found} lines of the yearly report are given (a dash is what no source records; it is not 0).'
nothing_ja: この地域の記録が、まだありません。
nothing_en: Nothing of this area is recorded yet.
explanation_ja: 配置と協議体は今の記録の数、会議は日付のある話し合いの数、活動は登録や設立の日が年度内のもの、つながりは年度内の資料で初めて記載されたものです。数えられなかった項目は、全部を載せた資料があるときだけ 0 とし、ほかは記載なしとします。
explanation_en: 'Posts and councils as recorded now; meetings with a day in the year; services registered or founded in it, and those that ended in it; ties first stated by a source of the year. What was not found is 0 only where a source that gives all of them covers it; else it is not recorded.'
shown:
  item:
    ja: 項目
    en: Item
    values:
      posts: {ja: 生活支援コーディネーターの配置, en: Coordinator posts}
      councils: {ja: 協議体, en: Councils}
      meetings: {ja: 日付のある話し合い, en: Meetings with a day}
      services_begun: {ja: 新しくできた活動, en: Services begun}
      services_ended: {ja: 終わった活動, en: Services ended}
      ties_first_recorded: {ja: 初めて記載されたつながり, en: Ties first recorded}
  layer: {ja: 層, en: Layer}
  seat: {ja: 配置先, en: Placed at}
  value: {ja: 数, en: Number}
  area: {ja: 区域, en: Area}
  sources_that_could_show: {ja: その項目について述べた資料, en: Sources that could have shown it}
caution_ja: 記録された数で、実際の数とは限りません。記載がない項目は 0 ではありません。
caution_en: These are numbers of records, not of what there is. What is not recorded is not 0.
next_step_ja: 「—」の項目は、会議の記録や事業報告から日付と数を確かめて書き足してください。
next_step_en: For what is not recorded, look into minutes and reports, and add days and numbers.
since: 1
*/
// The areas reported on are the widest of those asked about, prefectures apart, with all that lies in them. The day of a scope is
// the whole fiscal year: a source speaks of it when its period and the year overlap, which the measure looks at.
UNWIND $areas AS place
MATCH (a:Area)
WHERE a.id = place AND a.visibility IN $visible AND coalesce(a.level, '') <> 'prefecture' AND NOT coalesce(a.generic, false)
WITH a, [(a)-[p:PART_OF]->(w:Area) WHERE p.visibility IN $visible AND w.visibility IN $visible | {id: w.id, level: w.level}] AS wider
WITH a, none(one IN wider WHERE one.id IN $areas) AS asked, none(one IN wider WHERE one.id IN $areas AND coalesce(one.level, '') <> 'prefecture') AS widest
WHERE widest
MATCH down = (a)<-[:PART_OF*0..5]-(x:Area)
WHERE all(one IN nodes(down) WHERE one.visibility IN $visible) AND all(step IN relationships(down) WHERE step.visibility IN $visible)
WITH a, asked, collect(DISTINCT x.id) AS below
CALL (a) {
  MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
  WHERE all(one IN nodes(up) WHERE one.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
  MATCH (y)<-[k:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND k.visibility IN $visible
  RETURN collect({kind: k.kind, dataset: src.dataset, begins: k.begins, ends_on: k.ends_on,
    in_full: k.coverage = 'exhaustive' AND size(coalesce(k.categories, [])) = 0}) AS scopes
}
CALL (below) {
  UNWIND below AS place
  MATCH (p:Post)
  WHERE p.placed_in = place AND p.visibility IN $visible
  RETURN collect({id: p.id, layer: p.layer, seats: [(p)<-[h:HOLDS]-(o:Organization) WHERE h.visibility IN $visible AND o.visibility IN $visible | o.name]}) AS posts
}
CALL (below) {
  UNWIND below AS place
  MATCH (c:Council)
  WHERE c.placed_in = place AND c.visibility IN $visible
  RETURN collect({id: c.id, layers: c.layers, status: c.status, founded: c.founded,
    days: [(c)<-[r:RAISED_IN]-(n:Need) WHERE r.visibility IN $visible AND n.visibility IN $visible AND r.on IS NOT NULL | r.on]}) AS councils
}
CALL (below) {
  UNWIND below AS place
  CALL (place) {
    MATCH (h:Area)<-[d:DELIVERED_IN|COVERS]-(s:Service)
    WHERE h.id = place AND d.visibility IN $visible AND s.visibility IN $visible
    RETURN s
    UNION
    MATCH (s:Service)
    WHERE s.placed_in = place AND s.visibility IN $visible
    WITH * WHERE NOT EXISTS { MATCH (s)-[d:DELIVERED_IN|COVERS]->(h:Area) WHERE d.visibility IN $visible AND h.visibility IN $visible }
    RETURN s
  }
  WITH DISTINCT s
  RETURN collect({id: s.id, status: s.status, valid_from: s.valid_from, valid_to: s.valid_to,
    founded: [(s)<-[f:ESTABLISHED]-(x) WHERE f.visibility IN $visible AND x.visibility IN $visible AND f.on IS NOT NULL | f.on]}) AS services
}
CALL (below) {
  UNWIND below AS place
  CALL (place) {
    MATCH (h:Area)<-[p:OPERATES_IN]-(o:Organization)
    WHERE h.id = place AND p.visibility IN $visible AND o.visibility IN $visible
    RETURN o
    UNION
    MATCH (o:Organization)
    WHERE o.placed_in = place AND o.visibility IN $visible
    WITH * WHERE NOT EXISTS { MATCH (o)-[p:OPERATES_IN]->(h:Area) WHERE p.visibility IN $visible AND h.visibility IN $visible }
    RETURN o
  }
  MATCH (o)-[r:COLLABORATES_WITH|SUPPORTS|FUNDS|COMMISSIONS|ESTABLISHED|CONNECTS|REFERS_TO]-(x:Organization)
  WHERE r.visibility IN $visible AND x.visibility IN $visible AND o.id <> x.id AND coalesce(r.state, 'recorded') = 'recorded'
  WITH DISTINCT r.id AS tie
  MATCH (e:Evidence)
  WHERE e.fact = tie AND e.visibility IN $visible
  WITH tie, min(e.verified_on) AS first
  RETURN collect({id: tie, first: first}) AS ties
}
CALL (below) {
  UNWIND below AS place
  MATCH (o:Organization)
  WHERE o.placed_in = place AND o.visibility IN $visible
  RETURN count(o) AS bodies
}
RETURN collect({id: a.id, name: a.name, asked: asked, scopes: scopes, posts: posts, councils: councils, services: services, ties: ties,
  bodies: bodies}) AS areas
