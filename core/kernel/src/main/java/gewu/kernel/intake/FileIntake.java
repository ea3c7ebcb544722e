package gewu.kernel.intake;

import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.intake.Outline;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.Sectioner;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.SourceText;
import gewu.api.store.Store;
import gewu.kernel.read.FileReader;
import gewu.kernel.read.HouseReader;
import gewu.kernel.read.ReadRequest;
import gewu.kernel.read.ReadResult;
import gewu.kernel.report.Finding;
import gewu.kernel.report.FindingTable;
import gewu.kernel.report.Origin;
import gewu.kernel.report.ReportTable;
import gewu.kernel.workspace.Originals;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings files in, one after the other: read, cut, learn who wrote it, let plugins read it, and keep all
/// of it in one
/// transaction. The store is the truth; the index follows it.
///
/// Safe for all threads: imports take turns file by file.
public final class FileIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

    /// Taken when an importer names no limit of its own.
    private static final long USUAL_LIMIT = 64_000_000;

    private final Workspace workspace;
    private final Store store;
    private final Extensions extensions;
    private final UnaryOperator<String> versionOf;
    private final Runnable catchUp;
    private final Clock clock;
    private final ReportTable reports;
    private final FindingTable findings;
    private final KnownFiles known;
    private final Originals originals;
    private final Readers readers;
    private final FactReader facts = new FactReader();
    private final FileReader reader;
    private final ReentrantLock turn = new ReentrantLock(true);

    /// @param versionOf the version of a plugin by its id
    /// @param catchUp   brings the index up to date with the store
    public FileIntake(
            Workspace workspace,
            Store store,
            Extensions extensions,
            UnaryOperator<String> versionOf,
            Runnable catchUp,
            Clock clock) {
        this.workspace = workspace;
        this.store = store;
        this.extensions = extensions;
        this.versionOf = versionOf;
        this.catchUp = catchUp;
        this.clock = clock;
        this.reports = new ReportTable(store);
        this.findings = new FindingTable(store);
        this.known = new KnownFiles(store, clock);
        this.originals = new Originals(workspace);
        this.readers = new Readers(extensions, versionOf);
        this.reader = new HouseReader(extensions);
    }

    @Override
    public List<Brought> bringIn(List<Path> paths, Overrides overrides, Progress progress, Consumer<Brought> each) {
        List<FileWalk.Stop> stops = FileWalk.through(paths, workspace.folder());
        progress.total(stops.size());
        List<Brought> all = new ArrayList<>();
        IndexFollower follower = new IndexFollower(catchUp);
        try {
            for (FileWalk.Stop stop : stops) {
                progress.stopIfCancelled();
                Brought brought = bringIn(stop, overrides);
                all.add(brought);
                each.accept(brought);
                progress.step(brought.file());
                if (brought.state() == Brought.State.IMPORTED || brought.state() == Brought.State.UPDATED) {
                    follower.changed();
                }
            }
        } finally {
            follower.end();
        }
        return List.copyOf(all);
    }

    private Brought bringIn(FileWalk.Stop stop, Overrides said) {
        long began = System.nanoTime();
        Outcome outcome = switch (stop) {
            case FileWalk.Stop.File(Path path) -> bringIn(path, said);
            case FileWalk.Stop.Trouble(Path _, Brought.State state, String reason) ->
                new Outcome(state, "", reason, 0, 0);
        };
        long millis = (System.nanoTime() - began) / 1_000_000;
        return new Brought(
                stop.path().toString(),
                outcome.state(),
                outcome.report(),
                outcome.reason(),
                outcome.pages(),
                outcome.characters(),
                millis);
    }

    /// A file ends in one state, whatever happens to it; only a workspace that can't be used ends the import.
    private Outcome bringIn(Path file, Overrides said) {
        turn.lock();
        try {
            return bringInNow(file, said);
        } catch (WorkbenchException refused) {
            if (refused.kind() == WorkbenchException.Kind.WORKSPACE) {
                throw refused;
            }
            return Outcome.failed(refused.getMessage() + " " + refused.remedy());
        } catch (PluginFault fault) {
            return Outcome.failed(file + " could not be read: " + fault.getMessage());
        } catch (AccessDeniedException denied) {
            return Outcome.failed("You have no rights to read " + file + ". Ask its owner for the right to read it.");
        } catch (IOException unreadable) {
            return Outcome.failed(file + " can't be read: " + unreadable.getMessage()
                    + ". See to the disk or the network, then import it again.");
        } catch (OutOfMemoryError tooLarge) {
            return Outcome.failed(file + " needs more memory than this program has. Split the file, or give more memory"
                    + " with the Java option -Xmx.");
        } catch (RuntimeException unexpected) {
            LOG.debug("{} could not be brought in; the other files go on.", file, unexpected);
            return Outcome.failed(file + " could not be brought in: " + unexpected
                    + ". This is a fault of the program; gewu doctor looks whether all is whole.");
        } finally {
            turn.unlock();
        }
    }

    private Outcome bringInNow(Path file, Overrides said) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        String absolute = file.toRealPath().toString();
        if (now.size() == 0) {
            throw new WorkbenchException(
                    file + " is empty.", "Save it again in the program that made it, or leave it out.");
        }
        Optional<Outcome> unchanged = known.hash(absolute, now).flatMap(hash -> repeated(hash, absolute, said));
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        FileKind kind = FileKind.of(file);
        Extension<ReportImporter> importer = importerFor(file, kind);
        try (Originals.Staged staged = stage(file, importer)) {
            Optional<Outcome> repeated = repeated(staged.sha256(), absolute, said);
            if (repeated.isPresent()) {
                known.remember(absolute, now, staged.sha256());
                return repeated.get();
            }
            ReadResult.Words words = wordsOf(file, kind, importer, staged);
            Origin origin = new Origin(
                    file.toString(),
                    absolute,
                    staged.sha256(),
                    staged.bytes(),
                    kind.mediaType(),
                    clock.instant(),
                    importer.plugin(),
                    versionOf.apply(importer.plugin()));
            originals.keep(staged);
            return keep(words, origin, said, now);
        }
    }

    /// The content is there already, unless this file's report has had it, lost it, and has it again.
    private Optional<Outcome> repeated(String sha256, String absolute, Overrides said) {
        Optional<ReportTable.Kept> kept = reports.withHash(sha256);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String report = kept.get().report();
        boolean isNewest = kept.get().isNewest();
        boolean comesBack = !isNewest
                && reports.fromFile(absolute)
                        .filter(it -> it.report().equals(report))
                        .isPresent();
        if (comesBack) {
            return Optional.empty();
        }
        if (listen(report, said)) {
            return Optional.of(new Outcome(Brought.State.UPDATED, report, "", 0, 0));
        }
        String reason = isNewest ? "" : "It is an older version of report " + report + ".";
        return Optional.of(new Outcome(Brought.State.DUPLICATE, report, reason, 0, 0));
    }

    /// Keeps what a person says about a report that is there already.
    ///
    /// @return whether that was news
    private boolean listen(String report, Overrides said) {
        Map<String, String> news = fields(said);
        news.entrySet().removeAll(reports.said(report).entrySet());
        if (news.isEmpty()) {
            return false;
        }
        store.inTransaction(() -> {
            news.forEach((field, value) -> reports.say(report, field, value, clock.instant()));
            reports.showAnew(report);
        });
        return true;
    }

    private Extension<ReportImporter> importerFor(Path file, FileKind kind) {
        List<Extension<ReportImporter>> importers = extensions.of(ReportImporter.class);
        for (Extension<ReportImporter> importer : importers) {
            if (mediaTypes(importer).contains(kind.mediaType())) {
                return importer;
            }
        }
        String installed = importers.stream()
                .flatMap(it -> mediaTypes(it).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        throw new WorkbenchException(
                file + " is " + kind.describedFor(String.valueOf(file.getFileName())) + "; no importer for "
                        + kind.mediaType() + " is installed (installed: " + (installed.isEmpty() ? "none" : installed)
                        + ").",
                "Install a plugin that reads it (gewu plugins install FILE), or save it as one of the installed kinds.");
    }

    private static List<String> mediaTypes(Extension<ReportImporter> importer) {
        return List.of(importer.attribute("media").orElse("").strip().split("\\s+"));
    }

    private static long limit(Extension<ReportImporter> importer) {
        return importer.attribute("max-bytes").map(Long::parseLong).orElse(USUAL_LIMIT);
    }

    /// Never takes in more than the limit, also when the file grows meanwhile.
    private Originals.Staged stage(Path file, Extension<ReportImporter> importer) throws IOException {
        long limit = limit(importer);
        return originals
                .stage(file, limit)
                .orElseThrow(() -> new WorkbenchException(
                        file + " has " + megabytes(file.toFile().length()) + "; the importer " + importer.id()
                                + " takes at most " + megabytes(limit) + ".",
                        "Split the file into its reports, or leave out what is no report."));
    }

    private static String megabytes(long bytes) {
        return bytes < 1_000_000 ? bytes + " bytes" : (bytes + 50_000) / 100_000 / 10.0 + " MB";
    }

    private ReadResult.Words wordsOf(
            Path file, FileKind kind, Extension<ReportImporter> importer, Originals.Staged staged) {
        ReadRequest request = new ReadRequest(
                file,
                staged.file(),
                kind.mediaType(),
                importer.plugin() + "/" + importer.id(),
                ReadRequest.Ocr.AUTO,
                workspace.originals());
        return switch (reader.read(request)) {
            case ReadResult.Words words when words.source().text().isBlank() ->
                throw new WorkbenchException(file + " holds no text.", "Check that the right file was saved.");
            case ReadResult.Words words -> words;
            case ReadResult.NeedsOcr(int pages, String why, String remedy) ->
                throw new WorkbenchException(
                        file + " has " + pages + " pages that are pictures of text. " + why, remedy);
            case ReadResult.Refused(String why, String remedy, int _) ->
                throw new WorkbenchException(file + ": " + why, remedy);
            case ReadResult.Contents _ ->
                throw new WorkbenchException(file + " is an archive.", "Unpack it, then import the folder.");
        };
    }

    private Outcome keep(ReadResult.Words words, Origin origin, Overrides said, BasicFileAttributes now) {
        SourceText source = words.source();
        Extension<Sectioner> sectioner = sectioner();
        Outline outline = sectioner.instance().cut(source);
        OutlineCheck.fault(source, outline).ifPresent(fault -> {
            throw new WorkbenchException(
                    origin.file() + " was cut wrongly by " + sectioner.plugin() + "/" + sectioner.id() + ": " + fault
                            + ".",
                    "Tell the author of that plugin, and keep the file.");
        });
        Optional<ReportTable.Kept> before = reports.fromFile(origin.absoluteFile());
        String id = before.map(ReportTable.Kept::report).orElseGet(() -> reports.newId(origin.sha256()));
        int version = before.map(ReportTable.Kept::newest).orElse(0) + 1;
        ReportFacts read = facts.read(nameOf(origin.file()), source, outline);
        Map<String, String> news = fields(said);
        Map<String, String> allSaid = new HashMap<>(reports.said(id));
        allSaid.putAll(news);
        Report report = new Report(
                id, version, ReportTable.over(read, allSaid), source, outline.paragraphs(), outline.sections());
        List<Finding> found = readers.read(report);
        store.inTransaction(() -> {
            reports.keep(report, read, origin, words.looks());
            news.forEach((field, value) -> reports.say(id, field, value, origin.importedAt()));
            findings.keep(report, found);
            known.remember(origin.absoluteFile(), now, origin.sha256());
        });
        return new Outcome(
                version == 1 ? Brought.State.IMPORTED : Brought.State.UPDATED,
                id,
                remarks(found),
                source.pages().size(),
                source.text().length());
    }

    private Extension<Sectioner> sectioner() {
        return extensions.of(Sectioner.class).stream()
                .findFirst()
                .orElseThrow(() -> new WorkbenchException(
                        "No sectioner is installed, so that no text can be cut into paragraphs.",
                        "Enable the plugin that brings one; gewu plugins lists them."));
    }

    private static String remarks(List<Finding> found) {
        return found.stream()
                .filter(Finding.Remark.class::isInstance)
                .map(Finding.Remark.class::cast)
                .map(it -> it.owner().plugin() + "/" + it.owner().extension() + ": " + it.words())
                .collect(Collectors.joining(" "));
    }

    private static String nameOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static Map<String, String> fields(Overrides said) {
        Map<String, String> fields = new HashMap<>();
        if (!said.org().isBlank()) {
            fields.put("org", said.org().strip());
        }
        if (said.year() > 0) {
            fields.put("year", Integer.toString(said.year()));
        }
        return fields;
    }

    /// How a file ended.
    private record Outcome(Brought.State state, String report, String reason, int pages, int characters) {
        static Outcome failed(String reason) {
            return new Outcome(Brought.State.FAILED, "", reason, 0, 0);
        }
    }
}
