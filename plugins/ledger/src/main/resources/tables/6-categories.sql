-- Forms offer the categories that items have: each is found behind the one before, however many items there are.
CREATE INDEX ledger_item_by_category ON ledger_item (category);
