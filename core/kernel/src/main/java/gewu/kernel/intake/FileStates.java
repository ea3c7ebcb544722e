package gewu.kernel.intake;

import gewu.api.intake.Brought;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where every file stands that was brought in or tried, kept in the store, so that a crash loses nothing and an import
/// that is run again need not read what has not changed.
final class FileStates {
    /// A file changed so shortly before it was read could change once more and keep its time: it is read again.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final String FIND = """
            SELECT file, absolute_file, state, reason, remedy, page, report, wants_ocr, bytes, modified_at, sha256,
                   said_org, said_year, since
              FROM intake_file""";
    private static final String ONE = FIND + " WHERE absolute_file = ?";
    private static final String IN_STATE = FIND + " WHERE state = ? ORDER BY absolute_file";
    private static final String WANTING = FIND + " WHERE wants_ocr = 1 AND state <> ? ORDER BY absolute_file";
    private static final String BELOW = FIND + " WHERE absolute_file LIKE ? ESCAPE '\\' AND state = ?";
    private static final String ALL = FIND + " ORDER BY absolute_file";
    private static final String QUEUE = """
            INSERT INTO intake_file (absolute_file, file, state, reason, remedy, page, report, wants_ocr, bytes, modified_at,
                sha256, said_org, said_year, since)
            VALUES (?, ?, 'queued', '', '', 0, '', 0, 0, '', '', ?, ?, ?)
            ON CONFLICT (absolute_file) DO UPDATE
               SET file = excluded.file, state = 'queued', said_org = excluded.said_org, said_year = excluded.said_year,
                   since = excluded.since""";
    private static final String PARSING =
            "UPDATE intake_file SET state = 'parsing', since = ? WHERE absolute_file = ? AND state = 'queued'";
    private static final String WAIT_AGAIN =
            "UPDATE intake_file SET state = 'queued', since = ? WHERE absolute_file = ? AND state = 'parsing'";
    private static final String SETTLE = """
            INSERT INTO intake_file (absolute_file, file, state, reason, remedy, page, report, wants_ocr, bytes, modified_at,
                sha256, said_org, said_year, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?)
            ON CONFLICT (absolute_file) DO UPDATE
               SET file = excluded.file, state = excluded.state, reason = excluded.reason, remedy = excluded.remedy,
                   page = excluded.page, report = excluded.report, wants_ocr = excluded.wants_ocr,
                   bytes = excluded.bytes, modified_at = excluded.modified_at, sha256 = excluded.sha256,
                   since = excluded.since""";

    private static final String REMEMBER =
            "INSERT INTO intake_folder (folder) VALUES (?) ON CONFLICT (folder) DO NOTHING";
    private static final String FOLDERS = "SELECT folder FROM intake_folder ORDER BY folder";

    private final Store store;
    private final Clock clock;

    FileStates(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A file as it stands in the store.
    ///
    /// @param wantsOcr   whether more could be read of it with a text recogniser
    /// @param modifiedAt when it was changed before it was last read; empty if it may have changed since
    /// @param sha256     of its content then; empty if it was not read, or may have changed since
    /// @param said       what a person said when it was queued
    record Known(
            FileRecord record,
            String absoluteFile,
            boolean wantsOcr,
            long bytes,
            String modifiedAt,
            String sha256,
            Intake.Overrides said) {
        /// Whether the file on disk is as it was when it was last read.
        boolean isUnchanged(BasicFileAttributes now) {
            return bytes == now.size() && modifiedAt.equals(modified(now).toString());
        }

        boolean isSettled() {
            return record.state() != Brought.State.QUEUED && record.state() != Brought.State.PARSING;
        }
    }

    /// What a reading of the file's content was of.
    ///
    /// @param attributes as they were before it was read
    record Content(BasicFileAttributes attributes, String sha256) {}

    Optional<Known> find(String absoluteFile) {
        return store.first(ONE, FileStates::known, absoluteFile);
    }

    List<Known> inState(Brought.State state) {
        return store.query(IN_STATE, FileStates::known, state.id());
    }

    /// Files that were brought in although some of their pages could not be read without a text recogniser.
    List<Known> wantingOcr() {
        return store.query(WANTING, FileStates::known, Brought.State.NEEDS_OCR.id());
    }

    /// The files of an archive that stand in a state.
    List<Known> inside(String archive, Brought.State state) {
        String literal = archive.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return store.query(BELOW, FileStates::known, literal + Source.INSIDE + "%", state.id());
    }

    List<FileRecord> all() {
        return store.query(ALL, row -> known(row).record());
    }

    /// Notes which of the files to be read wait for their turn.
    ///
    /// @param waits whether a file is not known as it is
    void queue(List<ReadAhead.Step> steps, Predicate<Source> waits) {
        store.inTransaction(() -> {
            for (ReadAhead.Step step : steps) {
                if (step instanceof ReadAhead.Step.Read(Source source) && waits.test(source)) {
                    queue(source.absolute(), source.file(), source.said());
                }
            }
        });
    }

    /// Notes that folders were imported.
    void remember(List<Path> folders) {
        store.inTransaction(() -> folders.forEach(it -> store.update(REMEMBER, it.toString())));
    }

    /// All folders that were ever imported, resolved.
    List<Path> folders() {
        return store.query(FOLDERS, row -> Path.of(row.text("folder")));
    }

    /// The files of an archive that are in reports.
    List<Known> reportedInside(String archive) {
        return Stream.of(Brought.State.IMPORTED, Brought.State.UPDATED, Brought.State.DUPLICATE)
                .flatMap(state -> inside(archive, state).stream())
                .filter(it -> !it.record().report().isEmpty())
                .toList();
    }

    /// Whether a file is unknown, or has not come to an end.
    boolean isOpen(String absoluteFile) {
        return find(absoluteFile).filter(Known::isSettled).isEmpty();
    }

    /// Notes that a file waits for its turn. Call it in a transaction.
    void queue(String absoluteFile, String file, Intake.Overrides said) {
        store.update(QUEUE, absoluteFile, file, said.org(), said.year(), clock.instant());
    }

    /// Notes which of the waiting files are being read.
    void parsing(List<Source> sources) {
        store.inTransaction(() -> sources.forEach(it -> store.update(PARSING, clock.instant(), it.absolute())));
    }

    /// Notes that files which were being read wait for their turn again.
    void waitAgain(List<Source> sources) {
        if (!sources.isEmpty()) {
            store.inTransaction(() -> sources.forEach(it -> store.update(WAIT_AGAIN, clock.instant(), it.absolute())));
        }
    }

    /// Notes what became of a file.
    void settle(Source source, Outcome outcome, Optional<Content> content) {
        Optional<Content> sure = content.filter(it -> isSettled(it.attributes()));
        store.update(
                SETTLE,
                source.absolute(),
                source.file(),
                outcome.state().id(),
                outcome.reason(),
                outcome.remedy(),
                outcome.page(),
                outcome.report(),
                outcome.wantsOcr() ? 1 : 0,
                sure.map(it -> it.attributes().size()).orElse(0L),
                sure.map(it -> modified(it.attributes()).toString()).orElse(""),
                sure.map(Content::sha256).orElse(""),
                clock.instant());
    }

    /// Whether a file was changed so long ago that it would get another time if it were changed again.
    boolean isSettled(BasicFileAttributes file) {
        return modified(file).isBefore(clock.instant().minus(SETTLED));
    }

    private static Instant modified(BasicFileAttributes file) {
        return file.lastModifiedTime().toInstant();
    }

    private static Known known(Row row) {
        return new Known(
                new FileRecord(
                        row.text("file"),
                        Brought.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                        row.text("report"),
                        row.text("reason"),
                        row.text("remedy"),
                        (int) row.number("page"),
                        row.instant("since")),
                row.text("absolute_file"),
                row.number("wants_ocr") == 1,
                row.number("bytes"),
                row.text("modified_at"),
                row.text("sha256"),
                new Intake.Overrides(row.text("said_org"), (int) row.number("said_year")));
    }
}
