// A question about one area begins at that area, however large the graph is; findings are looked for by their question.
CREATE INDEX organization_place IF NOT EXISTS FOR (n:Organization) ON (n.placed_in);
CREATE INDEX council_place IF NOT EXISTS FOR (n:Council) ON (n.placed_in);
CREATE INDEX service_place IF NOT EXISTS FOR (n:Service) ON (n.placed_in);
CREATE INDEX need_place IF NOT EXISTS FOR (n:Need) ON (n.placed_in);
CREATE INDEX programme_place IF NOT EXISTS FOR (n:Programme) ON (n.placed_in);
CREATE INDEX post_place IF NOT EXISTS FOR (n:Post) ON (n.placed_in);
CREATE INDEX finding_question IF NOT EXISTS FOR (n:Finding) ON (n.question);
