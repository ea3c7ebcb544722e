package gewu.testkit;

import java.io.IOException;

/// What stands around the words of a file: sums and compression, because of which any changed byte makes the whole file
/// unreadable. A fuzzer changes what stands inside, so that it reaches what reads it.
public interface Casing {
    /// Any byte may be changed as it is.
    Casing NONE = new Casing() {
        @Override
        public byte[] open(byte[] file) {
            return file;
        }

        @Override
        public byte[] close(byte[] input) {
            return input;
        }
    };

    /// A ZIP file of parts, such as DOCX, ODT and OFD: each part begins with a line such as `PART:word/document.xml`.
    Casing ZIP = new ZipCasing();

    /// What is inside, laid open.
    byte[] open(byte[] file) throws IOException;

    /// The file around it. What nobody laid open before comes back as it is.
    byte[] close(byte[] input);
}
