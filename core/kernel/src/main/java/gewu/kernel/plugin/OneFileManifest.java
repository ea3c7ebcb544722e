package gewu.kernel.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// The manifest of a plugin that is one file. Each class that implements the interface of an
/// extension point is an extension: its id comes from its name, its title from the first line of
/// its comment (`各年份报告份数 · Reports by year`), its parameters from the comment's lines `@param year
/// 年度 · Year`.
final class OneFileManifest {
    private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s*@param\\s+([A-Za-z][\\w-]*)\\s+(.+)$");
    private static final Pattern KIND_OF_CLASS = Pattern.compile("(?<=.)(View|Command)$");

    private final String file;
    private final String id;
    private final List<Point> points;
    private final StringBuilder extensions = new StringBuilder();
    private final List<String> faults = new ArrayList<>();
    private Words title = new Words("", "");

    /// A text in both languages.
    private record Words(String zh, String en) {
        /// `中文 · English`, or one text for both.
        static Words of(String line) {
            String[] parts = line.strip().split("\\s+[·|]\\s+", 2);
            return new Words(parts[0].strip(), parts[parts.length - 1].strip());
        }

        String attributes() {
            return " title=\"" + escaped(zh) + "\" title-en=\"" + escaped(en) + "\"";
        }
    }

    /// @param points those that classes may contribute to
    OneFileManifest(String file, String id, List<Point> points) {
        this.file = file;
        this.id = id;
        this.points = points;
    }

    /// Adds what a class contributes, if it does.
    void add(TypeElement type, Elements elements, Types types) {
        String comment = Optional.ofNullable(elements.getDocComment(type)).orElse("");
        for (Point point : points) {
            TypeElement itsType = elements.getTypeElement(point.type());
            if (itsType != null
                    && !point.isData()
                    && types.isAssignable(types.erasure(type.asType()), types.erasure(itsType.asType()))) {
                add(point, type, comment);
            }
        }
    }

    private void add(Point point, TypeElement type, String comment) {
        String name = type.getSimpleName().toString();
        String first = comment.strip().lines().findFirst().orElse("");
        Words words = first.isEmpty() || first.startsWith("@")
                ? Words.of(spaced(name))
                : Words.of(first.replaceAll("[.。]$", ""));
        title = title.zh().isEmpty() ? words : title;
        Map<String, String> known = new HashMap<>(Map.of("title", words.zh(), "title-en", words.en()));
        if (point.id().equals("command")) {
            known.put("access", "read");
        }
        StringBuilder attributes = new StringBuilder();
        for (Point.Attribute attribute : point.attributes()) {
            String value = known.get(attribute.name());
            if (value != null) {
                attributes
                        .append(' ')
                        .append(attribute.name())
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            } else if (attribute.required()) {
                faults.add(file + ": The extension point “" + point.id() + "” needs “" + attribute.name() + "” ("
                        + attribute.title().en()
                        + "), which one file can't say. Make a plugin with a manifest of it.");
            }
        }
        String contribution = OneFilePlugins.id(KIND_OF_CLASS.matcher(name).replaceAll(""));
        extensions
                .append("  <extension point=\"")
                .append(point.id())
                .append("\" id=\"")
                .append(contribution)
                .append("\" class=\"")
                .append(type.getQualifiedName())
                .append('"')
                .append(attributes)
                .append(">\n")
                .append(inside(point, comment))
                .append("  </extension>\n");
    }

    private static String inside(Point point, String comment) {
        String element = switch (point.id()) {
            case "view" -> "parameter";
            case "command" -> "argument";
            default -> "";
        };
        if (element.isEmpty()) {
            return "";
        }
        String rest = element.equals("argument") ? " required=\"false\"" : "";
        return PARAMETER
                .matcher(comment)
                .results()
                .map((MatchResult it) -> "    <" + element + " name=\"" + it.group(1) + "\"" + rest
                        + Words.of(it.group(2)).attributes() + "/>\n")
                .collect(Collectors.joining());
    }

    /// `ReportsByYear` is `Reports by year`.
    private static String spaced(String name) {
        String words = OneFilePlugins.id(name).replace('-', ' ');
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// What the classes lack.
    List<String> faults() {
        if (extensions.isEmpty()) {
            return List.of(
                    file + " contributes nothing: none of its classes implements the interface of an extension point."
                            + " Let one implement gewu.api.workbench.View, for example.");
        }
        return List.copyOf(faults);
    }

    String xml() {
        return "<plugin id=\"" + id + "\" version=\"1.0.0\" api=\"^1.0\"" + title.attributes() + ">\n" + extensions
                + "</plugin>\n";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
