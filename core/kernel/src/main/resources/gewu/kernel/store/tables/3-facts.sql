-- What a version's text and file name tell about the report, and where. Confidence is in basis points.
-- Without a passage page is 0. What persons say stands in report_override.
CREATE TABLE report_fact (
    report     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    field      TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    page       INTEGER NOT NULL,
    start_at   INTEGER NOT NULL,
    end_at     INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    PRIMARY KEY (report, version, field),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);
