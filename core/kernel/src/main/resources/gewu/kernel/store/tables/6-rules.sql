-- Folders that were imported: their rules files count for the files in them.
CREATE TABLE intake_folder (
    folder TEXT PRIMARY KEY
);

-- What the rules of folders say about a report, for each file that holds it; the word that came last counts.
CREATE TABLE report_rule (
    report  TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    file    TEXT NOT NULL,
    field   TEXT NOT NULL,
    value   TEXT NOT NULL,
    rule    TEXT NOT NULL,
    said_at TEXT NOT NULL,
    PRIMARY KEY (report, file, field)
);
