// One lease for all who write: two programs must not each make their own.
CREATE CONSTRAINT writerlease_id IF NOT EXISTS FOR (n:WriterLease) REQUIRE n.id IS UNIQUE;
