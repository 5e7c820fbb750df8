// Loads, the ledger of merges, and the indexes with which evidence and what was withdrawn are found again.
CREATE CONSTRAINT load_id IF NOT EXISTS FOR (n:Load) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT merge_id IF NOT EXISTS FOR (n:Merge) REQUIRE n.id IS UNIQUE;
CREATE INDEX evidence_load IF NOT EXISTS FOR (n:Evidence) ON (n.load);
CREATE INDEX withdrawn_fact IF NOT EXISTS FOR (n:Withdrawn) ON (n.fact);
CREATE INDEX withdrawn_because_of IF NOT EXISTS FOR (n:Withdrawn) ON (n.because_of);
CREATE INDEX withdrawn_operation IF NOT EXISTS FOR (n:Withdrawn) ON (n.operation);
