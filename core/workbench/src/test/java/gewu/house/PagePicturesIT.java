package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of PDF files that read well and draw badly: each costs its own picture and nothing else.
final class PagePicturesIT {
    private static final String WORDS = "BT /F 12 Tf 50 780 Td (Self-evaluation of %s, 2021: the budget was drawn up"
            + " too coarsely, goals were not measured.) Tj ET\n";
    private static final Pattern REPORT = Pattern.compile("\"report\":\"([^\"]+)\"");

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private Path workspace = Path.of("");

    @BeforeEach
    void prepare() {
        assumeTrue(Distribution.isThere(), "There is no packaged distribution: run mvn package before.");
        workspace = folder.resolve("工作区");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void pagesThatNeverEndOrWantAllMemoryAreRefusedWhileTheServerGoesOn() throws Exception {
        // A picture of nine million pixels, drawn a hundred thousand times.
        String endless = broughtIn("endless", "q 20 0 0 20 50 600 cm /Im Do Q\n".repeat(100_000), image(3_000));
        // Colours looked up in a table of four hundred million entries, of which three are there.
        String giant = broughtIn(
                "giant",
                "q 50 500 100 100 re W n /Sh sh Q",
                "<</FunctionType 0/Domain[0 1 0 1]/Range[0 1 0 1 0 1]/Size[20000 20000]/BitsPerSample 8/Length 3>>"
                        + "stream\nabc\nendstream");
        String usual = broughtIn("usual", "q 20 0 0 20 50 600 cm /Im Do Q", image(40));
        byte[] picture;
        try (Served served = Served.of(workspace, folder)) {
            var hanging = client.sendAsync(request(served, endless), HttpResponse.BodyHandlers.ofString());

            HttpResponse<String> refused = client.send(request(served, giant), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("画第 1 页需要的内存超出工作进程的限制。", "请看文字");
            assertThat(served.read("/reports")).contains("usual");

            picture = picture(served, usual);
            assertThat(hanging.join().body()).contains("第 1 页没能在 20 秒内画完。");
            assertThat(served.process().isAlive()).isTrue();
        }
        try (Served withoutWorkers = Served.of(workspace, folder, "-Dgewu.workers=0")) {
            assertThat(picture(withoutWorkers, usual)).isEqualTo(picture);
        }
    }

    private byte[] picture(Served served, String report) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request(served, report), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        return answer.body();
    }

    private static HttpRequest request(Served served, String report) {
        return HttpRequest.newBuilder(URI.create(served.address() + "/page/" + report + "/1.png"))
                .header("Accept-Language", "zh")
                .build();
    }

    /// Brings a page of words with something drawn below them in; its report's id.
    private String broughtIn(String name, String drawing, String drawn) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve(name + ".pdf"), pdf(WORDS.formatted(name) + drawing, drawn));
        Distribution.Answer answer = new Distribution(workspace, folder).call("import", file.toString(), "--json");
        Matcher report = REPORT.matcher(String.join("\n", answer.out()));
        assertThat(report.find()).as("%s %s", answer.out(), answer.err()).isTrue();
        return report.group(1);
    }

    private static String image(int side) {
        // As many bytes as run-length encoding needs to say one shade.
        StringBuilder runs = new StringBuilder();
        for (int left = side * side; left > 0; left -= 128) {
            runs.append(left >= 128 ? "81" : "%02X".formatted(257 - left)).append("80");
        }
        runs.append("80>");
        return "<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                + "/BitsPerComponent 8/ColorSpace/DeviceGray/Filter[/ASCIIHexDecode/RunLengthDecode]/Length "
                + runs.length() + ">>stream\n" + runs + "\nendstream";
    }

    private static byte[] pdf(String content, String drawn) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>"
                        + "/XObject<</Im 6 0 R>>/Shading<</Sh<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 1 0 1]"
                        + "/Matrix[100 0 0 100 50 500]/Function 6 0 R>>>>>>>>",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
                drawn);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.5\n"));
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(out.size());
            out.writeBytes(bytes(places.size() + " 0 obj\n" + object + "\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(bytes("xref\n0 7\n0000000000 65535 f \n"));
        places.forEach(it -> out.writeBytes(bytes("%010d 00000 n \n".formatted(it))));
        out.writeBytes(bytes("trailer<</Size 7/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF"));
        return out.toByteArray();
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
