package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.workbench.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a browser asks for.
///
/// @param path       such as `/report/r-1`, decoded
/// @param fields     the names of the query, or of a posted form, with their values; none is empty
/// @param language   `zh` or `en`
/// @param visit      who asks, and from where
/// @param isPost     whether something is to be done, rather than shown
/// @param isPart     whether only the inner part of the page is wanted, to be laid into a window of the workbench
/// @param uploads    the files that came along
record Ask(
        String path,
        Map<String, List<String>> fields,
        String language,
        Visit visit,
        boolean isPost,
        boolean isPart,
        List<Upload> uploads) {
    Ask {
        fields = Map.copyOf(fields);
        uploads = List.copyOf(uploads);
    }

    /// Who asks.
    Person person() {
        return visit.person();
    }

    /// The same, asked by somebody else.
    Ask by(Visit other) {
        return new Ask(path, fields, language, other, isPost, isPart, uploads);
    }

    /// The same, with what was posted.
    Ask with(Map<String, List<String>> posted, List<Upload> files) {
        return new Ask(path, posted, language, visit, isPost, isPart, files);
    }

    /// The first value of each field.
    Map<String, String> parameters() {
        Map<String, String> first = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (!values.isEmpty()) {
                first.put(name, values.getFirst());
            }
        });
        return first;
    }

    /// The parameter's value without white space around it; empty when absent.
    String parameter(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /// All values of the parameter, such as those of ticked boxes, parted by spaces; empty when absent.
    String words(String name) {
        return String.join(" ", fields.getOrDefault(name, List.of())).strip();
    }

    /// One of two texts, by the language asked for.
    String say(String zh, String en) {
        return language.equals("en") ? en : zh;
    }

    /// The parameter's value as a whole number from 0 to `most`; 0 when absent.
    ///
    /// @throws WorkbenchException if it is none
    int number(String name, int most) {
        String word = parameter(name);
        if (word.isEmpty()) {
            return 0;
        }
        if (!word.matches("\\d{1,9}") || Integer.parseInt(word) > most) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    new Label("“" + word + "”不能作为 " + name + "。", "“" + word + "” can't be the " + name + ".")
                            .in(language),
                    new Label("请写 0 到 " + most + " 之间的整数。", "Write a whole number from 0 to " + most + ".")
                            .in(language));
        }
        return Integer.parseInt(word);
    }

    /// What stands behind `prefix` in the path.
    String behind(String prefix) {
        return path.substring(prefix.length());
    }
}
