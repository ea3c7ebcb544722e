-- A figure is a statement: whose, in which role, in which direction, of what, compared with what.
-- An empty amount is a malformed number; numbers of `of` and `base` are ids of metrics of the same version.
ALTER TABLE metric ADD COLUMN id          TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN subject     TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN dimension   TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN qualifier   TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN kind        TEXT NOT NULL DEFAULT 'level';
ALTER TABLE metric ADD COLUMN basis       TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN scope       TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN direction   TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN of_metric   TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN base_metric TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN base_period TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN issue       TEXT NOT NULL DEFAULT '';
-- Its words as they stand in the text.
ALTER TABLE metric ADD COLUMN words       TEXT NOT NULL DEFAULT '';

-- Figures of one indicator over all reports, without the rows themselves.
CREATE INDEX metric_by_indicator ON metric (canonical, kind, report, version, period, basis, amount, amount_unit, number);

-- Which extractor read which version, whether it found something or not.
CREATE TABLE metric_reading (
    report    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    plugin    TEXT    NOT NULL,
    extension TEXT    NOT NULL,
    edition   TEXT    NOT NULL,
    PRIMARY KEY (report, version, plugin, extension),
    FOREIGN KEY (report, version) REFERENCES report_version (report, version) ON DELETE CASCADE
);
