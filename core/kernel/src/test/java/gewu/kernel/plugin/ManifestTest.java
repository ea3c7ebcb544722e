package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/// What an author reads who mistyped something, and that the generated schema agrees with the reader.
final class ManifestTest {

    private static List<Manifest> house() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (URL url : Collections.list(ManifestTest.class.getClassLoader().getResources(ManifestReader.PLACE))) {
            try (InputStream xml = url.openStream()) {
                if (ManifestReader.read(url.toString(), xml) instanceof Reading.Good(var manifest)) {
                    manifests.add(manifest);
                }
            }
        }
        return manifests;
    }

    private static List<String> faults(String xml) throws IOException {
        Reading reading =
                ManifestReader.read("plugin.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        List<Manifest> all = new ArrayList<>(house());
        return switch (reading) {
            case Reading.Bad(var _, var _, var faults) -> faults;
            case Reading.Good(var manifest) -> {
                all.add(manifest);
                yield Points.of(all).faults(manifest, Set.of("gewu", "kernel"));
            }
        };
    }

    private static String plugin(String inside) {
        return "<plugin id=\"bowl\" version=\"1.0.0\" api=\"^1.0\">\n" + inside + "\n</plugin>";
    }

    private static void validate(String xml) throws IOException, SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(new StreamSource(
                        new StringReader(Schema.of(Points.of(house()).all()))))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void theHousesOwnManifestsAreReadAndValid() throws Exception {
        List<String> ids = new ArrayList<>();
        for (URL url : Collections.list(ManifestTest.class.getClassLoader().getResources(ManifestReader.PLACE))) {
            try (InputStream xml = url.openStream()) {
                String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(faults(text))
                        .filteredOn(it -> !it.contains("declared by"))
                        .isEmpty();
                assertThatCode(() -> validate(text)).doesNotThrowAnyException();
                ids.add(url.toString());
            }
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(2);
    }

    /// @param fault what the author reads
    /// @param isXsd whether XML Schema 1.0 can tell it too
    record Mistake(String xml, String fault, boolean isXsd) {}

    static Stream<Mistake> mistakes() {
        String view = "<extension point=\"view\" id=\"v\" class=\"a.V\" title=\"t\" title-en=\"t\"";
        return Stream.of(
                new Mistake(
                        plugin("<extention/>"),
                        "plugin.xml:2: There is no element <extention> here. Did you mean “extension”?",
                        true),
                new Mistake(
                        plugin("<requires plugin=\"a\" verson=\"^1.0\"/>"),
                        "plugin.xml:2: <requires> has no attribute “verson”. Did you mean “version”?",
                        true),
                new Mistake(
                        plugin("<requires plugin=\"a\" version=\"1.0\"/>"),
                        "plugin.xml:2: “1.0” is not a range of versions. Write it like “^1.0”",
                        true),
                new Mistake(plugin("<component/>"), "plugin.xml:2: <component> lacks “class”. Add class=\"…\".", true),
                new Mistake(
                        plugin("<component class=\"not a class\"/>"),
                        "plugin.xml:2: “not a class” is not the name of a class.",
                        true),
                new Mistake(
                        plugin("<point id=\"p\" type=\"a.B\" cardinality=\"two\"/>"),
                        "plugin.xml:2: “cardinality” takes many or one, not “two”.",
                        true),
                new Mistake(
                        plugin("<point id=\"p\" type=\"a.B\"><atribute name=\"x\"/></point>"),
                        "plugin.xml:2: There is no element <atribute> here. Did you mean “attribute”?",
                        true),
                new Mistake(
                        plugin(view.replace("\"view\"", "\"veiw\"") + "/>"),
                        "plugin.xml:2: There is no extension point “veiw”. Did you mean “view”?",
                        true),
                new Mistake(
                        plugin(view + " titel=\"t\"/>"),
                        "plugin.xml:2: view/v has no attribute “titel”. Did you mean “title”?",
                        true),
                new Mistake(
                        plugin(view + " order=\"first\"/>"),
                        "plugin.xml:2: “order” takes a whole number, not “first”.",
                        true),
                new Mistake(
                        plugin(view + "><paramter name=\"x\"/></extension>"),
                        "plugin.xml:2: view/v holds no <paramter>. Did you mean “parameter”?",
                        true),
                new Mistake(
                        plugin(
                                "<extension point=\"command\" id=\"c\" class=\"a.C\" title=\"t\" title-en=\"t\" access=\"raed\"/>"),
                        "plugin.xml:2: command/c: “access” takes one of read, write, none, not “raed”. Did you mean “read”?",
                        true),
                new Mistake(
                        plugin("<extension point=\"importer\" id=\"i\" class=\"a.I\" media=\"x\" max-bytes=\"many\"/>"),
                        "plugin.xml:2: importer/i: “max-bytes” takes a whole number, not “many”.",
                        true),
                new Mistake(plugin("some words"), "Text has no place here: “some words”.", true),
                new Mistake(plugin("<component class=\"a.B\">"), "The XML is not well-formed", true),
                new Mistake(
                        "<plugin id=\"Bowl Of Rice\" version=\"1.0.0\" api=\"^1.0\"/>",
                        "plugin.xml:1: “Bowl Of Rice” is not an id.",
                        true),
                new Mistake(
                        "<plugin id=\"bowl\" version=\"1.0\" api=\"^1.0\"/>",
                        "plugin.xml:1: “1.0” is not a version. Write all three numbers: “1.0.0”.",
                        true),
                new Mistake("<plugin id=\"bowl\" api=\"^1.0\"/>", "plugin.xml:1: <plugin> lacks “version”.", true),
                new Mistake(
                        "<plugin id=\"bowl\" version=\"1.0.0\" api=\"newest\"/>",
                        "plugin.xml:1: “newest” is not a range of versions.",
                        true),
                new Mistake("<plugins/>", "plugin.xml:1: A manifest begins with <plugin>, not with <plugins>.", true),
                // what depends on the point, XML Schema 1.0 can't tell
                new Mistake(
                        plugin("<extension point=\"view\" id=\"v\" class=\"a.V\" title=\"t\"/>"),
                        "plugin.xml:2: view/v lacks “title-en”",
                        false),
                new Mistake(plugin(view + " media=\"x\"/>"), "plugin.xml:2: view/v has no attribute “media”.", false),
                new Mistake(
                        plugin("<extension point=\"view\" id=\"v\" title=\"t\" title-en=\"t\"/>"),
                        "plugin.xml:2: view/v lacks “class”.",
                        false),
                new Mistake(
                        plugin("<extension point=\"tables\" id=\"t\" class=\"a.T\"><script file=\"x\"/></extension>"),
                        "plugin.xml:2: The point “tables” is data; take class=\"…\" out.",
                        false),
                new Mistake(
                        plugin("<extension point=\"tables\" id=\"t\"/>"),
                        "plugin.xml:2: tables/t lacks <script>",
                        false),
                new Mistake(
                        plugin(view + "/>\n" + view + "/>"),
                        "plugin.xml:3: The extension view/v stands here twice.",
                        false));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesFileLineAndTheNearestValidName(Mistake mistake) throws Exception {
        assertThat(faults(mistake.xml)).anySatisfy(it -> assertThat(it).contains(mistake.fault));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theSchemaRefusesWhatTheReaderRefusesAsFarAsSchemasCan(Mistake mistake) {
        boolean isRefused = org.assertj.core.api.Assertions.catchThrowable(() -> validate(mistake.xml)) != null;

        assertThat(isRefused).isEqualTo(mistake.isXsd);
    }

    @Test
    void tellsAllFaultsAtOnce() throws Exception {
        assertThat(faults(plugin("<component/>\n<servise/>\n<requires plugin=\"a\" version=\"x\"/>")))
                .hasSize(3);
    }

    @Test
    void readsNothingFromOutside() throws Exception {
        String xml =
                "<!DOCTYPE plugin [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<plugin id=\"a\" version=\"1.0.0\" api=\"^1.0\">&x;</plugin>";

        assertThat(faults(xml)).isNotEmpty();
    }
}
