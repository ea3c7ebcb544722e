-- Families of the same problem, what is mentioned again, what a finder was not sure of, and sentences that are gone.
ALTER TABLE ledger_item ADD COLUMN family TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_item ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger_item ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ledger_item_by_unit ON ledger_item (unit, state);

-- As which reading a report was taken last, so that nothing is looked at twice. Not the truth: may be emptied.
CREATE TABLE ledger_taken (
    report  TEXT PRIMARY KEY,
    reading TEXT NOT NULL
);
