-- One who follows reports finds the next one without passing over a hundred thousand changes of the ledger.
CREATE INDEX change_log_by_subject ON change_log (subject, sequence);
