package gewu.index.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WordDictionaryTest {
    private static final String TEXT = "2023年度部门整体支出绩效自评报告:全年预算执行率为98.6%,“三公”经费同比下降.";

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadTheNextTime() throws IOException {
        WordDictionary made = WordDictionary.open(folder);
        Object firstFile = Files.readAttributes(file(), "*").get("fileKey");

        WordDictionary read = WordDictionary.open(folder);

        assertThat(Files.readAttributes(file(), "*").get("fileKey")).isEqualTo(firstFile);
        assertThat(words(read)).isEqualTo(words(made));
        assertCutsAsLuceneDoes(read);
    }

    @Test
    void leavesNothingBesideItsFile() throws IOException {
        WordDictionary.open(folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void isMadeAnewWhenItsFileIsDamaged() throws IOException {
        WordDictionary.open(folder);
        byte[] sound = Files.readAllBytes(file());
        Files.write(file(), damaged(sound, sound.length / 2));

        assertCutsAsLuceneDoes(WordDictionary.open(folder));

        assertThat(Files.readAllBytes(file())).isEqualTo(sound);
    }

    @Test
    void noticesDamageInAnyPartOfItsFile() throws IOException {
        WordDictionary.open(folder);
        byte[] sound = Files.readAllBytes(file());
        for (int place : new int[] {0, 7, 9, 20, 60, 68, 71, 72, 200, sound.length / 2, sound.length - 1}) {
            assertIsRefused(damaged(sound, place));
        }
        for (int length : new int[] {0, 5, 68, 72, 5_000, sound.length - 8, sound.length - 1}) {
            assertIsRefused(Arrays.copyOf(sound, length));
        }
        assertIsRefused(Arrays.copyOf(sound, sound.length + 1));
    }

    @Test
    void isNotReadWhenLucenesDictionariesAreOthers() throws IOException {
        WordDictionary dictionary = WordDictionary.open(folder);
        DictionaryFile file = new DictionaryFile(file());
        file.write(dictionary, 1);

        assertThat(file.read(1)).isPresent();
        assertThat(file.read(WordDictionary.origin())).isEmpty();
    }

    @Test
    void servesAlsoWhenItCannotBeKept() throws IOException {
        Path occupied = Files.writeString(folder.resolve("a file, not a folder"), "");

        assertCutsAsLuceneDoes(WordDictionary.open(occupied));
    }

    @Test
    void canBeOpenedFirstBySeveralAtOnce() throws Exception {
        List<Callable<WordDictionary>> openings = List.of(
                () -> WordDictionary.open(folder),
                () -> WordDictionary.open(folder),
                () -> WordDictionary.open(folder));
        for (WordDictionary opened : allAtOnce(openings)) {
            assertCutsAsLuceneDoes(opened);
        }
        leavesNothingBesideItsFile();
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        WordDictionary dictionary = WordDictionary.open(folder);
        List<String> texts = new StrangeTexts(5).texts(200).toList();
        List<List<String>> expected =
                texts.stream().map(text -> words(dictionary, text)).toList();

        Callable<List<List<String>>> cutAll =
                () -> texts.stream().map(text -> words(dictionary, text)).toList();

        assertThat(allAtOnce(List.of(cutAll, cutAll, cutAll, cutAll))).allMatch(expected::equals);
    }

    @Test
    void refusesATableOfAnotherSize() {
        assertThatThrownBy(() -> new PairTable(new long[3], new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertIsRefused(byte[] unsound) throws IOException {
        Files.write(file(), unsound);

        assertThat(new DictionaryFile(file()).read(WordDictionary.origin())).isEmpty();
    }

    private static byte[] damaged(byte[] sound, int place) {
        byte[] damaged = sound.clone();
        damaged[place] ^= 0x10;
        return damaged;
    }

    private static void assertCutsAsLuceneDoes(WordDictionary dictionary) {
        assertThat(Token.all(new WordTokenizer(dictionary), TEXT))
                .isEqualTo(Token.all(new HMMChineseTokenizer(), TEXT));
    }

    private Path file() {
        return folder.resolve(DictionaryFile.NAME);
    }

    private static List<String> words(WordDictionary dictionary) {
        return words(dictionary, TEXT);
    }

    private static List<String> words(WordDictionary dictionary, String text) {
        List<String> words = new ArrayList<>();
        new Segmenter(dictionary)
                .segment(
                        text, (term, length, start, end) -> words.add(new String(term, 0, length) + start + "-" + end));
        return words;
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
