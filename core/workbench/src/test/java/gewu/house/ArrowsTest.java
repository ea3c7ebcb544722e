package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps the table of rooms true: each room uses only what the table allows.
class ArrowsTest {
    /// What everybody may use.
    private static final List<String> COMMON =
            List.of("java.", "javax.", "jdk.", "org.w3c.dom.", "org.xml.sax.", "org.jspecify.");

    /// A room: a package and everything below it, and what it may use beside the JDK and itself. The longest
    /// prefix wins.
    private static final List<Room> ROOMS = List.of(
            new Room("gewu.api", ""),
            new Room("gewu.kernel", "gewu.api org.slf4j org.semver4j de.siegmar.fastcsv"),
            new Room(
                    "gewu.kernel.plugin",
                    "gewu.api gewu.kernel com.sun.source org.slf4j org.semver4j org.picocontainer"),
            new Room("gewu.kernel.store", "gewu.api gewu.kernel org.slf4j java.sql javax.sql org.sqlite"),
            new Room("gewu.kernel.version", "gewu.api gewu.kernel com.github.difflib de.siegmar.fastcsv"),
            new Room(
                    "gewu.testkit",
                    "gewu.api gewu.kernel org.junit org.assertj org.opentest4j com.code_intelligence.jazzer"),
            new Room(
                    "gewu.workbench",
                    "gewu.api gewu.kernel picocli io.javalin jakarta.servlet org.eclipse.jetty gg.jte org.commonmark tools.jackson org.slf4j kotlin"),
            new Room("gg.jte.generated", "gewu.api gewu.workbench gg.jte"),
            new Room("gewu.index", "gewu.api org.apache.lucene"),
            new Room("gewu.importarchive", "gewu.api org.apache.commons.compress org.tukaani.xz"),
            new Room("gewu.importofd", "gewu.api"),
            new Room("gewu.importoffice", "gewu.api org.apache.poi org.apache.commons.compress com.rtfparserkit"),
            new Room("gewu.importpdf", "gewu.api org.apache.pdfbox org.apache.fontbox"),
            new Room("gewu.importpicture", "gewu.api"),
            new Room("gewu.importweb", "gewu.api org.jsoup org.apache.james.mime4j"),
            new Room("gewu.recognisetesseract", "gewu.api"),
            new Room("gewu.importtext", "gewu.api"),
            new Room("gewu.ledger", "gewu.api"),
            new Room("gewu.ledger.paper", "gewu.api org.dhatim.fastexcel"),
            new Room(
                    "gewu.mail", "gewu.api gewu.ledger.channel jakarta.mail jakarta.activation org.eclipse.angus.mail"),
            new Room("gewu.notebook", "gewu.api"),
            new Room("gewu.problems", "gewu.api"),
            new Room("gewu.compare", "gewu.api"),
            new Room("gewu.metrics", "gewu.api"),
            new Room("gewu.export", "gewu.api de.siegmar.fastcsv org.dhatim.fastexcel"),
            new Room("gewu.search", "gewu.api net.sourceforge.pinyin4j de.siegmar.fastcsv"),
            new Room("gewu.hello", "gewu.api"));

    /// JDK packages that are not for everybody.
    private static final List<String> RESERVED = List.of("java.sql", "javax.sql");

    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("gewu");
    }

    @Test
    void everyArrowPointsTheRightWay() {
        assertThat(wrongArrows(house())).isEmpty();
    }

    @Test
    void seesTheWholeHouse() {
        Map<String, Long> classes = house().stream()
                .collect(Collectors.groupingBy(ArrowsTest::nameOfRoom, TreeMap::new, Collectors.counting()));
        assertThat(classes.keySet())
                .as("a room without classes is a room this test does not guard")
                .containsAll(ROOMS.stream()
                        .map(Room::home)
                        .filter(home -> isBelow(home, "gewu"))
                        .toList())
                .doesNotContain("nowhere");
        assertThat(classes.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(200);
    }

    @Test
    void findsAnArrowPlantedTheWrongWay(@TempDir Path folder) throws IOException {
        Map<String, String> planted = Map.of(
                "gewu.api.report.Spy", "public class Spy { public Object peek() { return new gewu.kernel.Secret(); } }",
                "gewu.kernel.Secret", "public class Secret { }",
                "gewu.search.Shortcut", "class Shortcut { java.sql.Connection cut; }",
                "gewu.hello.Neighbour", "class Neighbour extends gewu.search.Open { }",
                "gewu.search.Open", "public class Open { }");
        compile(planted, folder);
        assertThat(wrongArrows(new ClassFileImporter().importPath(folder)))
                .anySatisfy(arrow -> assertThat(arrow).contains("gewu.api.report.Spy", "gewu.kernel.Secret"))
                .anySatisfy(arrow -> assertThat(arrow).contains("gewu.search.Shortcut", "java.sql.Connection"))
                .anySatisfy(arrow -> assertThat(arrow).contains("gewu.hello.Neighbour", "gewu.search.Open"))
                .hasSize(3);
    }

    private static List<String> wrongArrows(JavaClasses classes) {
        return classes.stream()
                .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> !isAllowed(arrow))
                .map(arrow -> arrow.getOriginClass().getName() + " → "
                        + arrow.getTargetClass().getName())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isAllowed(Dependency arrow) {
        String target = arrow.getTargetClass().getBaseComponentType().getName();
        if (!target.contains(".")) {
            return true; // int, boolean, …
        }
        return roomOf(arrow.getOriginClass()).map(room -> room.mayUse(target)).orElse(false);
    }

    private static Optional<Room> roomOf(JavaClass one) {
        return ROOMS.stream()
                .filter(room -> isBelow(one.getName(), room.home()))
                .max(Comparator.comparingInt(room -> room.home().length()));
    }

    private static String nameOfRoom(JavaClass one) {
        return roomOf(one).map(Room::home).orElse("nowhere");
    }

    private static boolean isBelow(String name, String home) {
        return name.startsWith(home + ".");
    }

    private static void compile(Map<String, String> sources, Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new SourceInMemory(source.getKey(), source.getValue()))
                .toList();
        boolean done;
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            done = compiler.getTask(null, manager, null, List.of("-d", folder.toString(), "-proc:none"), null, files)
                    .call();
        }
        assertThat(done).isTrue();
    }

    private record Room(String home, String uses) {
        boolean mayUse(String target) {
            boolean reserved = RESERVED.stream().anyMatch(name -> isBelow(target, name));
            return isBelow(target, home)
                    || Stream.of(uses.split(" ")).anyMatch(name -> !name.isEmpty() && isBelow(target, name))
                    || (!reserved && COMMON.stream().anyMatch(target::startsWith));
        }
    }

    private static final class SourceInMemory extends SimpleJavaFileObject {
        private final String code;

        SourceInMemory(String name, String body) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.code = "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + body;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
