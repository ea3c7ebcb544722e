-- The house's tables, in SQL that SQLite and PostgreSQL both run. Never edited after release: add 2-….sql.
-- Offsets are UTF-16 units into the source text of the version, ends exclusive. Dates and instants are ISO text.

-- Sequence numbers rise without a gap and are never given twice, also after deletes.
CREATE TABLE change_counter (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    last     BIGINT  NOT NULL
);
INSERT INTO change_counter (only_row, last) VALUES (1, 0);

CREATE TABLE change_log (
    sequence BIGINT PRIMARY KEY,
    subject  TEXT NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       TEXT NOT NULL
);

-- One report: its newest version, and its facts as people see them (what a person said wins over the text).
CREATE TABLE report (
    id      TEXT    PRIMARY KEY,
    version INTEGER NOT NULL,
    title   TEXT    NOT NULL,
    org     TEXT    NOT NULL,
    region  TEXT    NOT NULL,
    year    INTEGER NOT NULL,
    kind    TEXT    NOT NULL
);

-- What a person said about a report: a field such as org or year, and its value.
CREATE TABLE report_override (
    report  TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    field   TEXT NOT NULL,
    value   TEXT NOT NULL,
    said_at TEXT NOT NULL,
    PRIMARY KEY (report, field)
);

-- One content of a report; facts as the text states them. The original file stands under originals/ by its sha256.
CREATE TABLE report_version (
    report           TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    version          INTEGER NOT NULL,
    sha256           TEXT    NOT NULL,
    bytes            BIGINT  NOT NULL,
    media_type       TEXT    NOT NULL,
    file             TEXT    NOT NULL,
    absolute_file    TEXT    NOT NULL,
    pages            INTEGER NOT NULL,
    paragraphs       INTEGER NOT NULL,
    characters       INTEGER NOT NULL,
    imported_at      TEXT    NOT NULL,
    importer         TEXT    NOT NULL,
    importer_version TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    org              TEXT    NOT NULL,
    region           TEXT    NOT NULL,
    year             INTEGER NOT NULL,
    kind             TEXT    NOT NULL,
    PRIMARY KEY (report, version)
);
CREATE INDEX report_version_sha256 ON report_version (sha256);
CREATE INDEX report_version_file ON report_version (absolute_file);

-- The source text, once; paragraphs, headings and passages are slices of it.
CREATE TABLE report_text (
    report  TEXT    NOT NULL,
    version INTEGER NOT NULL,
    text    TEXT    NOT NULL,
    PRIMARY KEY (report, version),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE page (
    report   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at   INTEGER NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE section (
    report         TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    parent         INTEGER NOT NULL,
    level          INTEGER NOT NULL,
    label          TEXT    NOT NULL,
    heading        TEXT    NOT NULL,
    role           TEXT    NOT NULL,
    start_at       INTEGER NOT NULL,
    heading_end_at INTEGER NOT NULL,
    end_at         INTEGER NOT NULL,
    page           INTEGER NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE paragraph (
    report   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    page     INTEGER NOT NULL,
    section  INTEGER NOT NULL,
    start_at INTEGER NOT NULL,
    end_at   INTEGER NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

-- What plugins read from a version. Each row belongs to the plugin, its version and the contribution that found it.
-- Amounts are decimal text, confidence is in basis points.
CREATE TABLE metric (
    report         TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    plugin         TEXT    NOT NULL,
    plugin_version TEXT    NOT NULL,
    extension      TEXT    NOT NULL,
    number         INTEGER NOT NULL,
    indicator      TEXT    NOT NULL,
    canonical      TEXT    NOT NULL,
    period         TEXT    NOT NULL,
    value          TEXT    NOT NULL,
    unit           TEXT    NOT NULL,
    amount         TEXT    NOT NULL,
    amount_unit    TEXT    NOT NULL,
    page           INTEGER NOT NULL,
    start_at       INTEGER NOT NULL,
    end_at         INTEGER NOT NULL,
    confidence     INTEGER NOT NULL,
    why            TEXT    NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE problem (
    report         TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    plugin         TEXT    NOT NULL,
    plugin_version TEXT    NOT NULL,
    extension      TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    category       TEXT    NOT NULL,
    page           INTEGER NOT NULL,
    start_at       INTEGER NOT NULL,
    end_at         INTEGER NOT NULL,
    confidence     INTEGER NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, id),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE cause (
    report         TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    plugin         TEXT    NOT NULL,
    plugin_version TEXT    NOT NULL,
    extension      TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    problem        TEXT    NOT NULL,
    page           INTEGER NOT NULL,
    start_at       INTEGER NOT NULL,
    end_at         INTEGER NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, id),
    FOREIGN KEY (report, version, plugin, extension, problem)
        REFERENCES problem (report, version, plugin, extension, id) ON DELETE CASCADE
);

CREATE TABLE remedy (
    report         TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    plugin         TEXT    NOT NULL,
    plugin_version TEXT    NOT NULL,
    extension      TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    page           INTEGER NOT NULL,
    start_at       INTEGER NOT NULL,
    end_at         INTEGER NOT NULL,
    confidence     INTEGER NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, id),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

CREATE TABLE problem_remedy (
    report         TEXT NOT NULL,
    version        INTEGER NOT NULL,
    plugin         TEXT NOT NULL,
    plugin_version TEXT NOT NULL,
    extension      TEXT NOT NULL,
    problem        TEXT NOT NULL,
    remedy         TEXT NOT NULL,
    strength       TEXT NOT NULL,
    why            TEXT NOT NULL,
    PRIMARY KEY (report, version, plugin, extension, problem, remedy),
    FOREIGN KEY (report, version, plugin, extension, problem)
        REFERENCES problem (report, version, plugin, extension, id) ON DELETE CASCADE,
    FOREIGN KEY (report, version, plugin, extension, remedy)
        REFERENCES remedy (report, version, plugin, extension, id) ON DELETE CASCADE
);

-- What went wrong beside a good import: a contribution that failed, or answered against its contract.
CREATE TABLE intake_remark (
    report    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    plugin    TEXT    NOT NULL,
    extension TEXT    NOT NULL,
    words     TEXT    NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);

-- Files seen before: when size and time have not changed, the content need not be read again.
CREATE TABLE known_file (
    absolute_file TEXT   PRIMARY KEY,
    bytes         BIGINT NOT NULL,
    modified_at   TEXT   NOT NULL,
    sha256        TEXT   NOT NULL
);
