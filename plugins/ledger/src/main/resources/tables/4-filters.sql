-- Filters that people use again and again, and what lists by person, by leader and by day need to be quick.

-- A saved filter (常用筛选). owner is empty for one that is everybody's; words holds lines of name, tab, value.
CREATE TABLE ledger_filter (
    owner TEXT NOT NULL,
    name  TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (owner, name)
);

-- Days of items besides deadline and look-back: milestones to be reached, letters to be answered, yearly reviews.
-- Made from events like ledger_item; gewu ledger rebuild makes it again.
CREATE TABLE ledger_day (
    item   TEXT NOT NULL,
    basis  TEXT NOT NULL,
    number TEXT NOT NULL,
    day    TEXT NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (item, basis, number)
);
CREATE INDEX ledger_day_by_day ON ledger_day (day, item);

-- Until when an extension was asked for that nobody has decided on yet; who accepts.
ALTER TABLE ledger_item ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_item ADD COLUMN verifier TEXT NOT NULL DEFAULT '';
CREATE INDEX ledger_item_by_urgency ON ledger_item (state, deadline, id);
CREATE INDEX ledger_item_by_look_back ON ledger_item (state, look_back_due, id);
CREATE INDEX ledger_item_by_lead ON ledger_item (lead, state);
CREATE INDEX ledger_item_by_person ON ledger_item (person, state);
CREATE INDEX ledger_item_by_leader ON ledger_item (leader, state);
CREATE INDEX ledger_item_by_case_leader ON ledger_item (case_leader, state);
