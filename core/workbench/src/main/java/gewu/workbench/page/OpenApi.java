package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.workbench.command.CommandTerms;
import gewu.workbench.json.JsonLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes the api as OpenAPI 3.1, from manifests alone: no plugin is loaded.
final class OpenApi {
    private final Extensions extensions;

    OpenApi(Extensions extensions) {
        this.extensions = extensions;
    }

    /// One JSON object.
    String described() {
        Map<String, Object> paths = new LinkedHashMap<>();
        extensions.of(Command.class).stream()
                .map(CommandTerms::new)
                .filter(it -> !it.isForTerminalsOnly())
                .forEach(it -> paths.put("/api/" + it.command().id(), path(it)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("openapi", "3.1.0");
        all.put(
                "info",
                Map.of("title", "Gewu 格物", "version", "1", "summary", "The commands of the workbench, as JSON Lines"));
        all.put("paths", paths);
        all.put("security", List.of(Map.of("token", List.of())));
        all.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        Map.of("row", row(), "fault", fault())));
        return JsonLines.map(all);
    }

    private static Map<String, Object> path(CommandTerms terms) {
        Map<String, Object> path = new LinkedHashMap<>();
        path.put("get", operation(terms, false));
        path.put("post", operation(terms, true));
        return path;
    }

    private static Map<String, Object> operation(CommandTerms terms, boolean isPost) {
        Extension<Command> command = terms.command();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", command.id() + (isPost ? "Post" : ""));
        operation.put("summary", inBoth(command.title()));
        operation.put(
                "description",
                isPost
                        ? "May change something. To read, one has to be a " + terms.least(false) + "; to write, a "
                                + terms.least(true) + "."
                        : "Only reads. One has to be a " + terms.least(false) + ".");
        if (isPost) {
            operation.put("requestBody", body(terms));
        } else {
            operation.put("parameters", parameters(terms));
        }
        operation.put("responses", responses());
        return operation;
    }

    private static List<Map<String, Object>> parameters(CommandTerms terms) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        if (!terms.arguments().isEmpty()) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("name", CommandDesk.ARGUMENT);
            words.put("in", "query");
            words.put("description", arguments(terms));
            words.put("schema", texts());
            parameters.add(words);
        }
        for (Extension.Element option : open(terms)) {
            if (terms.useOf(name(option)) != CommandTerms.FileUse.IN) {
                Map<String, Object> parameter = new LinkedHashMap<>();
                parameter.put("name", name(option));
                parameter.put("in", "query");
                parameter.put("description", inBoth(option.title()));
                parameter.put("schema", schema(option));
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private static Map<String, Object> body(CommandTerms terms) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (!terms.arguments().isEmpty()) {
            Map<String, Object> words = new LinkedHashMap<>(texts());
            words.put("description", arguments(terms));
            properties.put(CommandDesk.ARGUMENT, words);
        }
        for (Extension.Element option : open(terms)) {
            Map<String, Object> schema = new LinkedHashMap<>(schema(option));
            schema.put("description", inBoth(option.title()));
            properties.put(name(option), schema);
        }
        Map<String, Object> form = Map.of("schema", Map.of("type", "object", "properties", properties));
        return Map.of("content", Map.of("application/x-www-form-urlencoded", form, "multipart/form-data", form));
    }

    private static Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                Map.of(
                        "description",
                        "One JSON object a line, as the command line writes them; files that were written follow as rows "
                                + "of the type file, each with an address to fetch it once.",
                        "content",
                        Map.of("application/jsonl", Map.of("schema", Map.of("$ref", "#/components/schemas/row")))));
        responses.put(
                "default",
                Map.of(
                        "description",
                        "400 not understood, 401 unknown, 403 not allowed, 404 not found, 405 has to be posted, 413 too much, "
                                + "429 too often, 500 failed",
                        "content",
                        Map.of("application/jsonl", Map.of("schema", Map.of("$ref", "#/components/schemas/fault")))));
        return responses;
    }

    private static List<Extension.Element> open(CommandTerms terms) {
        return terms.options().stream()
                .filter(it -> !terms.isForTerminalsOnly(name(it)))
                .toList();
    }

    private static String arguments(CommandTerms terms) {
        return String.join(
                "; ",
                terms.arguments().stream()
                        .map(it -> it.attribute("name").orElse("") + ": " + inBoth(it.title()))
                        .toList());
    }

    private static Map<String, Object> schema(Extension.Element option) {
        if (option.attribute("value").isEmpty()) {
            return Map.of("type", "boolean");
        }
        return option.attribute("file").filter("in"::equals).isPresent()
                ? Map.of("type", "string", "format", "binary")
                : Map.of("type", "string");
    }

    private static Map<String, Object> texts() {
        return Map.of("type", "array", "items", Map.of("type", "string"));
    }

    private static Map<String, Object> row() {
        return Map.of(
                "type",
                "object",
                "required",
                List.of("type"),
                "properties",
                Map.of("type", Map.of("type", "string", "description", "what the row is about")));
    }

    private static Map<String, Object> fault() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of(
                "type",
                "object",
                "required",
                List.of("type", "message", "remedy"),
                "properties",
                Map.of("type", Map.of("const", "fault"), "message", text, "remedy", text));
    }

    private static String name(Extension.Element option) {
        return option.attribute("name").orElse("");
    }

    private static String inBoth(Label title) {
        return title.zh() + " / " + title.en();
    }
}
