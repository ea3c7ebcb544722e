package gewu.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// A small XML document as a list of what stands in it, each with its line, to be walked through from the top.
///
/// One parser a thread reads document after document: making a parser anew for each costs three times the reading.
final class XmlEvents {
    private static final ThreadLocal<XMLReader> PARSER = ThreadLocal.withInitial(XmlEvents::parser);

    private final List<Event> events;
    private int at = -1;

    /// @param name       of an element; empty for text
    /// @param attributes those without a namespace
    private record Event(Kind kind, String name, Map<String, String> attributes, int line) {}

    enum Kind {
        START,
        END,
        TEXT
    }

    private XmlEvents(List<Event> events) {
        this.events = events;
    }

    /// Reads the whole document; nothing outside of it is read, and document types are refused.
    ///
    /// @throws SAXParseException with the line, if it is not well-formed
    static XmlEvents read(InputStream xml) throws SAXException, IOException {
        XMLReader parser = PARSER.get();
        Recorder recorder = new Recorder();
        parser.setContentHandler(recorder);
        parser.setErrorHandler(recorder);
        parser.parse(new InputSource(xml));
        return new XmlEvents(recorder.events);
    }

    private static XMLReader parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("Every Java reads XML.", impossible);
        }
    }

    /// Goes on by one; the last is the end of the outermost element.
    Kind next() {
        at++;
        return events.get(at).kind;
    }

    String name() {
        return events.get(at).name;
    }

    Map<String, String> attributes() {
        return events.get(at).attributes;
    }

    /// The words of a piece of text.
    String text() {
        return events.get(at).name;
    }

    int line() {
        return events.get(at).line;
    }

    /// Writes down what the parser meets; white space between elements is passed over.
    private static final class Recorder extends DefaultHandler {
        private final List<Event> events = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable Locator locator;

        @Override
        public void setDocumentLocator(Locator its) {
            locator = its;
        }

        private int line() {
            return locator == null ? 1 : locator.getLineNumber();
        }

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes) {
            endText();
            Map<String, String> own = new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getURI(i).isEmpty()) {
                    own.put(attributes.getLocalName(i), attributes.getValue(i));
                }
            }
            events.add(new Event(Kind.START, name, own, line()));
        }

        @Override
        public void endElement(String namespace, String name, String qualified) {
            endText();
            events.add(new Event(Kind.END, name, Map.of(), line()));
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            text.append(letters, start, length);
        }

        private void endText() {
            if (!text.isEmpty()) {
                String words = text.toString().strip();
                text.setLength(0);
                if (!words.isEmpty()) {
                    events.add(new Event(Kind.TEXT, words, Map.of(), line()));
                }
            }
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
