package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Preference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The preferences that plugins declare, as pages to fill in; each person has his own. Safe for all threads.
final class PreferenceDesk {
    private final Extensions extensions;
    private final Settings settings;

    PreferenceDesk(Extensions extensions, Settings settings) {
        this.extensions = extensions;
        this.settings = settings;
    }

    /// All preferences, page by page, with this person's values.
    List<PreferencePage> pages(Ask ask) {
        Map<String, String> kept = settings.of(ask.person());
        Map<String, List<PreferencePage.Field>> pages = new LinkedHashMap<>();
        for (Extension<Preference> it : extensions.of(Preference.class)) {
            pages.computeIfAbsent(worded(it, "page", ask), _ -> new ArrayList<>())
                    .add(field(it, kept, ask));
        }
        return pages.entrySet().stream()
                .map(it -> new PreferencePage(it.getKey(), it.getValue()))
                .toList();
    }

    /// Keeps what was filled in; a value that is the default is forgotten, so that a later default counts.
    ///
    /// @throws WorkbenchException if a value is none that its preference takes; nothing is kept then
    void keep(Ask ask) {
        List<Extension<Preference>> all = extensions.of(Preference.class);
        all.forEach(it -> check(it, value(it, ask), ask));
        for (Extension<Preference> it : all) {
            if (ask.fields().containsKey(it.id())) {
                String value = value(it, ask);
                settings.keep(
                        ask.person(), it.id(), value.equals(it.attributes().getOrDefault("default", "")) ? "" : value);
            }
        }
    }

    private static String value(Extension<Preference> it, Ask ask) {
        return ask.parameter(it.id());
    }

    private static void check(Extension<Preference> it, String value, Ask ask) {
        boolean isFit = value.isEmpty()
                || switch (it.attributes().getOrDefault("kind", "text")) {
                    case "choice" -> values(it, "values").contains(value);
                    case "switch" -> value.equals("yes") || value.equals("no");
                    case "number" -> isWithin(it, value);
                    default -> true;
                };
        if (!isFit) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    ask.say(
                            "“" + worded(it, "title", ask) + "”不能是“" + value + "”。",
                            "“" + worded(it, "title", ask) + "” can't be “" + value + "”."),
                    ask.say("请从给出的值里选，数字在范围之内。", "Choose one of the values given, a number within its limits."));
        }
    }

    private static boolean isWithin(Extension<Preference> it, String value) {
        if (!value.matches("-?\\d{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return it.attribute("least")
                        .map(Integer::parseInt)
                        .filter(least -> number < least)
                        .isEmpty()
                && it.attribute("most")
                        .map(Integer::parseInt)
                        .filter(most -> number > most)
                        .isEmpty();
    }

    private static PreferencePage.Field field(Extension<Preference> it, Map<String, String> kept, Ask ask) {
        List<String> values = values(it, "values");
        List<String> words = values(it, ask.say("values-zh", "values-en"));
        List<ViewPage.Choice> choices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            choices.add(new ViewPage.Choice(values.get(i), i < words.size() ? words.get(i) : values.get(i)));
        }
        return new PreferencePage.Field(
                it.id(),
                worded(it, "title", ask),
                it.attributes().getOrDefault("kind", "text"),
                kept.getOrDefault(it.id(), it.attributes().getOrDefault("default", "")),
                choices,
                it.attributes().getOrDefault("least", ""),
                it.attributes().getOrDefault("most", ""));
    }

    private static List<String> values(Extension<Preference> it, String attribute) {
        String all = it.attributes().getOrDefault(attribute, "");
        return all.isEmpty() ? List.of() : List.of(all.split("\\|"));
    }

    private static String worded(Extension<Preference> it, String attribute, Ask ask) {
        String zh = it.attributes().getOrDefault(attribute, "");
        return ask.say(zh, it.attributes().getOrDefault(attribute + "-en", zh));
    }
}
