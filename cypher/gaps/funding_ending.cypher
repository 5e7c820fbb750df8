/*
title_ja: 期限が近い、または過ぎた補助・事業・委託
title_en: Programmes and commissions that end soon or have ended
shelf: resources
question_ja: 補助・基金・計画・委託のうち、期限が近いか過ぎているのはどれで、何を支えているか
question_en: Which funds, plans and commissions end soon or have ended, and what do they pay for?
speaks_of: programmes
parameters:
  as_of: {type: date, default: today, about_ja: この日から数える, about_en: counted from this day}
  months: {type: integer, default: 12, about_ja: 何か月以内に終わるものを示すか, about_en: within how many months the end lies}
returns: [area_id, area, payer_id, receiver_id, name, kind, payer, pays_for, ends_on, state, amount_yen, sources_that_could_show, evidence]
identity: [area_id, payer_id, receiver_id]
found_ja: 記載されている補助・事業・委託 {population} 件のうち {found} 件は、書かれた期限が近いか過ぎています（期限の書かれていないものは分かりません）。
found_en: Of {population} recorded programmes and commissions, {found} end soon or have ended (of those without a stated end nothing is known).
nothing_ja: 補助・事業・委託の記載が、取り込まれた資料に見当たりません。
nothing_en: The sources record no programme and no commission.
explanation_ja: 期限の書かれた補助・基金・計画・委託のうち、指定した月数以内に終わるか、すでに過ぎたものを、それが支える団体やサービスとともに示します。年度だけが書かれたものは、期限を推し量りません。
explanation_en: 'Programmes and commissions with a stated end that lies within the given months or is past, with the bodies and services for which they pay. From a fiscal year alone no end is inferred.'
shown:
  name: {ja: 名前・内容, en: Name or work}
  kind:
    ja: 種別
    en: Kind
    values:
      fund: {ja: 基金・助成, en: fund}
      plan: {ja: 計画, en: plan}
      subsidy: {ja: 補助, en: subsidy}
      ordinance: {ja: 条例・要綱, en: ordinance}
      commission: {ja: 委託, en: commission}
      budget: {ja: 予算, en: budget}
      project: {ja: 事業, en: project}
      other: {ja: その他, en: other}
  area: {ja: 区域, en: Area}
  payer: {ja: 委託元, en: Commissioned by}
  pays_for: {ja: 支えているもの, en: Pays for}
  ends_on: {ja: 期限, en: Ends on}
  state:
    ja: 状態
    en: State
    values:
      ending: {ja: まもなく期限, en: ends soon}
      past: {ja: 期限を過ぎている, en: past its end}
  amount_yen: {ja: 金額（円）, en: Yen}
  sources_that_could_show: {ja: 補助や委託について述べた資料, en: Sources that could have shown it}
caution_ja: 資料に書かれた期限です。更新や延長が、まだ取り込まれていないことがあります。
caution_en: These are the ends that the sources state; a renewal may not have been loaded yet.
next_step_ja: 担当の課に、更新の見込みと、終わる場合に活動をどう続けるかを、早めに相談してみてください。
next_step_en: Ask the office in charge early whether it will be renewed, and how the activity could go on if not.
since: 1
*/
// A programme is here where it covers the area, was named for it, or pays for something placed in it; a commission where the
// commissioned body works, else where it is placed. payer_id and receiver_id: a programme's own id twice, or the two bodies.
MATCH (a:Area)
WHERE a.id IN $areas AND a.visibility IN $visible
WITH a, $as_of + duration({months: $months}) AS until
CALL (a) {
  MATCH (a)<-[v:COVERS]-(p:Programme)
  WHERE v.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p) AS covering
}
CALL (a) {
  MATCH (p:Programme)
  WHERE p.placed_in = a.id AND p.visibility IN $visible
  RETURN collect(DISTINCT p) AS named
}
CALL (a) {
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  MATCH (o)<-[f:FUNDS]-(p:Programme)
  WHERE f.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p) AS of_bodies
}
CALL (a) {
  MATCH (s:Service)
  WHERE s.placed_in = a.id AND s.visibility IN $visible
  MATCH (s)<-[f:FUNDS]-(p:Programme)
  WHERE f.visibility IN $visible AND p.visibility IN $visible
  RETURN collect(DISTINCT p) AS of_services
}
CALL (a, until, covering, named, of_bodies, of_services) {
  UNWIND covering + named + of_bodies + of_services AS p
  WITH DISTINCT p, until
  WHERE p.ends_on <= until
  OPTIONAL MATCH (p)-[f:FUNDS]->(t:Organization|Council|Service|Programme)
  WHERE f.visibility IN $visible AND t.visibility IN $visible
  WITH p, collect(DISTINCT t.name) AS paid, p.id AS fact
  OPTIONAL MATCH (e:Evidence {fact: fact})
  WHERE e.visibility IN $visible
  WITH p, paid, collect(e.id) AS quoted
  RETURN collect({payer_id: p.id, receiver_id: p.id, name: p.name, payer: null, paid: paid, last: p.ends_on,
    kind: CASE WHEN p.kind IN ['fund', 'plan', 'subsidy', 'ordinance', 'commission', 'budget', 'project'] THEN p.kind ELSE 'other' END,
    amount: p.amount_yen, quoted: quoted, speaks: 'programmes'}) AS programmes
}
CALL (a) {
  MATCH (a)<-[w:OPERATES_IN]-(o:Organization)
  WHERE w.visibility IN $visible AND o.visibility IN $visible
  RETURN collect(DISTINCT o) AS working
}
CALL (a) {
  MATCH (o:Organization)
  WHERE o.placed_in = a.id AND o.visibility IN $visible
  WITH * WHERE NOT EXISTS {
    MATCH (o)-[w:OPERATES_IN]->(h:Area)
    WHERE w.visibility IN $visible AND h.visibility IN $visible
  }
  RETURN collect(DISTINCT o) AS placed
}
CALL (until, working, placed) {
  UNWIND working + placed AS o
  MATCH (o)<-[c:COMMISSIONS]-(payer:Organization)
  WHERE c.visibility IN $visible AND payer.visibility IN $visible AND c.until <= until
  WITH o, c, payer, c.id AS fact
  OPTIONAL MATCH (e:Evidence {fact: fact})
  WHERE e.visibility IN $visible
  WITH o, c, payer, collect(e.id) AS quoted
  RETURN collect({payer_id: payer.id, receiver_id: o.id, name: c.what, kind: 'commission', payer: payer.name, paid: [o.name], last: c.until,
    amount: null, quoted: quoted, speaks: 'ties'}) AS commissions
}
WITH a, programmes + commissions AS ending
WHERE size(ending) > 0
MATCH up = (a)-[:PART_OF*0..5]->(y:Area)
WHERE all(place IN nodes(up) WHERE place.visibility IN $visible) AND all(step IN relationships(up) WHERE step.visibility IN $visible)
WITH a, ending, collect(DISTINCT y) AS above
CALL (above) {
  UNWIND above AS y
  MATCH (y)<-[w:SPEAKS_OF]-(src:Source)
  WHERE src.current AND src.visibility IN $visible AND w.visibility IN $visible AND w.kind IN ['programmes', 'ties']
    AND coalesce(w.ends_on >= $as_of, true) AND coalesce(w.begins <= $as_of, true)
  RETURN collect({dataset: src.dataset, kind: w.kind}) AS spoken
}
UNWIND ending AS one
RETURN a.id AS area_id, a.name AS area, one.payer_id AS payer_id, one.receiver_id AS receiver_id, one.name AS name, one.kind AS kind,
  one.payer AS payer, one.paid AS pays_for, one.last AS ends_on, CASE WHEN one.last < $as_of THEN 'past' ELSE 'ending' END AS state,
  one.amount AS amount_yen,
  reduce(seen = [], src IN spoken | CASE WHEN src.kind <> one.speaks OR src.dataset IN seen THEN seen ELSE seen + src.dataset END)
    AS sources_that_could_show,
  one.quoted AS evidence
ORDER BY area_id, payer_id, receiver_id
