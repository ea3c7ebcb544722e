package gewu.kernel.read;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files in this process, with the importers, unpackers and recognisers it knows.
public final class HouseReader implements FileReader {
    private static final Logger LOG = LoggerFactory.getLogger(HouseReader.class);

    private final Extensions extensions;
    private final KnownReaders readers;
    private final Pace pace;

    /// With the options that manifests give.
    public HouseReader(Extensions extensions) {
        this(extensions, Map.of(), Pace.NONE);
    }

    /// @param chosen what the user chose: `plugin/extension.option` to a value
    public HouseReader(Extensions extensions, Map<String, String> chosen, Pace pace) {
        this.extensions = extensions;
        this.readers = new KnownReaders(extensions, chosen);
        this.pace = pace;
    }

    @Override
    public ReadResult read(ReadRequest request) {
        try {
            Optional<Extension<ReportImporter>> importer = readers.named(ReportImporter.class, request.importer());
            if (importer.isPresent()) {
                return read(request, importer.get());
            }
            Optional<Extension<Unpacker>> unpacker = readers.named(Unpacker.class, request.importer());
            return unpacker.isPresent()
                    ? unpack(request, unpacker.get())
                    : new ReadResult.Refused(
                            request.importer() + ", which was to read it, is gone.",
                            "Enable its plugin, then import again.",
                            0);
        } catch (IOException broken) {
            return new ReadResult.Refused(
                    "It can't be read: " + KnownReaders.told(broken) + ".",
                    "It may be damaged: open it in the program that made it, save it again, then import that.",
                    0);
        } catch (PluginFault fault) {
            LOG.debug("{} could not be read", request.path(), fault);
            return new ReadResult.Refused(
                    "The importer failed: " + KnownReaders.told(fault) + ".",
                    "The file may be damaged: save it again, then import that. Tell the author of the plugin if it is not.",
                    0);
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.debug("{} could not be read", request.path(), unexpected);
            return new ReadResult.Refused(
                    "The importer failed: " + unexpected + ".",
                    "The file may be damaged: save it again, then import that.",
                    0);
        }
    }

    private ReadResult read(ReadRequest request, Extension<ReportImporter> importer) throws IOException {
        Reading reading = importer.instance().read(file(request, importer));
        return switch (reading) {
            case Reading.Text(var source, var looks, var remark) -> {
                int most = LaidReader.MOST_CHARACTERS;
                yield source.text().length() > most
                        ? LaidReader.tooLong(most)
                        : new ReadResult.Words(source, looks, List.of(), remark);
            }
            case Reading.Laid(LaidDocument document) ->
                new LaidReader(extensions, importer, request.ocr(), pace).read(document);
            case Reading.Refused(String why, String remedy) -> new ReadResult.Refused(why, remedy, 0);
        };
    }

    private ReadResult unpack(ReadRequest request, Extension<Unpacker> unpacker) throws IOException {
        EntryReceiver receiver = new EntryReceiver(request.scratch());
        try {
            Optional<Reading.Refused> refused = unpacker.instance().unpack(file(request, unpacker), receiver);
            if (refused.isPresent()) {
                return new ReadResult.Refused(refused.get().why(), refused.get().remedy(), 0);
            }
        } catch (IOException brokenOff) {
            if (receiver.isEmpty()) {
                return new ReadResult.Refused(
                        "It is damaged and can't be unpacked (" + KnownReaders.told(brokenOff) + ").",
                        "Ask the sender for it again, or send it as ZIP.",
                        0);
            }
            receiver.brokenOff(KnownReaders.told(brokenOff));
        }
        return receiver.contents();
    }

    private SourceFile file(ReadRequest request, Extension<?> reader) {
        return readers.file(request.path(), request.local(), request.mediaType(), reader);
    }

    @Override
    public void close() {}
}
