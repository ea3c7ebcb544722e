-- What lists are filtered by and figures are made of, and a way from a file's hash to what it proves.
ALTER TABLE ledger_item ADD COLUMN common INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN campaign TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_item ADD COLUMN closed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_item ADD COLUMN milestone_due TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_item ADD COLUMN oddities INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN rules_made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN persons_held INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ledger_event_of_evidence ON ledger_event (subject) WHERE act = 'evidence';
