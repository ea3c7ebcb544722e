package gewu.kernel;

import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.metric.Metrics;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.problem.Problems;
import gewu.api.report.Reports;
import gewu.api.search.ReportIndex;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.store.Tables;
import gewu.kernel.intake.FileIntake;
import gewu.kernel.intake.KeptMetrics;
import gewu.kernel.intake.KeptProblems;
import gewu.kernel.job.JobBoard;
import gewu.kernel.plugin.PluginSettings;
import gewu.kernel.plugin.Plugins;
import gewu.kernel.read.FileReader;
import gewu.kernel.read.HousePainter;
import gewu.kernel.read.HouseReader;
import gewu.kernel.read.ImporterOptions;
import gewu.kernel.read.Pace;
import gewu.kernel.read.PagePainter;
import gewu.kernel.read.WorkerPainter;
import gewu.kernel.read.WorkerReader;
import gewu.kernel.read.WorkerSetup;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.word.Sentences;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole house in working order: plugins known from their manifests at once, the workspace opened when
/// somebody enters.
///
/// [#at] costs little and touches no workspace, so that help and lists come fast; [#enter] locks the
/// workspace, opens the store and brings all tables up to date. Made, entered and closed by one thread; what
/// it hands out is safe for all threads.
public final class House implements AutoCloseable {
    private final HouseSettings settings;
    private final JobBoard jobs;
    private final Plugins plugins;
    private final Sentences sentences;
    private @Nullable Rooms rooms;
    private final Map<String, String> tableFaults = new LinkedHashMap<>();

    /// What there is once the workspace is open.
    private record Rooms(
            Workspace workspace,
            SqliteStore store,
            Reports reports,
            Intake intake,
            FileReader reader,
            PagePainter painter) {}

    private House(HouseSettings settings) {
        this.settings = settings;
        this.jobs = new JobBoard(settings.clock());
        Path folder = settings.workspace();
        this.plugins = new Plugins(new PluginSettings(
                settings.hostLoader(),
                settings.bundledPlugins(),
                folder.resolve("plugins"),
                folder.resolve("state"),
                folder.resolve("data"),
                Map.of(Jobs.class, jobs, Clock.class, settings.clock()),
                settings.clock(),
                settings.safe()));
        this.sentences = new Sentences(plugins);
        plugins.offer(Sentences.class, sentences);
        plugins.offer(Wording.class, sentences);
    }

    /// Reads all manifests; the workspace stays untouched.
    public static House at(HouseSettings settings) {
        House house = new House(settings);
        house.plugins.start();
        return house;
    }

    /// Opens the workspace and makes the tables of house and plugins.
    ///
    /// @throws WorkbenchException of kind `WORKSPACE` if it can't be used
    public House enter(Workspace.Access access) {
        if (rooms == null) {
            Workspace workspace = Workspace.open(settings.workspace(), access, settings.clock());
            try {
                rooms = furnish(workspace);
            } catch (RuntimeException unusable) {
                workspace.close();
                throw unusable;
            }
            makeTables();
        }
        return this;
    }

    private Rooms furnish(Workspace workspace) {
        SqliteStore store = SqliteStore.open(workspace.database(), workspace.isReadOnly(), settings.clock());
        Reports reports = new StoredReports(store);
        FileReader reader = reader(workspace);
        PagePainter painter = painter(workspace);
        Intake intake = new FileIntake(
                workspace, store, plugins, reader, plugins::versionOf, this::refreshIndex, settings.clock());
        plugins.offer(Workspace.class, workspace);
        plugins.offer(Store.class, store);
        plugins.offer(Reports.class, reports);
        plugins.offer(Intake.class, intake);
        plugins.offer(PagePainter.class, painter);
        plugins.offer(Metrics.class, new KeptMetrics(store, reports, plugins, plugins::versionOf));
        plugins.offer(Problems.class, new KeptProblems(store, reports, plugins, plugins::versionOf));
        plugins.offer(ReportSearch.class, new LateSearch(this::index));
        return new Rooms(workspace, store, reports, intake, reader, painter);
    }

    /// Reads files in workers, if this house has any.
    private FileReader reader(Workspace workspace) {
        Map<String, String> chosen = ImporterOptions.of(settings.workspace());
        HouseReader inHouse = new HouseReader(plugins, chosen, Pace.NONE);
        if (settings.workers() < 1) {
            return inHouse;
        }
        if (!workspace.isReadOnly()) {
            WorkerReader.sweep(workspace.state().resolve("workers"));
        }
        return new WorkerReader(setup(workspace, chosen), plugins, inHouse);
    }

    /// Draws pages in workers, if this house has any.
    private PagePainter painter(Workspace workspace) {
        Map<String, String> chosen = ImporterOptions.of(settings.workspace());
        return settings.workers() < 1 ? new HousePainter(plugins, chosen) : new WorkerPainter(setup(workspace, chosen));
    }

    private WorkerSetup setup(Workspace workspace, Map<String, String> chosen) {
        return new WorkerSetup(
                settings.workers(),
                Integer.getInteger("gewu.worker.megabytes", WorkerSetup.USUAL_MEGABYTES),
                settings.bundledPlugins(),
                workspace.plugins(),
                workspace.state().resolve("disabled.txt"),
                workspace.state().resolve("workers"),
                settings.safe(),
                chosen);
    }

    public Plugins plugins() {
        return plugins;
    }

    /// Words for people in both languages.
    public Sentences sentences() {
        return sentences;
    }

    public Extensions extensions() {
        return plugins;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Workspace workspace() {
        return rooms().workspace();
    }

    public Store store() {
        return rooms().store();
    }

    public Reports reports() {
        return rooms().reports();
    }

    public Intake intake() {
        return rooms().intake();
    }

    /// The one index.
    ///
    /// @throws WorkbenchException if no plugin contributes one
    public ReportIndex index() {
        List<Extension<ReportIndex>> found = plugins.of(ReportIndex.class);
        if (found.isEmpty()) {
            throw new WorkbenchException(
                    "No index is at work, so nothing can be searched.",
                    "See `gewu plugins` for what became of the plugin “index”.");
        }
        return found.getFirst().instance();
    }

    /// What went wrong with plugins' tables, in sentences, each naming its plugin.
    public List<String> tableFaults() {
        return List.copyOf(tableFaults.values());
    }

    private void refreshIndex() {
        if (!plugins.of(ReportIndex.class).isEmpty()) {
            index().catchUp(Progress.NONE);
        }
    }

    private Rooms rooms() {
        Rooms open = rooms;
        if (open == null) {
            throw new IllegalStateException("The workspace " + settings.workspace() + " is not open yet.");
        }
        return open;
    }

    private void makeTables() {
        if (rooms().workspace().isReadOnly()) {
            return;
        }
        for (Extension<Tables> tables : plugins.of(Tables.class)) {
            try {
                rooms().store().migrate(tables.plugin(), scriptsOf(tables));
            } catch (IOException | WorkbenchException failed) {
                tableFaults.put(
                        tables.plugin(),
                        "The tables of the plugin “" + tables.plugin() + "” could not be made: " + failed.getMessage());
            }
        }
    }

    private List<Script> scriptsOf(Extension<Tables> tables) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Extension.Element script : tables.elements()) {
            String file = script.attribute("file").orElseThrow();
            try (InputStream in = plugins.open(tables.plugin(), file)) {
                scripts.add(new Script(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return scripts;
    }

    /// Ends all plugins, closes the store, and gives the workspace to the next process.
    @Override
    public void close() {
        plugins.close();
        Rooms open = rooms;
        if (open != null) {
            rooms = null;
            open.reader().close();
            open.painter().close();
            open.store().close();
            open.workspace().close();
        }
    }
}
