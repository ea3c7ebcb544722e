-- What is known of each report for comparing: derived, and made again whenever `form` is not the program's own.

-- Up to which change of the store the sheets are made. One row.
CREATE TABLE compare_state (
    id       INTEGER PRIMARY KEY,
    sequence BIGINT  NOT NULL,
    form     INTEGER NOT NULL
);

-- Whose report it is and how much of it can be compared. Year 0 and empty names are unknown.
CREATE TABLE compare_sheet (
    report     TEXT    PRIMARY KEY,
    title      TEXT    NOT NULL,
    org        TEXT    NOT NULL,
    region     TEXT    NOT NULL,
    year       INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    paragraphs INTEGER NOT NULL,
    words      INTEGER NOT NULL,
    sentences  INTEGER NOT NULL
);

-- For each paragraph its number (4 bytes) and its sketch (64 bytes); see Sketch.
CREATE TABLE compare_sketch (
    report   TEXT  PRIMARY KEY,
    sketches BYTEA NOT NULL
);

-- For each sentence 36 bytes; see Sentence.
CREATE TABLE compare_sentence (
    report    TEXT  PRIMARY KEY,
    sentences BYTEA NOT NULL
);
