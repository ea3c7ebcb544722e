package gewu.api.intake.flow;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through an XML part of a file, element by element, forwards only, whoever wrote it. For one thread.
///
/// Elements and attributes go by their local names: editions of the format differ in the namespaces. A document type
/// declaration, and with it every entity, is refused; so is nesting that no program produces.
public final class Xml implements AutoCloseable {
    private static final int MAX_DEPTH = 1_000;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private final String part;
    private int depth;
    private boolean isAtWords;

    /// @param part what to call it when it is broken
    public Xml(InputStream in, String part) throws IOException {
        this.in = in;
        this.part = part;
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException broken) {
            in.close();
            throw reasonOf(broken);
        }
    }

    /// Goes to the outermost element; its depth is 1.
    public void root() throws IOException {
        child(0);
    }

    /// How many elements are open around here, the one just begun included.
    public int depth() {
        return depth;
    }

    /// Goes to the beginning of the next child of the open element at this depth, passing over what is left of the
    /// child before.
    ///
    /// @return false if there is none: the element at this depth has ended
    public boolean child(int of) throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == of + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < of) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /// Goes to the next part of what stands in the open element at this depth, words and elements mixed: to a
    /// stretch of words, or to the beginning of a child. What is left of the child before is passed over.
    ///
    /// @return false if there is none: the element at this depth has ended
    public boolean part(int of) throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == of + 1) {
                        isAtWords = false;
                        return true;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == of) {
                        isAtWords = true;
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < of) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /// Whether [#part] stopped at words, not at an element.
    public boolean isAtWords() {
        return isAtWords;
    }

    /// The words at which [#part] stopped.
    public String words() {
        return reader.getText();
    }

    /// Goes to the beginning of the next element below the open one at this depth, however deep.
    ///
    /// @return false if there is none: the element at this depth has ended
    public boolean descendant(int of) throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < of) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /// The local name of the element just begun.
    public String name() {
        return reader.getLocalName();
    }

    /// An attribute of the element just begun, by its local name; empty if it has none.
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The attribute `id` that refers to another part, not a plain `id` beside it; empty if there is none.
    public String relation() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    public boolean hasAttribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /// A whole number, or `otherwise` if the attribute is missing or none.
    public int number(String name, int otherwise) {
        String value = attribute(name);
        if (value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /// Whether an element that switches something on by its presence does so.
    public boolean isOn() {
        String value = attribute("val");
        return !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /// Adds the words of the element just begun, to its end; elements inside are passed over.
    public void words(StringBuilder into) throws IOException {
        int of = depth;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == of) {
                        into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < of) {
                        return;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException impossible) {
            throw damaged(impossible);
        } finally {
            in.close();
        }
    }

    private int next() throws IOException {
        int event;
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            event = reader.next();
        } catch (XMLStreamException | RuntimeException broken) {
            throw reasonOf(broken);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            if (++depth > MAX_DEPTH) {
                throw new Unreadable(
                        "The part " + part + " nests more than " + MAX_DEPTH + " levels deep.",
                        "Check where the file comes from; if it is genuine, copy its text into a new file.");
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD) {
            throw new Unreadable(
                    "The part " + part + " holds a document type declaration, which no office program writes.",
                    "Check where the file comes from; if it is genuine, save it again in the program that made it.");
        }
        return event;
    }

    /// What the archive below had to say counts more than that the XML ends there.
    private IOException reasonOf(Exception broken) {
        Throwable at = broken instanceof XMLStreamException wrapped && wrapped.getNestedException() != null
                ? wrapped.getNestedException()
                : broken.getCause();
        return at instanceof Unreadable reason ? reason : damaged(broken);
    }

    private Unreadable damaged(Exception cause) {
        return new Unreadable(
                "The file is damaged: its part " + part + " can't be read.",
                "Open it in the program that made it, save it again, then import that copy.",
                cause);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty("jdk.xml.maxElementDepth", "0"); // this class has a limit of its own, with a reason
        return factory;
    }
}
