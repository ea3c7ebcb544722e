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
