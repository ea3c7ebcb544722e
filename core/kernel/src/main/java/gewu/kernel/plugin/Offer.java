package gewu.kernel.plugin;

import gewu.api.WorkbenchException;
import gewu.api.plugin.PluginFault;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing a plugin offers, an extension or a service, and the boundary every call on it passes.
///
/// The boundary sets the context class loader, knows whom the thread works for, measures, and turns whatever is thrown
/// into a [PluginFault]. It lets through what is meant for the caller: a [WorkbenchException], an end by interruption
/// or cancellation, and declared exceptions of the JDK such as `IOException`.
final class Offer {
    /// Whom the current thread works for; null for the house itself.
    private static final ThreadLocal<@Nullable String> WORKS_FOR = new ThreadLocal<>();

    private static final Object GONE = new Object();

    private final Plugin plugin;
    private final String key;
    private final String className;
    private final String typeName;
    private final Breaker breaker;
    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private volatile @Nullable Target target;
    private volatile Making<Target> making;
    private volatile boolean isGone;

    private record Target(Object object, Life life, Class<?> type) {}

    /// @param key      such as `importer/pdf`
    /// @param typeName the interface it is called by
    Offer(Plugin plugin, String key, String className, String typeName) {
        this.plugin = plugin;
        this.key = key;
        this.className = className;
        this.typeName = typeName;
        this.breaker = new Breaker(plugin.surroundings().settings().clock());
        this.making = newMaking();
    }

    String key() {
        return key;
    }

    Breaker breaker() {
        return breaker;
    }

    /// What it has cost since it began.
    PluginCost.Part cost() {
        return new PluginCost.Part(key, calls.sum(), nanos.sum(), breaker.count(), breaker.pausedFor());
    }

    /// How often it was called and how long that took, in one sentence.
    String usage() {
        long count = calls.sum();
        return count == 0
                ? "not called yet"
                : count + (count == 1 ? " call, " : " calls, ") + nanos.sum() / 1_000_000 + " ms";
    }

    /// Makes it, activating the plugin, and returns the object to call.
    ///
    /// @param successor finds who takes its place after a reload; null when nobody does
    /// @throws PluginFault if it can't be made or is paused
    Object instance(Supplier<@Nullable Offer> successor) {
        Target made = target();
        return made.type.isInterface()
                ? Proxy.newProxyInstance(
                        made.type.getClassLoader(),
                        new Class<?>[] {made.type},
                        new Boundary(this, made.type, successor))
                : made.object;
    }

    /// Another try after failures.
    void reset() {
        breaker.reset();
        if (target == null) {
            making = newMaking();
        }
    }

    /// The plugin ended; what is held of it is let go.
    void end() {
        isGone = true;
        making.abandon();
        target = null;
        making = newMaking();
        making.abandon();
    }

    /// Notes a failure that came on a thread of the plugin's own.
    PluginFault failed(String where, Throwable thrown, String loader) {
        String sentence = where + ": " + Told.sentence(thrown, loader);
        breaker.failed(sentence);
        return fault("failed in " + sentence);
    }

    private PluginFault fault(String what) {
        return new PluginFault(plugin.id(), key, "The plugin “" + plugin.id() + "” (" + key + ") " + what);
    }

    private Target target() {
        Target made = target;
        if (made != null) {
            return made;
        }
        refuseIfPaused();
        try {
            Life life = plugin.life();
            Making<Target> its = making;
            try {
                made = its.get();
            } catch (Making.Failed failed) {
                if (failed.isForGood() && !isGone) {
                    breaker.pause(failed.reason());
                }
                throw fault("can't be used. " + failed.reason());
            }
            synchronized (this) {
                if (!isGone && life == made.life) {
                    target = made;
                }
            }
            return made;
        } catch (Making.Failed failed) {
            throw fault("can't be used. " + failed.reason());
        }
    }

    private void refuseIfPaused() {
        String reason = breaker.pausedFor();
        if (!reason.isEmpty()) {
            throw fault(
                    "is not called any more: " + reason + " `gewu plugins enable " + plugin.id() + "` tries it again.");
        }
    }

    private Making<Target> newMaking() {
        return new Making<>(
                className,
                "gewu-plugin-" + plugin.id() + "-make",
                !plugin.isHost(),
                plugin.surroundings().budgets(),
                this::make,
                _ -> {});
    }

    private Target make() throws Making.Failed {
        Life life = plugin.life();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String workedFor = WORKS_FOR.get();
        thread.setContextClassLoader(life.loader());
        WORKS_FOR.set(plugin.id());
        try {
            Class<?> type = life.loader().loadClass(typeName);
            Object object = life.make(life.loader().loadClass(className));
            if (!type.isInstance(object)) {
                throw new Making.Failed(className + " does not implement " + typeName + ".", true);
            }
            return new Target(object, life, type);
        } catch (Making.Failed told) {
            throw told;
        } catch (Throwable thrown) {
            throw new Making.Failed(
                    className + " could not be made: " + plugin.explained(thrown, life.loaderName()), true);
        } finally {
            WORKS_FOR.set(workedFor);
            thread.setContextClassLoader(before);
        }
    }

    /// Whom the current thread works for; null for the house itself.
    static @Nullable String worksFor() {
        return WORKS_FOR.get();
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments, Class<?> type)
            throws Throwable {
        refuseIfPaused();
        if (isGone) {
            return GONE;
        }
        Target made = target();
        if (made.type != type || !made.life.enter()) {
            return GONE;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        String workedFor = WORKS_FOR.get();
        long began = System.nanoTime();
        thread.setContextClassLoader(made.life.loader());
        WORKS_FOR.set(plugin.id());
        try {
            return method.invoke(made.object, arguments);
        } catch (InvocationTargetException wrapped) {
            throw outward(method, wrapped.getTargetException(), made.life);
        } catch (Throwable thrown) {
            throw outward(method, thrown, made.life);
        } finally {
            WORKS_FOR.set(workedFor);
            thread.setContextClassLoader(before);
            made.life.leave();
            calls.increment();
            nanos.add(System.nanoTime() - began);
        }
    }

    /// What the caller is to see of what a plugin threw.
    private Throwable outward(Method method, Throwable thrown, Life life) {
        boolean isMeantForCaller = thrown instanceof WorkbenchException
                || thrown instanceof PluginFault
                || thrown instanceof InterruptedException
                || thrown instanceof CancellationException
                || isDeclared(method, thrown);
        return isMeantForCaller ? thrown : failed(method.getName() + "()", thrown, life.loaderName());
    }

    private static boolean isDeclared(Method method, Throwable thrown) {
        if (thrown instanceof RuntimeException || thrown instanceof Error || !isOfJdk(thrown.getClass())) {
            return false;
        }
        for (Class<?> declared : method.getExceptionTypes()) {
            if (declared.isInstance(thrown)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /// Stands before one offer, and after a reload before the one that took its place.
    private static final class Boundary implements InvocationHandler {
        private static final int RELOADS_FOLLOWED = 8;

        private final Class<?> type;
        private final Supplier<@Nullable Offer> successor;
        private volatile Offer offer;

        Boundary(Offer offer, Class<?> type, Supplier<@Nullable Offer> successor) {
            this.offer = offer;
            this.type = type;
            this.successor = successor;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, arguments);
            }
            for (int i = 0; i < RELOADS_FOLLOWED; i++) {
                Object answer = offer.call(method, arguments, type);
                if (answer != GONE) {
                    return answer;
                }
                Offer next = successor.get();
                if (next == null) {
                    break;
                }
                offer = next;
            }
            throw offer.fault("is not there any more. Ask the registry again.");
        }

        private Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> offer.plugin.id() + " " + offer.key;
            };
        }
    }
}
