package gewu.testkit;

import gewu.api.Label;
import gewu.kernel.House;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/// Sees of all manifests on a test's class path only those of the host, so that a plugin under test is no part of the
/// host.
final class HostLoader extends ClassLoader {
    private static final String MANIFEST = "META-INF/plugin.xml";

    static {
        registerAsParallelCapable();
    }

    HostLoader(ClassLoader parent) {
        super("temporary-workbench", parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        return name.equals(MANIFEST)
                ? Collections.enumeration(Collections.list(all).stream()
                        .filter(HostLoader::isHost)
                        .toList())
                : all;
    }

    private static boolean isHost(URL manifest) {
        List<String> homes = Stream.of(Label.class, House.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().toString())
                .toList();
        return homes.stream().anyMatch(home -> manifest.toString().contains(home));
    }
}
