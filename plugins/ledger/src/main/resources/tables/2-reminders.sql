-- Reminders. What was sent stands in ledger_reminder and stays for ever; each key of item, rule, revision and turn once.

-- One reminder that was sent. It lies in the workbench by standing here; other channels get it from the outbox.
-- due_on: the day it fell due; day: the day it speaks of, such as the deadline; audience: lines of role, tab, party.
CREATE TABLE ledger_reminder (
    number   INTEGER PRIMARY KEY,
    item     TEXT    NOT NULL,
    rule     TEXT    NOT NULL,
    revision TEXT    NOT NULL,
    turn     INTEGER NOT NULL,
    digest   INTEGER NOT NULL,
    due_on   TEXT    NOT NULL,
    sent_on  TEXT    NOT NULL,
    basis    TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    colour   TEXT    NOT NULL,
    audience TEXT    NOT NULL,
    proposes TEXT    NOT NULL
);
CREATE UNIQUE INDEX ledger_reminder_once ON ledger_reminder (item, rule, revision, turn);

CREATE TRIGGER ledger_reminder_stays BEFORE UPDATE ON ledger_reminder
BEGIN SELECT RAISE(ABORT, 'a reminder that was sent is never changed'); END;
CREATE TRIGGER ledger_reminder_remains BEFORE DELETE ON ledger_reminder
BEGIN SELECT RAISE(ABORT, 'a reminder that was sent is never deleted'); END;

-- What a channel that may fail is to be given; handed_on is empty until it took it.
CREATE TABLE ledger_reminder_outbox (
    channel   TEXT    NOT NULL,
    reminder  INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    handed_on TEXT    NOT NULL,
    failure   TEXT    NOT NULL,
    PRIMARY KEY (channel, reminder)
);
CREATE INDEX ledger_reminder_outbox_waiting ON ledger_reminder_outbox (handed_on, channel, reminder);

-- When an item is reminded of next; made from its events (up to last_event) and the rules (edition), and can be made again.
CREATE TABLE ledger_reminder_plan (
    item       TEXT    PRIMARY KEY,
    last_event INTEGER NOT NULL,
    edition    TEXT    NOT NULL,
    next_on    TEXT    NOT NULL,
    next_rule  TEXT    NOT NULL,
    next_basis TEXT    NOT NULL,
    next_day   TEXT    NOT NULL,
    next_name  TEXT    NOT NULL,
    next_colour TEXT   NOT NULL
);

-- From which day a rule counts: a rule that came later sends nothing for days before it. Empty for the first rules.
CREATE TABLE ledger_reminder_rule (
    line  TEXT PRIMARY KEY,
    since TEXT NOT NULL
);
