-- What people keep: saved searches and what they told, frozen results, notes and tags. Nothing here belongs to a report
-- by a foreign key: what a person wrote stays when its report goes. What is removed is kept too, with removed_at.
-- person is empty while there are no accounts. Anchors are written as in links.

-- What was asked: the words, and what the options said. Empty and 0 stand for any.
CREATE TABLE notebook_question (
    id             BIGINT  PRIMARY KEY,
    words          TEXT    NOT NULL,
    org            TEXT    NOT NULL,
    region         TEXT    NOT NULL,
    first_year     INTEGER NOT NULL,
    last_year      INTEGER NOT NULL,
    role           TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    syntax         TEXT    NOT NULL,
    is_exact       INTEGER NOT NULL,
    is_one_script  INTEGER NOT NULL,
    has_synonyms   INTEGER NOT NULL,
    has_lookalikes INTEGER NOT NULL
);

CREATE TABLE notebook_search (
    id         BIGINT  PRIMARY KEY,
    name       TEXT    NOT NULL,
    question   BIGINT  NOT NULL REFERENCES notebook_question (id),
    person     TEXT    NOT NULL,
    made_at    TEXT    NOT NULL,
    removed_at TEXT,
    seen       BIGINT  NOT NULL -- the last change that it knows of; -1 until all its hits are written down
);

-- The paragraphs that a saved search has met, by the hashes of their words, parted by spaces.
CREATE TABLE notebook_known (
    search BIGINT NOT NULL REFERENCES notebook_search (id),
    report TEXT   NOT NULL,
    hashes TEXT   NOT NULL,
    PRIMARY KEY (search, report)
);

-- New hits of saved searches; told_at and telling are null until they were shown. What was told together has one telling.
CREATE TABLE notebook_alert (
    id        BIGINT  PRIMARY KEY,
    search    BIGINT  NOT NULL REFERENCES notebook_search (id),
    found_at  TEXT    NOT NULL,
    told_at   TEXT,
    telling   BIGINT,
    anchor    TEXT    NOT NULL,
    report    TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    org       TEXT    NOT NULL,
    year      INTEGER NOT NULL,
    section   TEXT    NOT NULL,
    page      INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    words     TEXT    NOT NULL,
    marks     TEXT    NOT NULL
);
CREATE INDEX notebook_alert_telling ON notebook_alert (telling);

-- A question and its answer, frozen. frozen_at is null until all of it is written.
CREATE TABLE notebook_entry (
    id          BIGINT  PRIMARY KEY,
    question    BIGINT  NOT NULL REFERENCES notebook_question (id),
    remark      TEXT    NOT NULL,
    understood  TEXT    NOT NULL,
    paragraphs  BIGINT  NOT NULL,
    reports     BIGINT  NOT NULL,
    occurrences BIGINT  NOT NULL,
    person      TEXT    NOT NULL,
    frozen_at   TEXT,
    removed_at  TEXT
);

CREATE TABLE notebook_passage (
    entry     BIGINT  NOT NULL REFERENCES notebook_entry (id),
    number    INTEGER NOT NULL,
    anchor    TEXT    NOT NULL,
    report    TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    org       TEXT    NOT NULL,
    year      INTEGER NOT NULL,
    section   TEXT    NOT NULL,
    page      INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    words     TEXT    NOT NULL,
    marks     TEXT    NOT NULL,
    PRIMARY KEY (entry, number)
);

-- A note or a tag on a passage; page and paragraph are those of the day it was written.
CREATE TABLE notebook_annotation (
    id         BIGINT  PRIMARY KEY,
    kind       TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    anchor     TEXT    NOT NULL,
    report     TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    page       INTEGER NOT NULL,
    paragraph  INTEGER NOT NULL,
    quote      TEXT    NOT NULL,
    person     TEXT    NOT NULL,
    made_at    TEXT    NOT NULL,
    changed_at TEXT    NOT NULL,
    removed_at TEXT
);
CREATE INDEX notebook_annotation_report ON notebook_annotation (report);
