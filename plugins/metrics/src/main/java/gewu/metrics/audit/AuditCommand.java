package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.export.Exports;
import gewu.api.metric.Check;
import gewu.api.plugin.Extensions;
import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `gewu audit`: which relations between figures hold.
final class AuditCommand implements Command {
    private static final int FOR_PEOPLE = 200;

    private final Audits audits;
    private final Exports exports;

    AuditCommand(Reports reports, CorrectedMetrics metrics, Packs packs, Extensions extensions) {
        this.audits = new Audits(reports, metrics, packs);
        this.exports = new Exports(extensions);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Audits.Asked asked = new Audits.Asked(name -> call.option("--" + name).orElse(""));
        Optional<String> file = call.option("--export");
        if (file.isPresent()) {
            return write(asked, file.get(), output);
        }
        AuditPanels panels = new AuditPanels(call.number("--limit", FOR_PEOPLE));
        audits.of(asked).forEachOrdered(audited -> {
            audited.checks().forEach(check -> output.row(row(audited.report().id(), check)));
            if (!output.isJson()) {
                panels.add(audited);
            }
        });
        output.show(panels.panel());
        return Exit.DONE;
    }

    private Exit write(Audits.Asked asked, String file, Output output) {
        long rows = exports.write(CheckFile.of(audits.of(asked)), output.language(), Path.of(file));
        output.row(DataRow.of("written").with("file", file).with("rows", rows));
        output.show(
                new Panel.Text(new Label("已写入 " + file + "：" + rows + " 行。", rows + " rows written to " + file + ".")));
        return Exit.DONE;
    }

    static DataRow row(String report, Check it) {
        return DataRow.of("check")
                .with("report", report)
                .with("kind", it.kind().id())
                .with("verdict", it.verdict().id())
                .with("severity", orNull(it.severity().id()))
                .with("formula", orNull(it.formula()))
                .with("computed", orNull(it.computed()))
                .with("stated", orNull(it.stated()))
                .with("operands", operands(it))
                .with("sentence", it.sentence().zh())
                .with("sentence_en", it.sentence().en());
    }

    private static List<Map<String, Object>> operands(Check check) {
        return check.operands().stream().map(AuditCommand::operand).toList();
    }

    private static Map<String, Object> operand(Check.Operand it) {
        Map<String, Object> operand = new LinkedHashMap<>();
        operand.put("metric", it.passage().report() + "/" + it.metric());
        operand.put("report", it.passage().report());
        operand.put("start", it.passage().start());
        operand.put("end", it.passage().end());
        operand.put("text", it.passage().text());
        return operand;
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }
}
