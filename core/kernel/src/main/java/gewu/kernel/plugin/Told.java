package gewu.kernel.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what a plugin threw into words, so that nothing of the plugin is kept alive by it.
final class Told {
    private Told() {}

    /// The failure in one sentence, with the place in the plugin's own code.
    ///
    /// @param loader name of the plugin's class loader
    static String sentence(Throwable thrown, String loader) {
        Throwable cause = unwrapped(thrown);
        StringBuilder words = new StringBuilder(name(cause));
        String message = message(cause);
        if (!message.isEmpty()) {
            words.append(": ").append(message);
        }
        Throwable deeper = cause.getCause();
        for (int i = 0; deeper != null && i < 4; i++, deeper = deeper.getCause()) {
            words.append("; because of ")
                    .append(name(deeper))
                    .append(message(deeper).isEmpty() ? "" : ": " + message(deeper));
        }
        String place = place(cause, loader);
        if (!place.isEmpty()) {
            words.append(" (at ").append(place).append(')');
        }
        return words.toString();
    }

    /// Where the thread stands; empty when it has ended.
    static String place(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        for (StackTraceElement frame : frames) {
            String loader = frame.getClassLoaderName();
            if (loader != null && loader.contains("@")) {
                return frame.toString();
            }
        }
        return frames.length == 0 ? "" : frames[0].toString();
    }

    static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof InvocationTargetException
                || thrown.getClass().getName().startsWith("org.picocontainer.");
    }

    private static String place(Throwable thrown, String loader) {
        List<StackTraceElement> frames = new ArrayList<>();
        try {
            frames.addAll(List.of(thrown.getStackTrace()));
        } catch (RuntimeException | StackOverflowError unhelpful) {
            return "";
        }
        return frames.stream()
                .filter(it -> loader.equals(it.getClassLoaderName()))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
    }

    private static String name(Throwable thrown) {
        String name = thrown.getClass().getName();
        return name.startsWith("java.lang.") ? name.substring("java.lang.".length()) : name;
    }

    /// The message; a plugin's exception may fail even at that.
    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : shortened(message);
        } catch (RuntimeException | StackOverflowError unhelpful) {
            return "";
        }
    }

    private static String shortened(@Nullable String message) {
        String text = message == null ? "" : message;
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
