package gewu.kernel.plugin;

import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One plugin whose needs are met, with at most one life. Nothing of it is loaded before somebody asks for its life.
/// Safe for all threads; no lock is held while code of the plugin runs.
final class Plugin {
    private final Surroundings surroundings;
    private final Parcel parcel;
    private final Manifest manifest;
    private final List<Plugin> required;
    private final CompletableFuture<?> gate;
    private final Map<String, Offer> offers = new LinkedHashMap<>();
    private volatile long startNanos;
    private final List<String> remarks = new ArrayList<>();
    private volatile Making<Life> making;
    private volatile @Nullable Life life;

    /// A life that is still being started, so that it can be ended when its start is given up.
    private volatile @Nullable Life begun;

    private volatile String failure = "";
    private volatile boolean isGone;
    private volatile List<Path> copies = List.of();

    /// @param required the plugins it requires
    /// @param points   the points it may contribute to
    /// @param gate     completes when those whose place it takes have ended
    Plugin(
            Surroundings surroundings,
            Parcel parcel,
            Manifest manifest,
            List<Plugin> required,
            Points points,
            CompletableFuture<?> gate) {
        this.surroundings = surroundings;
        this.parcel = parcel;
        this.manifest = manifest;
        this.required = List.copyOf(required);
        this.gate = gate;
        for (Manifest.Declared extension : manifest.extensions()) {
            if (extension.className() != null) {
                String type = points.find(extension.point()).map(Point::type).orElse("");
                offers.put(extension.key(), new Offer(this, extension.key(), extension.className(), type));
            }
        }
        for (Manifest.Service service : manifest.services()) {
            String key = "service/" + service.type();
            offers.put(key, new Offer(this, key, service.className(), service.type()));
        }
        this.making = newMaking();
    }

    String id() {
        return manifest.id();
    }

    Manifest manifest() {
        return manifest;
    }

    Parcel parcel() {
        return parcel;
    }

    List<Plugin> required() {
        return required;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean isHost() {
        return parcel.origin() == Parcel.Origin.HOST;
    }

    boolean isAlive() {
        return life != null;
    }

    /// Its class loader; null when it has no life.
    @Nullable
    ClassLoader loader() {
        Life living = life;
        return living == null ? null : living.loader();
    }

    boolean isGone() {
        return isGone;
    }

    Map<String, Offer> offers() {
        return offers;
    }

    /// Why it can't live; empty when nothing is known against it.
    String failure() {
        return failure;
    }

    /// Things people should know of it that keep nothing from working.
    List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }

    void remark(String sentence) {
        synchronized (remarks) {
            if (!remarks.contains(sentence) && remarks.size() < 20) {
                remarks.add(sentence);
            }
        }
    }

    /// Forgets its failures.
    void reset() {
        synchronized (remarks) {
            remarks.clear();
        }
        offers.values().forEach(Offer::reset);
        synchronized (this) {
            if (life == null && !isGone) {
                failure = "";
                making = newMaking();
            }
        }
    }

    /// Its life; the first to ask activates it and those it requires.
    ///
    /// @throws Making.Failed with the reason, for people
    Life life() throws Making.Failed {
        Life living = life;
        if (living != null) {
            return living;
        }
        if (!failure.isEmpty()) {
            throw new Making.Failed(failure, true);
        }
        Making<Life> its = making;
        try {
            return its.get();
        } catch (Making.Failed failed) {
            if (failed.isForGood() && !isGone) {
                fail(failed.reason());
            }
            throw failed;
        }
    }

    /// Ends its life because of a fault; nobody can use it until it is enabled again.
    void fail(String reason) {
        Life living;
        synchronized (this) {
            if (failure.isEmpty()) {
                failure = reason;
            }
            living = life;
            life = null;
            making = newMaking();
        }
        Life halfMade = begun;
        begun = null;
        Life ending = living == null ? halfMade : living;
        if (ending != null) {
            Thread.ofPlatform().daemon().name("gewu-plugin-" + id() + "-fail").start(() -> end(ending));
        }
    }

    /// Ends it for good; another object may take its place.
    ///
    /// @return what went wrong, in sentences
    List<String> end() {
        isGone = true;
        making.abandon();
        offers.values().forEach(Offer::end);
        Life living;
        synchronized (this) {
            living = life;
            life = null;
            making = newMaking(); // the old one holds the life it made
            making.abandon();
        }
        return living == null ? List.of() : end(living);
    }

    private List<String> end(Life living) {
        List<String> faults = living.end(surroundings.budgets().stop());
        faults.forEach(this::remark);
        return faults;
    }

    /// The copies of its jars, to be dropped when they are of no more use.
    List<Path> copies() {
        return copies;
    }

    private Making<Life> newMaking() {
        return new Making<>(
                "The plugin “" + id() + "”",
                "gewu-plugin-" + id() + "-start",
                !isHost(),
                surroundings.budgets(),
                this::begin,
                this::endLate);
    }

    private void endLate(Life late) {
        end(late);
        synchronized (this) {
            if (life == late) {
                life = null;
            }
        }
    }

    /// How long its last start took, in nanoseconds; 0 while it was not started.
    long startNanos() {
        return startNanos;
    }

    /// Runs on the plugin's own start thread.
    private Life begin() throws Making.Failed {
        gate.join();
        long from = System.nanoTime();
        Life begun = start();
        startNanos = System.nanoTime() - from;
        return begun;
    }

    private Life start() throws Making.Failed {
        Map<Class<?>, Object> services = new HashMap<>(surroundings.services());
        Map<String, ClassLoader> neighbours = new HashMap<>();
        try {
            for (Plugin neighbour : required) {
                if (!neighbour.isHost()) {
                    takeExports(neighbour, services, neighbours);
                }
            }
        } catch (Making.Failed failed) {
            throw new Making.Failed("It requires a plugin that failed. " + failed.reason(), true);
        } catch (ClassNotFoundException | LinkageError | RuntimeException unusable) {
            throw new Making.Failed("A plugin it requires can't be used: " + Told.sentence(unusable, ""), true);
        }
        if (isHost()) {
            return begin(services, neighbours);
        }
        surroundings.guard().enter(id(), manifest.version());
        try {
            return begin(services, neighbours);
        } finally {
            surroundings.guard().leave(id());
        }
    }

    private void takeExports(Plugin neighbour, Map<Class<?>, Object> services, Map<String, ClassLoader> neighbours)
            throws Making.Failed, ClassNotFoundException {
        if (neighbour.manifest.exportedPackages().isEmpty()) {
            return;
        }
        ClassLoader its = neighbour.life().loader();
        for (String exported : neighbour.manifest.exportedPackages()) {
            if (!exported.startsWith("gewu.api")) {
                neighbours.put(exported, its);
            }
        }
        for (Manifest.Service service : neighbour.manifest.services()) {
            Offer offer = neighbour.offers.get("service/" + service.type());
            if (offer != null) {
                services.put(its.loadClass(service.type()), offer.instance(() -> null));
            }
        }
    }

    private Life begin(Map<Class<?>, Object> services, Map<String, ClassLoader> neighbours) throws Making.Failed {
        Path data = surroundings.settings().dataFolder().resolve(id());
        Scope scope = new Scope(id(), manifest.version().toString(), data, this::timerFailed);
        Life fresh = new Life(loader(neighbours), scope);
        begun = fresh;
        scope.within(fresh.loader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(fresh.loader());
        try {
            services.put(PluginScope.class, scope);
            services.put(Extensions.class, surroundings.extensions());
            services.putIfAbsent(Clock.class, surroundings.settings().clock());
            if (isHost()) {
                services.put(Plugins.class, surroundings.plugins());
            }
            fresh.wire(new Wiring(id(), services, classes(fresh.loader()), made -> hold(scope, made)));
            for (String eager : eagerClasses()) {
                fresh.make(fresh.loader().loadClass(eager));
            }
            synchronized (this) {
                if (isGone || !failure.isEmpty()) {
                    throw new Making.Failed("The plugin “" + id() + "” ended while it started.", true);
                }
                life = fresh;
            }
            begun = null;
            return fresh;
        } catch (Making.Failed failed) {
            begun = null;
            end(fresh);
            throw failed;
        } catch (Throwable thrown) {
            String reason = "It failed while it started: " + explained(thrown, fresh.loaderName());
            begun = null;
            thread.setContextClassLoader(before);
            end(fresh);
            throw new Making.Failed(reason, true);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void hold(Scope scope, Object made) {
        if (made instanceof AutoCloseable closeable) {
            scope.onClose(closeable);
        }
    }

    private ClassLoader loader(Map<String, ClassLoader> neighbours) throws Making.Failed {
        if (isHost()) {
            return surroundings.settings().hostLoader();
        }
        try {
            List<Path> files = parcel.isCopied() ? surroundings.copies().of(parcel.classPath()) : parcel.classPath();
            copies = parcel.isCopied() ? files : List.of();
            List<URL> urls = new ArrayList<>();
            for (Path file : files) {
                urls.add(file.toUri().toURL());
            }
            String name = id() + "@" + manifest.version() + "#" + surroundings.nextGeneration(id());
            return new PluginLoader(name, urls.toArray(URL[]::new), surroundings.api(), neighbours);
        } catch (IOException unreadable) {
            throw new Making.Failed("Its files can't be read: " + unreadable + ". Install it again.", true);
        }
    }

    /// All classes the manifest names. A class that can't be loaded is told when it is asked for, so that one bad
    /// extension does not take the others with it.
    private Set<Class<?>> classes(ClassLoader loader) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (String name : manifest.classNames()) {
            try {
                classes.add(loader.loadClass(name));
            } catch (ClassNotFoundException | LinkageError unusable) {
                remark(name + " can't be loaded: " + explained(unusable, String.valueOf(loader.getName())));
            }
        }
        return classes;
    }

    private List<String> eagerClasses() {
        return Stream.concat(
                        manifest.components().stream().map(Manifest.Component::className),
                        manifest.services().stream().map(Manifest.Service::className))
                .distinct()
                .toList();
    }

    private void timerFailed(Throwable thrown) {
        Life living = life;
        remark("Work on a thread of its own failed: " + explained(thrown, living == null ? "" : living.loaderName()));
    }

    /// What was thrown, in words an author can act on.
    String explained(Throwable thrown, String loader) {
        Throwable cause = Told.unwrapped(thrown);
        String sentence = Told.sentence(cause, loader);
        return switch (cause) {
            case Wiring.WiringException told -> String.valueOf(told.getMessage());
            case UnsupportedClassVersionError _ ->
                sentence + ". This is Java " + Runtime.version().feature() + ": compile it with --release "
                        + Runtime.version().feature() + ", or run a newer Java.";
            case ClassNotFoundException _, NoClassDefFoundError _ ->
                sentence + ". " + missing(String.valueOf(cause.getMessage()));
            case LinkageError _ ->
                sentence + ". It was compiled against another version of what it uses; compile it against this api.";
            case OutOfMemoryError _ ->
                sentence + ". The house goes on; give it more memory, or the plugin less to keep.";
            default -> sentence;
        };
    }

    private String missing(String name) {
        String dotted = name.replace('/', '.');
        if (ApiLoader.isApi(dotted)) {
            return "This api has no such class; compile the plugin against this api.";
        }
        return dotted.startsWith("gewu.") || dotted.startsWith("org.picocontainer.") || dotted.startsWith("org.sqlite.")
                ? "Plugins see the api, their own jars and exported packages of required plugins, nothing else of the house."
                : "The class is in none of the plugin's jars; add the library to the plugin.";
    }
}
