package gewu.workbench.page;

import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.workbench.Command;
import gewu.api.workbench.DataRow;
import gewu.workbench.json.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The api for programs: each command at an address of its own, with the JSON Lines of the command line. Safe for all
/// threads.
final class ApiDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ApiDesk.class);
    private static final String LINES = "application/jsonl; charset=utf-8";

    private final Extensions extensions;
    private final CommandDesk commands;
    private final FetchDesk files;
    private final Wording wording;

    ApiDesk(Extensions extensions, CommandDesk commands, FetchDesk files, Wording wording) {
        this.extensions = extensions;
        this.commands = commands;
        this.files = files;
        this.wording = wording;
    }

    /// @param command its id, or `openapi.json`
    /// @throws Refused if the person may not
    Reply answer(String command, Ask ask) {
        if (command.equals("openapi.json")) {
            return Reply.json(new OpenApi(extensions).described());
        }
        if (extensions.find(Command.class, command).isEmpty()) {
            return fault(
                    404,
                    ask.say("没有“" + command + "”这个命令。", "There is no command “" + command + "”."),
                    ask.say("命令都列在 /api/openapi.json。", "/api/openapi.json lists them."));
        }
        CommandDesk.Allowed allowed;
        try {
            allowed = commands.allow(command, ask);
        } catch (WorkbenchException misunderstood) {
            return fault(400, said(String.valueOf(misunderstood.getMessage()), ask), said(misunderstood.remedy(), ask));
        }
        // What came along is there until the answer has been given; so the command runs while it is written.
        return new Reply.Flow(wire -> write(allowed, ask, wire));
    }

    static Reply fault(int status, String message, String remedy) {
        return new Reply.Text(status, LINES, line(message, remedy) + "\n");
    }

    private static String line(String message, String remedy) {
        return JsonLines.object(DataRow.of("fault").with("message", message).with("remedy", remedy));
    }

    private void write(CommandDesk.Allowed allowed, Ask ask, Reply.Wire wire) throws IOException {
        LateStream out = new LateStream(wire);
        PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream remarks = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            Command.Exit exit = commands.run(allowed, new JsonLines(printed, remarks, Progress.NONE), ask);
            for (Written file : files.keep(allowed.files().written(), ask.person())) {
                printed.print(JsonLines.object(DataRow.of("file")
                                .with("name", file.name())
                                .with("bytes", file.bytes())
                                .with("fetch", file.address()))
                        + "\n");
            }
            printed.flush();
            out.end(200, Map.of("Gewu-Exit", String.valueOf(exit.status())));
        } catch (WorkbenchException refused) {
            int status = refused.kind() == WorkbenchException.Kind.USAGE ? 400 : 404;
            printed.print(line(said(String.valueOf(refused.getMessage()), ask), said(refused.remedy(), ask)) + "\n");
            printed.flush();
            out.end(status, Map.of("Gewu-Exit", refused.kind() == WorkbenchException.Kind.USAGE ? "2" : "1"));
        } catch (PluginFault fault) {
            LOG.warn("{}", ask.path(), fault);
            printed.print(line(String.valueOf(fault.getMessage()), "") + "\n");
            printed.flush();
            out.end(500, Map.of("Gewu-Exit", "1"));
        } catch (RuntimeException | LinkageError | StackOverflowError unexpected) {
            LOG.error("{}", ask.path(), unexpected);
            printed.print(line(
                            ask.say("出现意外错误。", "Something unexpected happened."),
                            ask.say("详情见服务器的 state/gewu.log。", "The details are in state/gewu.log of the server."))
                    + "\n");
            printed.flush();
            out.end(500, Map.of("Gewu-Exit", "1"));
        }
    }

    private String said(String english, Ask ask) {
        return wording.label(english).in(ask.language());
    }

    /// Holds the beginning back: as long as nothing was sent, the status can still tell how it ended.
    private static final class LateStream extends OutputStream {
        private static final int HELD_BACK = 64 * 1024;

        private final Reply.Wire wire;
        private final java.io.ByteArrayOutputStream held = new java.io.ByteArrayOutputStream();
        private @org.jspecify.annotations.Nullable OutputStream sent;

        LateStream(Reply.Wire wire) {
            this.wire = wire;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (sent == null && held.size() + count <= HELD_BACK) {
                held.write(bytes, from, count);
                return;
            }
            begun(200, Map.of()).write(bytes, from, count);
        }

        void end(int status, Map<String, String> headers) throws IOException {
            begun(status, headers).flush();
        }

        private OutputStream begun(int status, Map<String, String> headers) throws IOException {
            OutputStream known = sent;
            if (known == null) {
                known = wire.begin(status, LINES, headers);
                held.writeTo(known);
                sent = known;
            }
            return known;
        }
    }
}
