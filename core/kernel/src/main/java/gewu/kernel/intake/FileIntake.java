package gewu.kernel.intake;

import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.intake.Outline;
import gewu.api.intake.Sectioner;
import gewu.api.intake.SourceFile;
import gewu.api.intake.TextRecogniser;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.report.Fact;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.SourceText;
import gewu.api.store.Store;
import gewu.kernel.read.FileReader;
import gewu.kernel.read.ReadResult;
import gewu.kernel.report.FactTable;
import gewu.kernel.report.Finding;
import gewu.kernel.report.FindingTable;
import gewu.kernel.report.Origin;
import gewu.kernel.report.ReportTable;
import gewu.kernel.report.RuleTable;
import gewu.kernel.report.RuleWord;
import gewu.kernel.report.Stated;
import gewu.kernel.rule.FolderRules;
import gewu.kernel.version.VersionFinder;
import gewu.kernel.workspace.Originals;
import gewu.kernel.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings files in, one after the other: read, cut, learn who wrote it, let plugins read it, and keep all of
/// it in one transaction. The store is the truth; the index follows it.
///
/// Safe for all threads: imports take turns file by file.
public final class FileIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

    private static final Outcome RULES_INSIDE = new Outcome(
            Brought.State.SKIPPED,
            "",
            "rules: those in an archive are not followed.",
            "To have them followed, copy the file beside the archive.",
            0,
            0,
            0,
            false);

    private final Workspace workspace;
    private final Store store;
    private final Extensions extensions;
    private final UnaryOperator<String> versionOf;
    private final Runnable catchUp;
    private final Clock clock;
    private final ReportTable reports;
    private final FindingTable findings;
    private final FactTable passages;
    private final RuleTable rules;
    private final VersionFinder versions;
    private final FileStates states;
    private final Originals originals;
    private final Readers readers;
    private final FactReader facts = new FactReader();
    private final FileReader reader;
    private final ReentrantLock turn = new ReentrantLock(true);

    /// @param reader    reads files into words; the caller closes it
    /// @param versionOf the version of a plugin by its id
    /// @param catchUp   brings the index up to date with the store
    public FileIntake(
            Workspace workspace,
            Store store,
            Extensions extensions,
            FileReader reader,
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
        this.passages = new FactTable(store);
        this.rules = new RuleTable(store);
        this.versions = new VersionFinder(store, clock);
        this.states = new FileStates(store, clock);
        this.originals = new Originals(workspace);
        this.readers = new Readers(extensions, versionOf);
        this.reader = reader;
        if (!workspace.isReadOnly()) {
            OpenArchive.sweep(unpacked());
        }
    }

    @Override
    public List<FileRecord> files() {
        return states.all();
    }

    @Override
    public Optional<SourceFile> original(String report) {
        return reports.origin(report)
                .filter(it -> Files.isRegularFile(workspace.original(it.sha256())))
                .map(it -> SourceFile.onDisk(Path.of(it.file()), it.mediaType(), workspace.original(it.sha256())));
    }

    @Override
    public List<Brought> bringIn(Order order, Progress progress, Consumer<Brought> each) {
        List<ReadAhead.Step> steps = new Agenda(states, workspace).of(order, this::canRecognise);
        progress.total(steps.size());
        versions.catchUp(Progress.NONE);
        List<Brought> all = new ArrayList<>();
        IndexFollower follower = new IndexFollower(catchUp);
        Path scratch = unpacked().resolve(UUID.randomUUID().toString());
        FilePreparer preparer = new FilePreparer(
                scratch, extensions, reader, states, originals, this::repeated, order, this::canRecognise);
        Visit visit = new Visit(new ArrayDeque<>(), new AtomicLong(steps.size()));
        try (ReadAhead ahead = new ReadAhead(reader.atOnce(), preparer::prepare, states::parsing)) {
            ahead.addLast(steps);
            try {
                takeAll(order, progress, each, ahead, visit, follower, all);
            } catch (RuntimeException brokenOff) {
                letWaitAgain(ahead, brokenOff);
                throw brokenOff;
            }
        } finally {
            OpenArchive.sweep(scratch);
            follower.end();
        }
        return List.copyOf(all);
    }

    private void takeAll(
            Order order,
            Progress progress,
            Consumer<Brought> each,
            ReadAhead ahead,
            Visit visit,
            IndexFollower follower,
            List<Brought> all) {
        for (Optional<ReadAhead.Next> next = ahead.next(progress); next.isPresent(); next = ahead.next(progress)) {
            boolean isOld = order.which() == Which.NEWS && isOld(next.get());
            Optional<Brought> brought = take(next.get(), ahead, visit);
            progress.total(visit.steps().get());
            if (brought.isPresent()) {
                Brought it = brought.get();
                visit.note(it.state());
                progress.step(it.file());
                boolean isHeard = !isOld || it.state() == Brought.State.UPDATED;
                if (isHeard && (order.which() != Which.NEWS || it.state() != Brought.State.DUPLICATE)) {
                    all.add(it);
                    each.accept(it);
                }
                if (isNews(it)) {
                    follower.changed();
                }
            }
        }
    }

    /// What was being read when an import broke off waits for the next one.
    private void letWaitAgain(ReadAhead ahead, RuntimeException brokenOff) {
        try {
            states.waitAgain(ahead.begun());
        } catch (RuntimeException alsoFailed) {
            brokenOff.addSuppressed(alsoFailed);
        }
    }

    private static boolean isNews(Brought brought) {
        return brought.state() == Brought.State.IMPORTED || brought.state() == Brought.State.UPDATED;
    }

    /// Whether nothing has happened to a file since people were told of it.
    private boolean isOld(ReadAhead.Next next) {
        return switch (next.step()) {
            case ReadAhead.Step.Read _ -> next.prepared() instanceof Prepared.Settled settled && settled.isKept();
            case ReadAhead.Step.Tell(Source source, Outcome outcome) ->
                states.find(source.absolute())
                        .filter(it -> it.record().state() == outcome.state()
                                && it.record().reason().equals(outcome.reason()))
                        .isPresent();
            case ReadAhead.Step.Leave _ -> false;
        };
    }

    /// The archives that stand open, the innermost last, and how many steps there are in all.
    private record Visit(Deque<OpenArchive> archives, AtomicLong steps) {
        void note(Brought.State state) {
            OpenArchive innermost = archives.peekLast();
            if (innermost != null) {
                innermost.ended(state);
            }
        }
    }

    /// Does one step; empty if there is nothing to tell yet.
    private Optional<Brought> take(ReadAhead.Next next, ReadAhead ahead, Visit visit) {
        long began = System.nanoTime();
        return switch (next.step()) {
            case ReadAhead.Step.Tell(Source source, Outcome outcome) -> {
                states.settle(source, outcome, Optional.empty());
                yield Optional.of(brought(source, outcome, began, 0));
            }
            case ReadAhead.Step.Leave(OpenArchive archive) -> {
                visit.archives().removeLast();
                archive.sweep();
                Outcome outcome = archive.outcome();
                states.settle(archive.source(), outcome, Optional.of(archive.content()));
                yield Optional.of(brought(archive.source(), outcome, began, 0));
            }
            case ReadAhead.Step.Read(Source source) -> {
                Prepared prepared = Objects.requireNonNull(next.prepared());
                if (prepared instanceof Prepared.Read read
                        && read.result() instanceof ReadResult.Contents(var files, var passedOver)) {
                    visit.steps().addAndGet(enter(source, read, files, passedOver, ahead, visit));
                    yield Optional.empty();
                }
                yield Optional.of(brought(source, settle(source, prepared), began, next.nanos()));
            }
        };
    }

    /// Puts the files of an archive before all others.
    ///
    /// @return how many steps there are more
    private int enter(
            Source archive,
            Prepared.Read read,
            List<ReadResult.Inside> files,
            List<ReadResult.PassedOver> passedOver,
            ReadAhead ahead,
            Visit visit) {
        read.staged().drop();
        OpenArchive open = new OpenArchive(archive, read.content(), unpackedTo(read), files.size() + passedOver.size());
        visit.archives().addLast(open);
        List<ReadAhead.Step> steps = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (ReadResult.Inside file : files) {
            Source inside = archive.inside(unique(file.name(), names), file.local());
            steps.add(
                    isRules(inside) ? new ReadAhead.Step.Tell(inside, RULES_INSIDE) : new ReadAhead.Step.Read(inside));
        }
        for (ReadResult.PassedOver file : passedOver) {
            Source inside = archive.inside(unique(file.name(), names), archive.path());
            steps.add(
                    new ReadAhead.Step.Tell(inside, Outcome.failed(inside.file() + ": " + file.why(), file.remedy())));
        }
        states.queue(steps, inside -> states.isOpen(inside.absolute()));
        int more = steps.size();
        steps.add(new ReadAhead.Step.Leave(open));
        ahead.addFirst(steps);
        return more;
    }

    /// Whoever packs an archive does not rule over the folders of whoever imports it.
    private static boolean isRules(Source inside) {
        return nameOf(inside.file()).equals(FolderRules.NAME);
    }

    /// Two files of one archive may bear one name; both are brought in.
    private static String unique(String name, Map<String, Integer> names) {
        int before = names.merge(Source.readable(name), 1, Integer::sum) - 1;
        return before == 0 ? name : name + " (" + (before + 1) + ")";
    }

    private static Path unpackedTo(Prepared.Read read) {
        return read.result() instanceof ReadResult.Contents contents
                        && !contents.files().isEmpty()
                ? Objects.requireNonNull(contents.files().getFirst().local().getParent())
                : read.staged().file();
    }

    private static Brought brought(Source source, Outcome outcome, long began, long readNanos) {
        return new Brought(
                source.file(),
                outcome.state(),
                outcome.report(),
                outcome.told(),
                outcome.pages(),
                outcome.characters(),
                (System.nanoTime() - began + readNanos) / 1_000_000);
    }

    /// What becomes of a file whose turn has come, noted in the store.
    private Outcome settle(Source source, Prepared prepared) {
        turn.lock();
        try {
            return switch (prepared) {
                case Prepared.Settled settled when settled.isKept() -> keptOrRuled(source, settled.outcome());
                case Prepared.Settled settled -> noted(source, settled.outcome(), settled.content());
                case Prepared.Read read -> keepOrSay(source, read);
            };
        } finally {
            prepared.drop();
            turn.unlock();
        }
    }

    /// An archive need not be opened again for its reports to follow what is said now.
    private Outcome keptOrRuled(Source source, Outcome kept) {
        if (kept.state() != Brought.State.DUPLICATE || !kept.report().isEmpty()) {
            return kept;
        }
        int ruled = 0;
        for (FileStates.Known inside : states.reportedInside(source.absolute())) {
            Source file = source.known(inside);
            ruled += listen(inside.record().report(), file) ? 1 : 0;
        }
        return ruled == 0
                ? kept
                : Outcome.of(
                        Brought.State.UPDATED,
                        "",
                        "It is an archive; all its files are known, and what is said about " + ruled
                                + (ruled == 1 ? " report" : " reports") + " has changed.");
    }

    private Outcome noted(Source source, Outcome outcome, Optional<FileStates.Content> content) {
        boolean isOwn = outcome.state() == Brought.State.DUPLICATE
                && states.find(source.absolute())
                        .filter(it -> it.record().state().isWell()
                                && it.record().report().equals(outcome.report()))
                        .isPresent();
        if (!isOwn) {
            states.settle(source, outcome, content);
        }
        return outcome;
    }

    private Outcome keepOrSay(Source source, Prepared.Read read) {
        try {
            return switch (read.result()) {
                case ReadResult.Words words
                when words.source().text().isBlank() ->
                    noted(
                            source,
                            Outcome.failed(source.file() + " holds no text.", "Check that the right file was saved."),
                            Optional.of(read.content()));
                case ReadResult.Words words -> keepUnlessRepeated(source, read, words);
                case ReadResult.NeedsOcr(int pages, String why, String remedy) ->
                    noted(
                            source,
                            new Outcome(
                                    Brought.State.NEEDS_OCR,
                                    "",
                                    source.file() + " has " + pages
                                            + (pages == 1
                                                    ? " page, which is a picture of text. "
                                                    : " pages, which are pictures of text. ")
                                            + why,
                                    remedy,
                                    0,
                                    pages,
                                    0,
                                    true),
                            Optional.of(read.content()));
                case ReadResult.Refused(String why, String remedy, int page) ->
                    noted(
                            source,
                            Outcome.failed(source.file() + ": " + why, remedy, page),
                            Optional.of(read.content()));
                case ReadResult.Contents _ ->
                    throw new IllegalStateException(source.file() + " is an archive and should have been entered.");
            };
        } catch (WorkbenchException refused) {
            if (refused.kind() == WorkbenchException.Kind.WORKSPACE) {
                throw refused;
            }
            return noted(
                    source,
                    Outcome.failed(String.valueOf(refused.getMessage()), refused.remedy()),
                    Optional.of(read.content()));
        } catch (PluginFault fault) {
            return noted(
                    source,
                    Outcome.failed(
                            source.file() + " could not be brought in: " + fault.getMessage(),
                            "Tell the author of that plugin, and keep the file."),
                    Optional.of(read.content()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.debug("{} could not be brought in; the other files go on.", source.file(), unexpected);
            return noted(
                    source,
                    Outcome.failed(
                            source.file() + " could not be brought in: " + unexpected + ".",
                            "This is a fault of the program; gewu doctor looks whether all is whole."),
                    Optional.empty());
        }
    }

    /// Another file of this import may have brought the same content meanwhile.
    private Outcome keepUnlessRepeated(Source source, Prepared.Read read, ReadResult.Words words) {
        Optional<ReportTable.Kept> own = reports.fromFile(source.absolute());
        Optional<ReportTable.Kept> kept = reports.withHash(read.content().sha256());
        boolean isOwn = own.isPresent() && own.equals(kept);
        if (isOwn && isSameText(own.get(), words)) {
            Brought.State state = listen(own.get().report(), source) ? Brought.State.UPDATED : Brought.State.DUPLICATE;
            return noted(source, Outcome.of(state, own.get().report(), ""), Optional.of(read.content()));
        }
        Optional<Outcome> repeated =
                isOwn ? Optional.empty() : repeated(read.content().sha256(), source);
        return repeated.isPresent()
                ? noted(source, repeated.get(), Optional.of(read.content()))
                : keep(source, read, words);
    }

    private boolean isSameText(ReportTable.Kept kept, ReadResult.Words words) {
        return reports.text(kept.report(), kept.version())
                .filter(words.source().text()::equals)
                .isPresent();
    }

    private Outcome keep(Source source, Prepared.Read read, ReadResult.Words words) {
        SourceText text = words.source();
        Originals.Staged staged = read.staged();
        Origin origin = new Origin(
                source.file(),
                source.absolute(),
                staged.sha256(),
                staged.bytes(),
                read.kind().mediaType(),
                clock.instant(),
                read.door().plugin(),
                versionOf.apply(read.door().plugin()));
        Extension<Sectioner> sectioner = sectioner();
        Outline outline = sectioner.instance().cut(text);
        OutlineCheck.fault(text, outline).ifPresent(fault -> {
            throw new WorkbenchException(
                    origin.file() + " was cut wrongly by " + sectioner.plugin() + "/" + sectioner.id() + ": " + fault
                            + ".",
                    "Tell the author of that plugin, and keep the file.");
        });
        Stated stated = facts.read(nameOf(origin.file()), text, outline);
        Optional<ReportTable.Kept> held = reports.fromFile(origin.absoluteFile());
        Optional<ReportTable.Kept> before =
                held.filter(it -> isOfSameYear(it.report(), stated.facts(), saidYear(source)));
        String id = before.map(ReportTable.Kept::report).orElseGet(() -> reports.newId(origin.sha256()));
        int version = before.map(ReportTable.Kept::newest).orElse(0) + 1;
        Map<String, String> news = fields(source.said());
        List<RuleWord> ruled = source.ruled();
        Map<String, String> allSaid = rules.saidWith(id, source.absolute(), ruled, origin.importedAt());
        allSaid.putAll(reports.said(id));
        allSaid.putAll(news);
        Report report = new Report(
                id, version, ReportTable.over(stated.facts(), allSaid), text, outline.paragraphs(), outline.sections());
        List<Finding> found = readers.read(report);
        Outcome outcome = new Outcome(
                version == 1 ? Brought.State.IMPORTED : Brought.State.UPDATED,
                id,
                Stream.of(words.remark(), remarks(found), before.equals(held) ? "" : otherYear(held))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" ")),
                "",
                0,
                text.pages().size(),
                text.text().length(),
                !words.wantsOcr().isEmpty());
        originals.keep(staged);
        store.inTransaction(() -> {
            reports.keep(report, stated.facts(), origin, words.looks());
            passages.keep(report, stated, nameOf(origin.file()));
            rules.keep(id, source.absolute(), ruled, origin.importedAt());
            news.forEach((field, value) -> reports.say(id, field, value, origin.importedAt()));
            findings.keep(report, found);
            versions.look(report, allSaid.containsKey("year"));
            states.settle(source, outcome, Optional.of(read.content()));
        });
        return outcome;
    }

    private static String otherYear(Optional<ReportTable.Kept> held) {
        return held.map(it -> "This file held the report " + it.report() + " of another year before; both stay.")
                .orElse("");
    }

    /// Whether what a file holds now can be a version of the report it held before. People save next year's report over
    /// this year's; two years are two reports.
    private boolean isOfSameYear(String before, ReportFacts stated, int said) {
        Optional<ReportFacts> known = said > 0 ? reports.seen(before) : reports.stated(before);
        int then = known.map(ReportFacts::year).orElse(0);
        int now = said > 0 ? said : stated.year();
        return then == 0 || now == 0 || then == now;
    }

    /// The year that a person or a rule gives for this file; 0 if neither does.
    private static int saidYear(Source source) {
        return source.said().year() > 0
                ? source.said().year()
                : source.ruled().stream()
                        .filter(it -> it.field() == Fact.Field.YEAR)
                        .mapToInt(it -> Integer.parseInt(it.value()))
                        .findFirst()
                        .orElse(0);
    }

    /// The content is there already, unless this file's report has had it, lost it, and has it again.
    private Optional<Outcome> repeated(String sha256, Source source) {
        Optional<ReportTable.Kept> kept = reports.withHash(sha256);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String report = kept.get().report();
        boolean isNewest = kept.get().isNewest();
        boolean comesBack = !isNewest
                && reports.fromFile(source.absolute())
                        .filter(it -> it.report().equals(report))
                        .isPresent();
        if (comesBack) {
            return Optional.empty();
        }
        if (listen(report, source)) {
            return Optional.of(Outcome.of(Brought.State.UPDATED, report, ""));
        }
        String reason = isNewest ? "" : "It is an older version of report " + report + ".";
        return Optional.of(Outcome.of(Brought.State.DUPLICATE, report, reason));
    }

    private boolean canRecognise() {
        return extensions.of(TextRecogniser.class).stream()
                .anyMatch(it -> it.instance().readiness() instanceof TextRecogniser.Readiness.Ready);
    }

    private Path unpacked() {
        return workspace.state().resolve("unpacked");
    }

    /// Keeps what a person and the rules of its folders say about a file whose report is there already.
    ///
    /// @return whether that was news
    private boolean listen(String report, Source source) {
        Map<String, String> news = fields(source.said());
        news.entrySet().removeAll(reports.said(report).entrySet());
        List<RuleWord> ruled = source.ruled();
        if (news.isEmpty() && rules.isKnown(report, source.absolute(), ruled)) {
            return false;
        }
        return store.inTransaction(() -> {
            boolean isNews = rules.keep(report, source.absolute(), ruled, clock.instant()) || !news.isEmpty();
            news.forEach((field, value) -> reports.say(report, field, value, clock.instant()));
            if (isNews) {
                reports.showAnew(report);
            }
            return isNews;
        });
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
}
