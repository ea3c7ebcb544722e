package gewu.kernel.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/// Loads the classes of one life of one plugin. Its name, `id@version#generation`, stands in every stack frame.
///
/// The JDK and the api come from the parent, everything else from the plugin's own jars first; of the plugins it
/// requires, only the packages they export are seen.
final class PluginLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, ClassLoader> neighbours;

    /// @param neighbours the loader of each package that a required plugin exports
    PluginLoader(String name, URL[] urls, ApiLoader parent, Map<String, ClassLoader> neighbours) {
        super(name, urls, parent);
        this.neighbours = Map.copyOf(neighbours);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (ApiLoader.isShared(name)) {
            return getParent().loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                ClassLoader neighbour = neighbours.get(Manifest.packageOf(name));
                loaded = neighbour == null ? findClass(name) : ownOrOf(neighbour, name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    /// A package that a required plugin exports comes from that plugin, so that both speak of the same classes.
    private Class<?> ownOrOf(ClassLoader neighbour, String name) throws ClassNotFoundException {
        try {
            return neighbour.loadClass(name);
        } catch (ClassNotFoundException notThere) {
            return findClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? getParent().getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}
