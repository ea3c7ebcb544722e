-- How pages look, what tables stand in a text, and which recognised words are doubtful.

-- What is asked page by page: `look` is packed text (see PackedLook).
CREATE TABLE page_look (
    report  TEXT    NOT NULL,
    version INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    origin  TEXT    NOT NULL,
    why     TEXT    NOT NULL,
    look    TEXT    NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE report_table (
    report       TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    start_at     INTEGER NOT NULL,
    end_at       INTEGER NOT NULL,
    row_count    INTEGER NOT NULL,
    column_count INTEGER NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE table_cell (
    report      TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    at_row      INTEGER NOT NULL,
    at_column   INTEGER NOT NULL,
    row_span    INTEGER NOT NULL,
    column_span INTEGER NOT NULL,
    is_head     INTEGER NOT NULL,
    start_at    INTEGER NOT NULL,
    end_at      INTEGER NOT NULL,
    PRIMARY KEY (report, version, number, at_row, at_column),
    FOREIGN KEY (report, version, number) REFERENCES report_table (report, version, number) ON DELETE CASCADE
);

-- Confidence is in basis points.
CREATE TABLE doubt (
    report     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    start_at   INTEGER NOT NULL,
    end_at     INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    PRIMARY KEY (report, version, start_at),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

-- What the end of a line means in this text: broken or whole.
ALTER TABLE report_text ADD COLUMN lines TEXT NOT NULL DEFAULT 'broken';
