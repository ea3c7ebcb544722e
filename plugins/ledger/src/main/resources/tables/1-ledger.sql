-- The ledger. What happened stands in ledger_event alone and stays for ever; ledger_item is made from it and can be made again.

-- One event: what somebody did to one subject (an item ZG-…, a remedy CS-…, a party DW-… or RY-…).
-- changes holds lines of field, old value and new value; each event holds the hash of the one before it.
CREATE TABLE ledger_event (
    sequence INTEGER PRIMARY KEY,
    subject  TEXT    NOT NULL,
    batch    INTEGER NOT NULL,
    undoes   INTEGER NOT NULL,
    at       TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    role     TEXT    NOT NULL,
    act      TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    changes  TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    hash     TEXT    NOT NULL
);
CREATE INDEX ledger_event_by_subject ON ledger_event (subject, sequence);
CREATE INDEX ledger_event_by_batch ON ledger_event (batch, subject);

CREATE TRIGGER ledger_event_stays BEFORE UPDATE ON ledger_event
BEGIN SELECT RAISE(ABORT, 'an event of the ledger is never changed'); END;
CREATE TRIGGER ledger_event_remains BEFORE DELETE ON ledger_event
BEGIN SELECT RAISE(ABORT, 'an event of the ledger is never deleted'); END;

-- How each item stands, for lists. Empty text and 0 stand for none.
CREATE TABLE ledger_item (
    id            TEXT    PRIMARY KEY,
    state         TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    unit          TEXT    NOT NULL,
    year          INTEGER NOT NULL,
    category      TEXT    NOT NULL,
    severity      TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    report        TEXT    NOT NULL,
    lead          TEXT    NOT NULL,
    leader        TEXT    NOT NULL,
    case_leader   TEXT    NOT NULL,
    person        TEXT    NOT NULL,
    deadline_first TEXT   NOT NULL,
    deadline      TEXT    NOT NULL,
    proposed_on   TEXT    NOT NULL,
    registered_on TEXT    NOT NULL,
    assigned_on   TEXT    NOT NULL,
    received_on   TEXT    NOT NULL,
    submitted_on  TEXT    NOT NULL,
    closed_on     TEXT    NOT NULL,
    suspended_until TEXT  NOT NULL,
    look_back_due TEXT    NOT NULL,
    result        TEXT    NOT NULL,
    listed        TEXT    NOT NULL,
    progress      INTEGER NOT NULL,
    extensions    INTEGER NOT NULL,
    look_backs    INTEGER NOT NULL,
    rebounds      INTEGER NOT NULL,
    days_to_close INTEGER NOT NULL,
    reopened      INTEGER NOT NULL,
    occurrence    INTEGER NOT NULL,
    remedies_done INTEGER NOT NULL,
    amount_found  INTEGER NOT NULL,
    amount_fixed  INTEGER NOT NULL,
    events        INTEGER NOT NULL,
    last_event    INTEGER NOT NULL
);
CREATE INDEX ledger_item_by_deadline ON ledger_item (deadline, state);
CREATE INDEX ledger_item_by_report ON ledger_item (report);
CREATE INDEX ledger_item_by_state ON ledger_item (state, id);
