package gewu.kernel.plugin;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.plugin.PluginScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All plugins of a workbench. No fault of a plugin comes out of it but as a report, a sentence or a
/// [gewu.api.plugin.PluginFault]. Safe for all threads; changes take turns.
public final class Plugins implements Extensions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final PluginSettings settings;
    private final Surroundings surroundings;
    private final DisabledList disabled;
    private final Warden warden;
    private final ReentrantLock change = new ReentrantLock();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> lastWords = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, CrashGuard.Crash> crashes = new TreeMap<>();
    private final FileWatch files;
    private List<Parcel> hostParcels = List.of();
    private volatile Map<String, List<Label>> spoilt = Map.of();
    private volatile House house = House.EMPTY;

    private record Listener(Runnable work, ClassLoader context, String plugin) {}

    public Plugins(PluginSettings settings) {
        this(settings, Budgets.USUAL);
    }

    Plugins(PluginSettings settings, Budgets budgets) {
        this.settings = settings;
        this.surroundings = Surroundings.of(settings, budgets, this);
        this.disabled = new DisabledList(settings.stateFolder().resolve("disabled.txt"));
        this.warden = new Warden(budgets, this::livingPlugins);
        this.files = new FileWatch(settings.userFolder());
    }

    /// Finds all plugins, decides who can work, and builds the registry; no plugin class is loaded.
    ///
    /// Also keeps the Java run time from holding on to opened jars, for the whole process.
    public void start() {
        URLConnection.setDefaultUseCaches("jar", false);
        exclusively(() -> {
            crashes.putAll(surroundings.guard().crashes());
            rearrange(Set.of());
            return true;
        });
    }

    /// Offers one more host service to the constructors of plugins that are activated from now on.
    public <T> void offer(Class<T> type, T service) {
        surroundings.services().put(type, service);
    }

    /// Every plugin that was found, those of the house first, then by id.
    public List<PluginReport> list() {
        House now = house;
        return now.rows().stream().map(it -> report(now, it)).toList();
    }

    /// What a plugin is called and has cost since the workbench opened.
    ///
    /// @throws gewu.api.WorkbenchException if there is no such plugin; it proposes the nearest id
    public PluginCost cost(String id) {
        Label title =
                row(id).parcel().reading() instanceof Reading.Good(var manifest) ? manifest.title() : Label.same(id);
        Plugin plugin = house.plugins().get(id);
        return plugin == null
                ? new PluginCost(title, 0, List.of())
                : new PluginCost(
                        title,
                        plugin.startNanos(),
                        plugin.offers().values().stream().map(Offer::cost).toList());
    }

    /// Whether it belongs to the house itself, which can neither be disabled nor reloaded.
    public boolean isPartOfHouse(String id) {
        return row(id).parcel().origin() == Parcel.Origin.HOST;
    }

    /// Whether somebody installed it, so that it can be uninstalled.
    public boolean isInstalled(String id) {
        return row(id).parcel().origin() == Parcel.Origin.USER;
    }

    /// The version of a plugin that can work, or else of the first that was found by this id; empty if none was.
    public String versionOf(String id) {
        House now = house;
        Plugin plugin = now.plugins().get(id);
        return plugin != null
                ? plugin.manifest().version().toString()
                : now.rows().stream()
                        .filter(it -> it.id().equals(id))
                        .map(House.Row::version)
                        .findFirst()
                        .orElse("");
    }

    /// Says in sentences how a plugin came to be what it is.
    ///
    /// @throws gewu.api.WorkbenchException if there is no such plugin; it proposes the nearest id
    public List<String> why(String id) {
        House now = house;
        List<House.Row> rows =
                now.rows().stream().filter(it -> it.id().equals(id)).toList();
        if (rows.isEmpty()) {
            throw unknown(id);
        }
        List<String> sentences = new ArrayList<>();
        for (House.Row row : rows) {
            sentences.addAll(Why.sentences(now, row, report(now, row)));
        }
        return sentences;
    }

    /// Loads a plugin now rather than at its first use.
    ///
    /// @throws gewu.api.plugin.PluginFault if it can't be
    public void activate(String id) {
        Plugin plugin = house.plugins().get(id);
        if (plugin == null) {
            throw new PluginFault(id, "", "The plugin “" + id + "” can't work. " + row(id).reason());
        }
        try {
            var unused = plugin.life();
        } catch (Making.Failed failed) {
            throw new PluginFault(id, "", "The plugin “" + id + "” can't be used. " + failed.reason());
        }
    }

    /// Lets a disabled plugin work again, and gives a failed or paused one another try.
    public PluginReport enable(String id) {
        return exclusively(() -> {
            var unused = row(id);
            disabled.remove(id);
            crashes.remove(id);
            surroundings.guard().leave(id);
            lastWords.remove(id);
            Plugin plugin = house.plugins().get(id);
            if (plugin != null) {
                plugin.reset();
            }
            rearrange(plugin != null && !plugin.failure().isEmpty() ? Set.of(id) : Set.of());
            return report(id);
        });
    }

    /// Ends a plugin and those that need it, and keeps them from working until they are enabled.
    public PluginReport disable(String id) {
        return exclusively(() -> {
            if (row(id).parcel().origin() == Parcel.Origin.HOST) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "The plugin “" + id + "” is part of the house and can't be disabled.",
                        "`gewu plugins` lists those that can: bundled and installed ones.");
            }
            disabled.add(id);
            rearrange(Set.of());
            return report(id);
        });
    }

    /// Checks a jar, zip or folder and, if nothing is wrong with it, makes it a plugin of this workbench at once.
    ///
    /// @throws gewu.api.WorkbenchException if something is wrong; nothing was copied then
    public PluginReport install(Path file) {
        return exclusively(() -> {
            Installer installer = new Installer(settings, house);
            String id = installer.install(file);
            crashes.remove(id);
            surroundings.guard().leave(id);
            lastWords.remove(id);
            rearrange(Set.of(id));
            return report(id);
        });
    }

    /// Ends a plugin of the user folder and takes its files away; its data stays.
    public void uninstall(String id) {
        exclusively(() -> {
            Parcel parcel = house.rows().stream()
                    .filter(it -> it.id().equals(id) && it.parcel().origin() == Parcel.Origin.USER)
                    .findFirst()
                    .map(House.Row::parcel)
                    .orElseThrow(() -> new WorkbenchException(
                            WorkbenchException.Kind.USAGE,
                            "The plugin “" + row(id).id() + "” was not installed; it is part of the distribution.",
                            "`gewu plugins disable " + id + "` switches it off."));
            Installer.remove(parcel);
            disabled.remove(id);
            crashes.remove(id);
            surroundings.guard().leave(id);
            rearrange(Set.of());
            return true;
        });
    }

    /// Ends a plugin and all that need it, reads it anew, and brings all of them back.
    public PluginReport reload(String id) {
        return exclusively(() -> {
            if (row(id).parcel().origin() == Parcel.Origin.HOST) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "The plugin “" + id + "” is part of the house and can't be reloaded.",
                        "Start gewu again.");
            }
            lastWords.remove(id);
            rearrange(Set.of(id));
            return report(id);
        });
    }

    /// Brings in what became of plugins of one file since they were last read: files that were written, changed or
    /// taken away. A file with a fault leaves its plugin as it was. Meant to be called every second or so.
    ///
    /// @return what is to be told; nothing when no file has changed, or somebody still writes
    public List<PluginNews> followFiles() throws IOException {
        Set<String> changed;
        synchronized (files) {
            changed = files.changed();
        }
        return changed.isEmpty() ? List.of() : exclusively(() -> follow(changed));
    }

    private List<PluginNews> follow(Set<String> changed) {
        Set<String> known = changed.stream().filter(files::knew).collect(Collectors.toSet());
        changed.forEach(it -> lastWords.remove(OneFilePlugins.idOf(it)));
        rearrange(Set.of());
        return changed.stream()
                .flatMap(it -> news(it, known.contains(it)).stream())
                .toList();
    }

    private Optional<PluginNews> news(String file, boolean wasThere) {
        String id = OneFilePlugins.idOf(file);
        Optional<House.Row> row =
                house.rows().stream().filter(it -> it.id().equals(id)).findFirst();
        if (row.isEmpty()) {
            return Optional.of(new PluginNews(
                    new Label("插件 " + id + " 的文件已拿走，插件不再工作。", "The plugin “" + id + "” is gone with its file."), true));
        }
        List<Label> faults = spoilt.getOrDefault(id, List.of());
        if (!faults.isEmpty()) {
            return Optional.of(new PluginNews(
                    new Label(
                            "插件 " + id + " 的新版本有错，原来的版本继续工作。" + lines(faults, "zh"),
                            "The plugin “" + id + "” goes on as it was: its file can't be compiled. "
                                    + lines(faults, "en")),
                    false));
        }
        PluginReport report = report(id);
        return switch (report.state()) {
            case DISABLED -> Optional.empty();
            case FAILED, PAUSED ->
                Optional.of(new PluginNews(
                        new Label(
                                "插件 " + id + " 无法工作。" + report.reason(),
                                "The plugin “" + id + "” can't work. " + report.reason()),
                        false));
            case RESOLVED, ACTIVE ->
                Optional.of(new PluginNews(
                        wasThere
                                ? new Label("插件 " + id + " 已更新。", "The plugin “" + id + "” is as its file says now.")
                                : new Label("插件 " + id + " 已载入。", "The plugin “" + id + "” is here."),
                        true));
        };
    }

    private static String lines(List<Label> faults, String language) {
        return faults.stream().map(it -> it.in(language)).collect(Collectors.joining("\n"));
    }

    /// Opens a file inside a plugin without loading the plugin, such as a script that its manifest names.
    ///
    /// @throws gewu.api.WorkbenchException if there is no such plugin or file
    public InputStream open(String id, String path) throws IOException {
        Parcel parcel =
                Optional.ofNullable(house.plugins().get(id)).map(Plugin::parcel).orElseGet(() -> row(id).parcel());
        if (parcel.origin() == Parcel.Origin.HOST) {
            InputStream stream = settings.hostLoader().getResourceAsStream(path);
            if (stream != null) {
                return stream;
            }
        }
        for (Path place : parcel.classPath()) {
            Optional<InputStream> found = open(place, path);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new WorkbenchException(
                "The plugin “" + id + "” holds no file “" + path + "”.",
                "Put it under src/main/resources/" + path + ".");
    }

    /// Id and version of every plugin that can work.
    public List<String> working() {
        return house.plugins().values().stream()
                .map(it -> it.id() + " " + it.manifest().version())
                .toList();
    }

    /// What stands in the files of one name that the house and the plugins that can work hold, in UTF-8. No plugin is
    /// started for it; a file that can't be read is left out.
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        try {
            for (URL url : Collections.list(settings.hostLoader().getResources(path))) {
                try (InputStream in = url.openStream()) {
                    texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            for (Plugin plugin : house.plugins().values()) {
                for (Path place :
                        plugin.isHost() ? List.<Path>of() : plugin.parcel().classPath()) {
                    Optional<InputStream> found = open(place, path);
                    if (found.isPresent()) {
                        try (InputStream in = found.get()) {
                            texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("{} of a plugin can't be read", path, unreadable);
        }
        return texts;
    }

    private static Optional<InputStream> open(Path place, String path) throws IOException {
        if (Files.isDirectory(place)) {
            Path file = place.resolve(path).normalize();
            return file.startsWith(place) && Files.isRegularFile(file)
                    ? Optional.of(Files.newInputStream(file))
                    : Optional.empty();
        }
        try (ZipFile zip = new ZipFile(place.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream bytes = zip.getInputStream(entry)) {
                return Optional.of(new ByteArrayInputStream(bytes.readAllBytes()));
            }
        }
    }

    @Override
    public <T extends ExtensionPoint> List<Extension<T>> of(Class<T> type) {
        House now = house;
        Point point = now.points()
                .ofType(type.getName())
                .orElseThrow(() -> new NoSuchElementException(type.getName() + " is not a declared extension point. "
                        + Nearest.hint(
                                type.getName(),
                                now.points().all().stream().map(Point::type).toList())));
        return cast(now.registry().of(point));
    }

    @SuppressWarnings("unchecked") // the contributions to a point are called by the point's type
    private static <T> List<Extension<T>> cast(List<Contribution> contributions) {
        return (List<Extension<T>>) (List<?>) contributions;
    }

    @Override
    public <T extends ExtensionPoint> Optional<Extension<T>> find(Class<T> type, String id) {
        return of(type).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public void onChange(PluginScope scope, Runnable listener) {
        ClassLoader context = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(settings.hostLoader());
        Listener it = new Listener(listener, context, scope.plugin());
        listeners.add(it);
        scope.onClose(() -> listeners.remove(it));
    }

    /// The id of the plugin whose code the current thread runs; empty for the house's own.
    public static Optional<String> atWork() {
        return Optional.ofNullable(Offer.worksFor());
    }

    /// Ends all plugins, the last started first.
    @Override
    public void close() {
        exclusively(() -> {
            warden.close();
            House last = house;
            house = House.EMPTY;
            end(last.plugins().values());
            return true;
        });
    }

    /// Who stands now where `old` stood; null when nobody does.
    @Nullable
    Offer successor(Contribution old) {
        return house.registry().of(old.point()).stream()
                .filter(it -> it.id().equals(old.id()) && !it.owner().isGone())
                .map(Contribution::offer)
                .findFirst()
                .orElse(null);
    }

    /// The XML schema of manifests, made from the points that are declared now; for editors and build tools.
    public String schema() {
        return Schema.of(house.points().all());
    }

    /// The class loader of a living plugin; null when it has no life. For tests that prove a plugin's end: never keep
    /// it.
    public @Nullable ClassLoader loaderOf(String id) {
        Plugin plugin = house.plugins().get(id);
        return plugin == null ? null : plugin.loader();
    }

    private List<Plugin> livingPlugins() {
        return house.plugins().values().stream()
                .filter(it -> it.isAlive() && !it.isHost())
                .toList();
    }

    /// Looks at all folders, decides anew, ends who is no more, and wakes those who were awake.
    private void rearrange(Set<String> renew) {
        House before = house;
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        Set<String> awake = new HashSet<>();
        before.plugins().values().stream().filter(Plugin::isAlive).forEach(it -> awake.add(it.id()));
        House after = House.decide(parcels(), disabledNow(), skippedNow(), before, renew, surroundings, gate);
        house = after;
        List<Plugin> ending = before.plugins().values().stream()
                .filter(it -> after.plugins().get(it.id()) != it)
                .toList();
        try {
            end(ending);
        } finally {
            gate.complete(true);
        }
        warden.start();
        for (Plugin plugin : after.plugins().values()) {
            if (awake.contains(plugin.id())
                    && !plugin.isAlive()
                    && plugin.failure().isEmpty()) {
                wake(plugin);
            }
        }
        if (before != House.EMPTY && !(ending.isEmpty() && after.plugins().equals(before.plugins()))) {
            listeners.forEach(this::tell);
        }
    }

    private static void wake(Plugin plugin) {
        try {
            var unused = plugin.life();
        } catch (Making.Failed failed) {
            LOG.warn("The plugin “{}” did not come back: {}", plugin.id(), failed.reason());
        }
    }

    private void end(Iterable<Plugin> plugins) {
        List<Plugin> reversed = new ArrayList<>();
        plugins.forEach(reversed::addFirst);
        for (Plugin plugin : reversed) {
            List<String> faults = plugin.end();
            if (!faults.isEmpty()) {
                lastWords.put(plugin.id(), faults);
                faults.forEach(it -> LOG.warn("The plugin “{}”: {}", plugin.id(), it));
            }
            Set<Path> inUse = new HashSet<>();
            house.plugins().values().forEach(it -> inUse.addAll(it.copies()));
            boolean stays = Optional.ofNullable(house.plugins().get(plugin.id()))
                    .map(it -> it.parcel().stamp().equals(plugin.parcel().stamp()))
                    .orElse(house == House.EMPTY);
            if (!stays) {
                surroundings
                        .copies()
                        .drop(plugin.copies().stream()
                                .filter(it -> !inUse.contains(it))
                                .toList());
            }
        }
    }

    private void tell(Listener listener) {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(listener.context);
        try {
            listener.work.run();
        } catch (Throwable thrown) {
            String sentence = "It failed when it was told of a change: "
                    + Told.sentence(thrown, String.valueOf(listener.context.getName()));
            Optional.ofNullable(house.plugins().get(listener.plugin)).ifPresent(it -> it.remark(sentence));
            LOG.warn("The plugin “{}”: {}", listener.plugin, sentence);
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    private List<Parcel> parcels() {
        ManifestCache cache = ManifestCache.open(settings.stateFolder().resolve("manifests.bin"));
        Scan scan = new Scan(cache);
        if (hostParcels.isEmpty()) {
            hostParcels = scan.host(settings.hostLoader());
        }
        List<Parcel> parcels = new ArrayList<>(hostParcels);
        settings.bundledFolders().forEach(it -> parcels.addAll(scan.folder(Parcel.Origin.BUNDLED, it)));
        parcels.addAll(scan.folder(Parcel.Origin.USER, settings.userFolder()));
        OneFilePlugins written = new OneFilePlugins(settings.stateFolder().resolve("compiled"), housePoints());
        know();
        parcels.addAll(written.in(settings.userFolder()));
        spoilt = written.spoilt();
        cache.save();
        return parcels;
    }

    private void know() {
        try {
            synchronized (files) {
                files.know();
            }
        } catch (IOException unreadable) {
            // The scan of the same folder says so of each plugin.
            LOG.warn("The files of plugins can't be looked at.", unreadable);
        }
    }

    private List<Point> housePoints() {
        return hostParcels.stream()
                .map(Parcel::reading)
                .filter(Reading.Good.class::isInstance)
                .flatMap(it -> ((Reading.Good) it).manifest().points().stream())
                .toList();
    }

    private Map<String, String> disabledNow() {
        Map<String, String> sentences = new TreeMap<>();
        disabled.all()
                .forEach(it -> sentences.put(it, "It is disabled. `gewu plugins enable " + it + "` switches it on."));
        return sentences;
    }

    private Map<String, String> skippedNow() {
        Map<String, String> sentences = new TreeMap<>();
        crashes.forEach((id, crash) -> sentences.put(id, crash.sentence()));
        return sentences;
    }

    private PluginReport report(String id) {
        House now = house;
        return report(now, row(id));
    }

    private PluginReport report(House now, House.Row row) {
        List<String> words = new ArrayList<>(lastWords.getOrDefault(row.id(), List.of()));
        List<Label> faults = spoilt.getOrDefault(row.id(), List.of());
        if (!faults.isEmpty()) {
            words.add("Its file was changed and can't be compiled; it goes on as it was.");
            faults.forEach(it -> words.add(it.en()));
        }
        return Why.report(now, row, words);
    }

    private House.Row row(String id) {
        House now = house;
        Plugin plugin = now.plugins().get(id);
        return now.rows().stream()
                .filter(it ->
                        it.id().equals(id) && (plugin == null || it.parcel().equals(plugin.parcel())))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private WorkbenchException unknown(String id) {
        List<String> ids = house.rows().stream().map(House.Row::id).toList();
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE, "There is no plugin “" + id + "”.", Nearest.hint(id, ids));
    }

    private <T> T exclusively(java.util.function.Supplier<T> work) {
        try {
            if (!change.tryLock(60, TimeUnit.SECONDS)) {
                throw new WorkbenchException(
                        "The plugins are being changed by somebody else for a minute already.", "Try again later.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
        try {
            return work.get();
        } finally {
            change.unlock();
        }
    }
}
