/*
title_ja: 事実ごとの根拠のID
title_en: The ids of the evidence of facts
question_ja: この事実は、どの根拠に基づくか
question_en: On which evidence does each fact rest?
unscoped: evidence is asked for by the id of its fact
parameters:
  facts: {type: texts, default: [], about_ja: 事実のID, about_en: ids of the facts}
returns: [fact, evidence]
identity: [fact]
since: 1
*/
UNWIND $facts AS fact
MATCH (e:Evidence {fact: fact})
WHERE e.visibility IN $visible
RETURN fact, collect(DISTINCT e.id) AS evidence
ORDER BY fact
