package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of each perspective at the sizes people have, light and dark, for people to look at: in
/// `target/screenshots`.
@ExtendWith(Visits.class)
final class PicturesIT {
    private record Size(int width, int height) {}

    private static final Size[] SIZES = {new Size(1440, 900), new Size(1920, 1080), new Size(1024, 768)};

    @ParameterizedTest
    @CsvSource({
        "welcome, /, ''",
        "research, /search?q=三公经费, 检索",
        "figures, /view/compare?indicator=“三公”经费, 指标",
        "rectification, /view/ledger-board, 整改",
        "plugins, /plugins, 插件"
    })
    void aPerspectiveIsDrawn(String name, String path, String perspective, Visitor visitor) {
        for (boolean isDark : new boolean[] {false, true}) {
            visitor.looksAt(SIZES[0].width, SIZES[0].height, isDark).opens("/reports");
            if (!perspective.isEmpty()) {
                visitor.goesTo(perspective);
            }
            visitor.opens(path).settles();
            for (Size size : SIZES) {
                visitor.looksAt(size.width, size.height, isDark).settles();
                Path file = Visits.pictures()
                        .resolve(name + "-" + size.width + "x" + size.height + (isDark ? "-dark" : "") + ".png");
                visitor.draws(file);
                assertThat(file).isNotEmptyFile();
            }
        }
    }
}
