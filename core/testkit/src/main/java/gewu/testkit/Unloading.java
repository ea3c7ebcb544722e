package gewu.testkit;

import gewu.kernel.plugin.Plugins;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proves that a plugin leaves nothing behind.
public final class Unloading {
    private static final int LOOKS = 50;

    private Unloading() {}

    /// Activates the plugin, disables it, and fails unless its classes can be collected; the message names what holds
    /// them, as far as it can be seen from the house and from running threads.
    public static void assertUnloads(TemporaryWorkbench bench, String plugin) throws InterruptedException {
        Plugins plugins = bench.house().plugins();
        plugins.activate(plugin);
        WeakReference<@Nullable ClassLoader> loader = new WeakReference<>(plugins.loaderOf(plugin));
        plugins.disable(plugin);
        if (!isCollected(loader)) {
            throw new AssertionError(
                    "The plugin “" + plugin + "” is not unloaded after its end. " + holders(loader, bench));
        }
    }

    private static boolean isCollected(WeakReference<@Nullable ClassLoader> loader) throws InterruptedException {
        for (int i = 0; i < LOOKS && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return loader.get() == null;
    }

    private static String holders(WeakReference<@Nullable ClassLoader> collected, TemporaryWorkbench bench) {
        ClassLoader loader = collected.get();
        if (loader == null) {
            return "It was collected late; give it another run.";
        }
        List<String> holders = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            threadHolds(thread, loader, holders);
        }
        new RetainingPath(loader).from("House", bench.house()).ifPresent(holders::add);
        return holders.isEmpty()
                ? "Neither a running thread nor the house is seen to hold it; look for statics of the JDK (loggers, drivers, "
                        + "shutdown hooks) in a heap dump: jcmd "
                        + ProcessHandle.current().pid() + " GC.heap_dump FILE."
                : "It is held by " + String.join(", and by ", holders) + ".";
    }

    private static void threadHolds(Thread thread, ClassLoader loader, List<String> holders) {
        boolean isContext = thread.getContextClassLoader() == loader;
        boolean isInside = false;
        for (StackTraceElement frame : thread.getStackTrace()) {
            isInside |= String.valueOf(loader.getName()).equals(frame.getClassLoaderName());
        }
        if (isContext || isInside) {
            holders.add("the thread “" + thread.getName() + "”"
                    + (isInside ? ", which runs its code" : ", whose context class loader it is"));
        }
    }
}
