-- Every file that was brought in or tried, and where it stands. A file in an archive is called ARCHIVE!/NAME.
-- When size, time and hash have not changed, its content need not be read again; the hash is empty where that is not sure.
CREATE TABLE intake_file (
    absolute_file TEXT    PRIMARY KEY,
    file          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    remedy        TEXT    NOT NULL,
    page          INTEGER NOT NULL,
    report        TEXT    NOT NULL,
    wants_ocr     INTEGER NOT NULL,
    bytes         BIGINT  NOT NULL,
    modified_at   TEXT    NOT NULL,
    sha256        TEXT    NOT NULL,
    said_org      TEXT    NOT NULL,
    said_year     INTEGER NOT NULL,
    since         TEXT    NOT NULL
);
CREATE INDEX intake_file_state ON intake_file (state);

INSERT INTO intake_file (absolute_file, file, state, reason, remedy, page, report, wants_ocr, bytes, modified_at, sha256,
    said_org, said_year, since)
SELECT k.absolute_file, k.absolute_file, 'imported', '', '', 0, COALESCE(MIN(v.report), ''), 0, k.bytes, k.modified_at,
       k.sha256, '', 0, k.modified_at
  FROM known_file k LEFT JOIN report_version v ON v.sha256 = k.sha256
 GROUP BY k.absolute_file, k.bytes, k.modified_at, k.sha256;

DROP TABLE known_file;
