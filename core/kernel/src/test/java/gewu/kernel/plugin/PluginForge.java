package gewu.kernel.plugin;

import gewu.api.plugin.ExtensionPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Makes small plugins out of sources, in process.
///
/// ```java
/// Path jar = PluginForge.plugin("bowl").view("pot", "PotView").source("PotView", "…").jar(folder);
/// ```
public final class PluginForge {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// Shared, because opening the JDK's classes anew takes most of a second.
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private final String id;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final StringBuilder inside = new StringBuilder();
    private final Map<String, byte[]> neighbourClasses = new TreeMap<>();
    private String version = "1.0.0";
    private String api = "^1.0";

    private PluginForge(String id) {
        this.id = id;
    }

    public static PluginForge plugin(String id) {
        return new PluginForge(id);
    }

    /// A plugin with one view `id-view` that shows `id` and its version.
    static PluginForge good(String id) {
        return plugin(id).view(id + "-view", "Good").source("Good", shows("\"" + id + "\""));
    }

    /// The source of a view that shows an expression.
    static String shows(String expression) {
        return "final class Good implements View { public Panel show(Map<String, String> parameters) { return new Panel.Text(String.valueOf("
                + expression + ")); } }";
    }

    PluginForge version(String text) {
        version = text;
        return this;
    }

    PluginForge api(String range) {
        api = range;
        return this;
    }

    PluginForge requires(String plugin, String range) {
        return xml("<requires plugin=\"" + plugin + "\" version=\"" + range + "\"/>");
    }

    PluginForge component(String type) {
        return xml("<component class=\"" + qualified(type) + "\"/>");
    }

    PluginForge view(String view, String type) {
        return xml("<extension point=\"view\" id=\"" + view + "\" class=\"" + qualified(type) + "\" title=\"" + view
                + "\" title-en=\"" + view + "\"/>");
    }

    /// Adds a line to the manifest.
    public PluginForge xml(String line) {
        inside.append("  ").append(line).append('\n');
        return this;
    }

    /// Adds a class of the plugin's own package; common imports are there already.
    public PluginForge source(String type, String body) {
        sources.put(
                qualified(type),
                "package " + packageName() + ";\n"
                        + "import gewu.api.*; import gewu.api.plugin.*; import gewu.api.workbench.*; import java.util.*; import java.util.concurrent.*; import java.time.*; import java.io.*; import java.nio.file.*;\n"
                        + body);
        return this;
    }

    /// Adds a class under its full name.
    PluginForge sourceOf(String qualifiedType, String text) {
        sources.put(qualifiedType, text);
        return this;
    }

    PluginForge file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /// Compiles against the classes of another plugin as well.
    PluginForge against(PluginForge other) {
        neighbourClasses.putAll(other.classes());
        return this;
    }

    String qualified(String type) {
        return type.contains(".") ? type : packageName() + "." + type;
    }

    String packageName() {
        return "forged." + id.replace('-', '_').replace('.', '_');
    }

    String manifest() {
        return "<plugin id=\"" + id + "\" version=\"" + version + "\" api=\"" + api + "\">\n" + inside + "</plugin>\n";
    }

    /// Writes `id.jar` into the folder.
    public Path jar(Path folder) {
        return jar(folder, id + ".jar");
    }

    Path jar(Path folder, String name) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/plugin.xml", manifest().getBytes(StandardCharsets.UTF_8));
        classes().forEach((type, bytes) -> entries.put(type.replace('.', '/') + ".class", bytes));
        entries.putAll(files);
        return write(folder.resolve(name), entries);
    }

    /// Writes a folder of classes `id` into the folder.
    Path classesFolder(Path folder) throws IOException {
        Path root = folder.resolve(id);
        put(root.resolve("META-INF/plugin.xml"), manifest().getBytes(StandardCharsets.UTF_8));
        for (var it : classes().entrySet()) {
            put(root.resolve(it.getKey().replace('.', '/') + ".class"), it.getValue());
        }
        return root;
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static Path write(Path jar, Map<String, byte[]> entries) {
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var it : entries.entrySet()) {
                    out.putNextEntry(new ZipEntry(it.getKey()));
                    out.write(it.getValue());
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The compiled classes by name.
    Map<String, byte[]> classes() {
        return sources.isEmpty() ? Map.of() : compile(sources, neighbourClasses);
    }

    private static String classPath() {
        try {
            String pf4j = Path.of(org.pf4j.ExtensionPoint.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            return pf4j
                    + java.io.File.pathSeparator
                    + Path.of(ExtensionPoint.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    + java.io.File.pathSeparator
                    + Path.of(org.jspecify.annotations.NullMarked.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static synchronized Map<String, byte[]> compile(Map<String, String> sources, Map<String, byte[]> known) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((type, text) -> units.add(
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                }));
        Path scratch = null;
        try {
            scratch = Files.createTempDirectory("forge-");
            for (var it : known.entrySet()) {
                put(scratch.resolve(it.getKey().replace('.', '/') + ".class"), it.getValue());
            }
            Memory memory = new Memory(FILES);
            boolean isDone = COMPILER.getTask(
                            null,
                            memory,
                            problems,
                            List.of(
                                    "-proc:none",
                                    "-parameters",
                                    "-cp",
                                    scratch + java.io.File.pathSeparator + classPath()),
                            null,
                            units)
                    .call();
            if (!isDone) {
                throw new IllegalStateException(problems.getDiagnostics().toString());
            }
            Map<String, byte[]> classes = new TreeMap<>();
            memory.written.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
            return classes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(scratch);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path scratch) {
        try {
            if (scratch != null) {
                Scope.delete(scratch);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /// Keeps class files in memory.
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
