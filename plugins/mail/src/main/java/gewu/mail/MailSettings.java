package gewu.mail;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which server takes our letters and who sends them: `mail.tsv` in the plugin's data folder.
///
/// @param user         empty where the server asks for none
/// @param passwordFile where the user's password stands
/// @param certificate  of an authority that this computer does not know, as PEM
record MailSettings(
        String host,
        int port,
        Security security,
        String sender,
        String senderName,
        String user,
        Optional<Path> passwordFile,
        Optional<Path> certificate) {
    static final String FILE = "mail.tsv";

    private static final String NAME = "格物整改台账";
    private static final List<String> KNOWN =
            List.of("host", "port", "tls", "sender", "sender-name", "user", "password-file", "certificate");

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    /// How the connection is protected.
    enum Security {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /// Empty while no line of the file names a server.
    ///
    /// @throws WorkbenchException if a line is off; it says which and why
    static Optional<MailSettings> in(Path folder) {
        Map<String, TableFile.Row> rows = new LinkedHashMap<>();
        for (TableFile.Row it : TableFile.read(folder.resolve(FILE)).rows()) {
            if (!KNOWN.contains(it.name())) {
                throw off(it, "there is no setting “" + Line.cut(it.name()) + "”", Nearest.hint(it.name(), KNOWN));
            }
            if (it.value().isEmpty()) {
                throw off(
                        it, "“" + it.name() + "” has no value", "Write the value behind a tab, or take the line away.");
            }
            rows.put(it.name(), it);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(of(rows, folder));
    }

    private static MailSettings of(Map<String, TableFile.Row> rows, Path folder) {
        TableFile.Row host = needed(rows, "host");
        TableFile.Row sender = needed(rows, "sender");
        if (!host.value().matches("[A-Za-z0-9.:_-]{1,253}")) {
            throw off(
                    host, "“" + Line.cut(host.value()) + "” is no server", "Write its name, such as smtp.example.cn.");
        }
        if (!AddressBook.isAddress(sender.value())) {
            throw off(
                    sender,
                    "“" + Line.cut(sender.value()) + "” is no address",
                    "Write the sender like ducha@example.cn.");
        }
        Security security =
                Optional.ofNullable(rows.get("tls")).map(MailSettings::security).orElse(Security.STARTTLS);
        return new MailSettings(
                host.value(),
                Optional.ofNullable(rows.get("port")).map(MailSettings::port).orElse(security.usualPort),
                security,
                sender.value(),
                Optional.ofNullable(rows.get("sender-name"))
                        .map(it -> Line.cut(it.value()))
                        .orElse(NAME),
                Optional.ofNullable(rows.get("user")).map(TableFile.Row::value).orElse(""),
                file(rows, "password-file", folder),
                file(rows, "certificate", folder));
    }

    private static Optional<Path> file(Map<String, TableFile.Row> rows, String name, Path folder) {
        return Optional.ofNullable(rows.get(name)).map(it -> {
            try {
                return folder.resolve(it.value());
            } catch (InvalidPathException no) {
                throw off(it, "“" + Line.cut(it.value()) + "” is no file", "Write the path of a file.");
            }
        });
    }

    private static TableFile.Row needed(Map<String, TableFile.Row> rows, String name) {
        TableFile.Row row = rows.get(name);
        if (row == null) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    FILE + " has no line “" + name + "”.",
                    "gewu mail shows where the file is and what belongs into it.");
        }
        return row;
    }

    private static Security security(TableFile.Row row) {
        return switch (row.value()) {
            case "none" -> Security.NONE;
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            default -> throw off(row, "tls takes no “" + Line.cut(row.value()) + "”", "Known: none, starttls, tls.");
        };
    }

    private static int port(TableFile.Row row) {
        if (!row.value().matches("\\d{1,5}")
                || Integer.parseInt(row.value()) > 65_535
                || Integer.parseInt(row.value()) < 1) {
            throw off(row, "“" + Line.cut(row.value()) + "” is no port", "Write a number from 1 to 65535.");
        }
        return Integer.parseInt(row.value());
    }

    private static WorkbenchException off(TableFile.Row row, String why, String remedy) {
        return new WorkbenchException(
                WorkbenchException.Kind.WORKSPACE, "Line " + row.number() + " of " + FILE + ": " + why + ".", remedy);
    }

    /// The server, as people name it.
    String place() {
        return host + ":" + port;
    }

    /// The user's password, read when it is needed.
    ///
    /// @throws WorkbenchException if it can't be had
    String password() {
        Path file = passwordFile.orElseThrow(() -> new WorkbenchException(
                WorkbenchException.Kind.WORKSPACE,
                FILE + " names a user and no password-file.",
                "Write the password into a file that only you may read, and its path behind password-file."));
        try {
            return Files.readString(file).replace("\uFEFF", "").strip();
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The password can't be read from " + file + ": " + reason(unreadable) + ".",
                    "Write the password into this file, which only you may read.",
                    unreadable);
        }
    }

    /// How others may come to know the password.
    record Exposure(String what, String remedy) {}

    List<Exposure> exposures() {
        List<Exposure> all = new ArrayList<>();
        if (!user.isEmpty()) {
            passwordFile
                    .filter(MailSettings::isReadByAll)
                    .ifPresent(it -> all.add(new Exposure(
                            "Everybody on this computer may read " + it
                                    + ", in which the password of the mail server stands.",
                            "Let only its owner read it: chmod 600.")));
            if (security == Security.NONE && !LOOPBACK.contains(host)) {
                all.add(new Exposure(
                        "The password goes to " + place() + " in the clear.",
                        "Set tls to starttls or tls in " + FILE + "."));
            }
        }
        return all;
    }

    /// Where the file system knows nothing of owners, nobody can tell.
    private static boolean isReadByAll(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static String reason(IOException unreadable) {
        return unreadable instanceof FileSystemException failed && failed.getReason() == null
                ? "it is not there or not to be read"
                : String.valueOf(unreadable.getMessage());
    }
}
