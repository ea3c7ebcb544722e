package gewu.workbench.json;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers another program: one JSON object a line, `type` first, then the values in the order given.
///
/// Line ends inside text are escaped, so a line is always a whole object; each is written out at once.
public final class JsonLines implements Output {
    private final JsonFactory json = new JsonFactory();
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    /// @param out with UTF-8 as its encoding
    public JsonLines(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /// A row as one line of JSON, without a line end.
    public static String object(DataRow row) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new JsonLines(nowhere, nowhere, Progress.NONE).line(row);
    }

    /// Values by name as one JSON object, without a line end.
    public static String map(Map<String, ?> values) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        StringWriter text = new StringWriter();
        JsonLines lines = new JsonLines(nowhere, nowhere, Progress.NONE);
        try (JsonGenerator generator = lines.json.createGenerator(ObjectWriteContext.empty(), text)) {
            lines.write(generator, "", values);
        }
        return text.toString();
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public void row(DataRow row) {
        out.print(line(row) + "\n");
    }

    @Override
    public void show(Panel panel) {
        // Programs read rows.
    }

    @Override
    public void note(String text) {
        err.println(text);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /// The row as one line of JSON, without a line end.
    String line(DataRow row) {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            generator.writeStartObject();
            generator.writeStringProperty("type", row.type());
            for (Map.Entry<String, @Nullable Object> value : row.values().entrySet()) {
                generator.writeName(value.getKey());
                write(generator, value.getKey(), value.getValue());
            }
            generator.writeEndObject();
        }
        return line.toString();
    }

    private void write(JsonGenerator generator, String name, @Nullable Object value) {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(wellFormed(text));
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Short number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            case Double number -> writeFinite(generator, name, number);
            case Float number -> writeFinite(generator, name, number);
            case List<?> list -> {
                generator.writeStartArray();
                for (Object each : list) {
                    write(generator, name, each);
                }
                generator.writeEndArray();
            }
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeName(String.valueOf(entry.getKey()));
                    write(generator, name, entry.getValue());
                }
                generator.writeEndObject();
            }
            default ->
                throw new IllegalArgumentException("“" + name + "” holds a "
                        + value.getClass().getName() + "; JSON takes text, numbers, booleans, lists, maps and null.");
        }
    }

    private static void writeFinite(JsonGenerator generator, String name, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("“" + name + "” is " + number + "; JSON has no such number.");
        }
        generator.writeNumber(number);
    }

    /// Half of a surrogate pair can't be written as UTF-8; it becomes the replacement character, one unit for one.
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, '\ufffd');
            }
        }
        return mended == null ? text : mended.toString();
    }
}
