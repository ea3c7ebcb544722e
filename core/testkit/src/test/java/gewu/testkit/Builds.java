package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.kernel.word.Catalogue;
import gewu.testkit.Manual.Block;
import gewu.testkit.Manual.Example;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Builds example plugins as their authors would.
final class Builds {
    private Builds() {}

    /// A folder of classes with manifest and scripts.
    static Path of(Example example, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> sources = new ArrayList<>();
        for (Block source : example.sources()) {
            sources.add(source(source, folder));
        }
        compile(sources, classes, "");
        example.manifest().writeTo(classes, "META-INF/plugin.xml");
        for (Block script : example.scripts()) {
            script.writeTo(classes, script.language().equals("zh") ? Catalogue.PLACE : example.script());
        }
        return classes;
    }

    static Path source(Block block, Path folder) throws IOException {
        return block.writeTo(folder.resolve("sources"), block.className().replace('.', '/') + ".java");
    }

    static void compile(List<Path> sources, Path classes, String more) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String path = System.getProperty("java.class.path") + System.getProperty("path.separator") + more;
        List<String> options =
                List.of("-d", classes.toString(), "-cp", path, "-Xlint:all,-path,-classfile,-processing", "-Werror");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean isGood = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(isGood).as(said.toString()).isTrue();
        }
    }
}
