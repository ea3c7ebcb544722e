package gewu.kernel.plugin;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;

/// The parent of every plugin's class loader: lets through the JDK, the api and JSpecify's annotations, and nothing
/// else of the house.
final class ApiLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    ApiLoader(ClassLoader host) {
        super("gewu-api", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /// Whether the class belongs to what every plugin sees, so that a plugin's own copy of it never counts.
    static boolean isShared(String className) {
        return isApi(className)
                || Jdk.PACKAGES.contains(Manifest.packageOf(className))
                || className.startsWith("java.");
    }

    static boolean isApi(String className) {
        return className.startsWith("gewu.api.") || className.startsWith("org.jspecify.annotations.");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isApi(name) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
        return ClassLoader.getPlatformClassLoader().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return ClassLoader.getPlatformClassLoader().getResources(name);
    }

    /// The packages of the running Java, looked up once, at the first activation.
    private static final class Jdk {
        static final Set<String> PACKAGES = packages();

        private static Set<String> packages() {
            Set<String> packages = new HashSet<>();
            ModuleLayer.boot().configuration().modules().stream()
                    .map(java.lang.module.ResolvedModule::reference)
                    .filter(Jdk::isOfJdk)
                    .forEach(it -> packages.addAll(it.descriptor().packages()));
            return packages;
        }

        private static boolean isOfJdk(ModuleReference module) {
            return module.location().map(it -> "jrt".equals(it.getScheme())).orElse(false);
        }
    }
}
