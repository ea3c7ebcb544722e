-- Letters. One is written down before it is sent, so that a second attempt is the same letter with the same Message-ID.

-- id: the Message-ID; made_at: its Date; words and subject are empty once the server took it (sent_on).
CREATE TABLE mail_letter (
    id       TEXT    PRIMARY KEY,
    address  TEXT    NOT NULL,
    made_at  TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    words    TEXT    NOT NULL,
    attempts INTEGER NOT NULL,
    sent_on  TEXT    NOT NULL
);
CREATE INDEX mail_letter_open ON mail_letter (sent_on);

-- Which reminder stands in which letter to an address: each once.
CREATE TABLE mail_reminder (
    reminder INTEGER NOT NULL,
    address  TEXT    NOT NULL,
    letter   TEXT    NOT NULL,
    PRIMARY KEY (reminder, address)
);
CREATE INDEX mail_reminder_letter ON mail_reminder (letter);

-- Addresses that the server refused for good; they are tried again on another day.
CREATE TABLE mail_refusal (
    address TEXT PRIMARY KEY,
    day     TEXT NOT NULL,
    why     TEXT NOT NULL
);
