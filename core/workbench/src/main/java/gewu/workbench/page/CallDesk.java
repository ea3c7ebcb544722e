package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes a form of what a command's manifest says, so that every command can be called without a terminal. Safe for all
/// threads.
final class CallDesk {
    private final Extensions extensions;

    CallDesk(Extensions extensions) {
        this.extensions = extensions;
    }

    /// The command to be filled in, and examples of it.
    ///
    /// @throws WorkbenchException if there is no such command, or it is one for a terminal alone
    Panel form(String id, Ask ask) {
        Extension<Command> command = extensions
                .find(Command.class, id)
                .filter(it -> !it.attribute("terminal").orElse("").equals("true"))
                .orElseThrow(() -> new WorkbenchException(
                        ask.say("这里没有“" + id + "”这个命令。", "There is no command “" + id + "” here."),
                        ask.say("按 Ctrl+Shift+P 看有哪些。", "Ctrl+Shift+P shows which there are.")));
        List<Panel.Field> fields = new ArrayList<>();
        command.elements().stream()
                .filter(it -> it.name().equals("argument"))
                .forEach(it -> fields.add(field(it, it.attribute("name").orElse(""), true)));
        command.elements().stream()
                .filter(it -> it.name().equals("option"))
                .forEach(it -> fields.add(field(it, it.attribute("name").orElse(""), false)));
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(command.title()));
        panels.add(new Panel.Form(Label.same(""), id, List.of(), fields, new Label("执行", "Run")));
        examples(command).forEach(panels::add);
        return new Panel.Stack(panels);
    }

    private static Stream<Panel> examples(Extension<Command> command) {
        List<Panel.Row> rows = command.elements().stream()
                .filter(it -> it.name().equals("example"))
                .map(it -> Panel.Row.of("gewu " + it.attribute("call").orElse(""), it.title()))
                .toList();
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new Panel.Table(
                        new Label("在终端里这样写", "In a terminal it is written like this"),
                        List.of(Panel.Column.text("写法", "Call"), Panel.Column.text("作用", "What it does")),
                        rows));
    }

    private static Panel.Field field(Extension.Element element, String name, boolean isArgument) {
        String value = element.attribute("value").orElse("");
        Panel.Field.Kind kind = element.attribute("file").orElse("").equals("in")
                ? Panel.Field.Kind.FILE
                : isArgument ? Panel.Field.Kind.LINE : kind(value);
        List<Panel.Choice> choices = kind == Panel.Field.Kind.CHOICE
                ? Stream.of(value.split("\\|"))
                        .map(it -> new Panel.Choice(it, Label.same(it)))
                        .toList()
                : List.of();
        boolean isRequired =
                isArgument && !element.attribute("required").orElse("").equals("false");
        return new Panel.Field(name, element.title(), kind, "", choices, isRequired);
    }

    private static Panel.Field.Kind kind(String value) {
        if (value.isEmpty()) {
            return Panel.Field.Kind.SWITCH;
        }
        return value.contains("|")
                ? Panel.Field.Kind.CHOICE
                : switch (value) {
                    case "N" -> Panel.Field.Kind.NUMBER;
                    case "DAY" -> Panel.Field.Kind.DAY;
                    default -> Panel.Field.Kind.LINE;
                };
    }
}
