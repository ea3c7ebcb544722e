package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures of a report's pages, and what is boxed on them.
final class PageDeskTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="importer" id="card" class="trial.Cards" media="application/x-card"/>
        </plugin>
        """;
    private static final String TEXT = "本馆馆藏档案三万卷。";

    @TempDir
    private Path folder;

    private final AtomicInteger drawn = new AtomicInteger();
    private boolean isBroken;

    @AutoClose
    private TrialHouse house;

    @BeforeEach
    void open() throws Exception {
        SourceFile card = SourceFile.onDisk(
                Path.of("卡片.card"), "application/x-card", Files.writeString(folder.resolve("卡片.card"), TEXT));
        float[] lefts = new float[TEXT.length()];
        float[] rights = new float[TEXT.length()];
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = 10 * i;
            rights[i] = 10 * i + 10;
        }
        PageLook look = new PageLook(
                1,
                200,
                100,
                PageLook.Origin.TEXT_LAYER,
                "",
                0,
                List.of(new PlacedLine(0, 20, 32, lefts, rights)),
                List.of(),
                "");
        Shelf shelf = new Shelf().with("r-1", "南江市档案馆2021年度自评报告", 2021, TEXT).withPage("r-1", card, look);
        Manifests manifests =
                new Manifests(MANIFEST).living("card", () -> (ReportImporter) _ -> new Reading.Laid(new Card()));
        house = new TrialHouse(folder, manifests, shelf);
    }

    /// A document of one page.
    private final class Card implements LaidDocument {
        @Override
        public int pages() {
            return 1;
        }

        @Override
        public LaidPage page(int number) throws IOException {
            throw new IOException("not asked for");
        }

        @Override
        public BufferedImage picture(int number, int dpi) throws IOException {
            drawn.incrementAndGet();
            if (isBroken) {
                throw new IOException("its ink is dry");
            }
            return new BufferedImage(4, 2, BufferedImage.TYPE_BYTE_GRAY);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void aPageIsDrawnOnceAndKeptByTheBrowserOfWhoeverAskedAlone() throws Exception {
        HttpResponse<String> first = house.get("/page/r-1/1.png?of=x");
        house.get("/page/r-1/1.png?of=x");

        assertThat(first.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");
        assertThat(drawn).hasValue(1);
    }

    @Test
    void aPageThatCanNotBeDrawnSaysWhyAndIsTriedAgain() throws Exception {
        isBroken = true;
        HttpResponse<String> refused = house.get("/page/r-1/1.png?of=x");
        isBroken = false;

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Page 1 can't be drawn: its ink is dry.", "Read its words");
        assertThat(house.get("/page/r-1/1.png?of=x").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsLookedAtIsBoxedWhereItStands() throws Exception {
        assertThat(house.get("/page/r-1/1.json?light=6-8").body())
                .contains("\"width\":200.0", "[\"lit\",60.0,20.0,80.0,32.0]");
    }

    @Test
    void aPageThatIsNotThereIsToldSo() throws Exception {
        assertThat(house.get("/page/r-1/2.png").statusCode()).isEqualTo(404);
        assertThat(house.get("/page/r-2/1.json").statusCode()).isEqualTo(404);
    }
}
