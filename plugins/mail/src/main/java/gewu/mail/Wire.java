package gewu.mail;

import gewu.api.WorkbenchException;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/// A connection to the mail server, over which letters go one by one. For one thread.
final class Wire implements AutoCloseable {
    private static final String MILLIS_TO_CONNECT = "20000";
    private static final String MILLIS_TO_ANSWER = "60000";
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FINAL_REFUSAL = 500;

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;

    private Wire(MailSettings settings, Session session, Transport transport) {
        this.settings = settings;
        this.session = session;
        this.transport = transport;
    }

    /// What became of a letter.
    sealed interface Sent {
        /// The server took it.
        record Taken() implements Sent {}

        /// The server did not take it, for sure.
        ///
        /// @param isFinal whether the same would be refused again (SMTP 5xx) because of its address
        record Refused(String why, boolean isFinal) implements Sent {}

        /// The connection broke while it was sent: nobody knows whether the server took it.
        record Unclear(String why) implements Sent {}
    }

    /// Connects and, where the settings name a user, says who we are.
    ///
    /// @throws IOException        if the server can't be reached or does not let us in; it says why and what to do
    /// @throws WorkbenchException if settings are off
    static Wire connect(MailSettings settings) throws IOException {
        Session session = Session.getInstance(properties(settings));
        try {
            Transport transport = session.getTransport("smtp");
            String password = settings.user().isEmpty() ? null : settings.password();
            transport.connect(
                    settings.host(), settings.port(), settings.user().isEmpty() ? null : settings.user(), password);
            return new Wire(settings, session, transport);
        } catch (AuthenticationFailedException refused) {
            throw new IOException(
                    settings.place() + " does not let “" + Line.cut(settings.user()) + "” in: " + reason(refused)
                            + ". Check user and password.",
                    refused);
        } catch (MessagingException unreachable) {
            throw new IOException(
                    "The mail server " + settings.place() + " can't be used: " + reason(unreachable)
                            + ". Check whether it runs, and the settings: gewu mail.",
                    unreachable);
        }
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    Sent send(Letter letter) {
        try {
            MimeMessage message = message(letter);
            transport.sendMessage(message, message.getAllRecipients());
            return new Sent.Taken();
        } catch (SendFailedException failed) {
            return refusalIn(failed, letter).orElseGet(() -> new Sent.Unclear(broken(letter, failed)));
        } catch (MessagingException broken) {
            return new Sent.Unclear(broken(letter, broken));
        }
    }

    /// The server's refusal somewhere in what was thrown; empty if it said none.
    private Optional<Sent> refusalIn(SendFailedException failed, Letter letter) {
        Optional<Sent> found = Optional.empty();
        for (Exception next = failed; next instanceof MessagingException one; next = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException refused) {
                return Optional.of(
                        new Sent.Refused(refusal(letter, refused), refused.getReturnCode() >= FIRST_FINAL_REFUSAL));
            }
            if (one instanceof SMTPSenderFailedException refused) {
                return Optional.of(new Sent.Refused(
                        settings.place() + " takes nothing from " + settings.sender() + ": " + reason(refused)
                                + ". Check sender and user in " + MailSettings.FILE + ".",
                        false));
            }
            if (one instanceof SMTPSendFailedException refused && refused.getReturnCode() >= FIRST_REFUSAL) {
                found = Optional.of(new Sent.Refused(refusal(letter, refused), false));
            }
        }
        return found;
    }

    private String refusal(Letter letter, MessagingException refused) {
        return settings.place() + " refused mail to " + letter.address() + ": " + reason(refused)
                + ". Check the address in " + AddressBook.FILE + ".";
    }

    private String broken(Letter letter, MessagingException broken) {
        return "The connection to " + settings.place() + " broke on the way to " + letter.address() + ": "
                + reason(broken) + ". The same letter goes out again.";
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The server hung up first: what it took, it has acknowledged before.
            return;
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + ">");
            }
        };
        try {
            message.setFrom(new InternetAddress(settings.sender(), settings.senderName(), "UTF-8"));
        } catch (UnsupportedEncodingException absent) {
            throw new IllegalStateException("This Java has no UTF-8.", absent);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(Line.of(letter.subject()), "UTF-8");
        message.setSentDate(Date.from(letter.madeAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(
                letter.words().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.saveChanges();
        return message;
    }

    private static Properties properties(MailSettings settings) {
        Properties all = new Properties();
        all.put("mail.smtp.connectiontimeout", MILLIS_TO_CONNECT);
        all.put("mail.smtp.timeout", MILLIS_TO_ANSWER);
        all.put("mail.smtp.writetimeout", MILLIS_TO_ANSWER);
        all.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case NONE -> all.put("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                all.put("mail.smtp.starttls.enable", "true");
                all.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> all.put("mail.smtp.ssl.enable", "true");
        }
        settings.certificate().ifPresent(it -> all.put("mail.smtp.ssl.socketFactory", trusting(it)));
        return all;
    }

    /// Sockets to servers whose certificate one of the authorities in a file vouches for.
    private static SSLSocketFactory trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate it : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("own" + number++, it);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException off) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The certificate " + file + " can't be used: " + Line.cut(String.valueOf(off.getMessage())) + ".",
                    "Save the authority's certificate as PEM.",
                    off);
        }
    }

    /// What the innermost cause says: the server's own words, where there are some.
    private static String reason(MessagingException thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String words = root.getMessage();
        return Line.cut(words == null || words.isBlank() ? root.toString() : words)
                .replaceFirst("[.。]$", "");
    }
}
