package gewu.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How near two sentences are: the things both speak of, by a table of concepts, and the pairs of characters they
/// share.
final class Likeness {
    private static final Set<String> COMMON = Set.of(
            "工作", "管理", "项目", "部分", "单位", "情况", "进一", "一步", "加强", "完善", "提高", "不够", "不足", "有待", "需进", "问题", "存在", "资金",
            "金使", "使用", "效目", "效指", "部门", "开展", "建立", "健全", "强化", "规范", "相关", "落实", "不高", "不到", "到位", "及时", "科学", "合理",
            "绩效", "预算", "支出", "方面", "能力", "水平", "质量", "要求", "实际", "年度", "我局", "本单");

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final WordTable words;
    private final Map<String, List<String>> conceptsOf = new HashMap<>();
    private final Map<String, String> alike = new HashMap<>();
    private final WordTable alikeWords;

    /// Something problems and remedies are about.
    record Concept(String name, double weight, String category) {}

    Likeness() {
        Map<String, String> all = new HashMap<>();
        for (List<String> row : WordTable.rows("concepts.tsv")) {
            Concept concept = new Concept(row.get(0), Double.parseDouble(row.get(1)), row.get(2));
            concepts.put(concept.name(), concept);
            for (String word : row.get(3).split(" ")) {
                all.put(word, concept.name());
                conceptsOf.computeIfAbsent(word, _ -> new ArrayList<>()).add(concept.name());
            }
        }
        words = WordTable.of(all);
        for (List<String> row : WordTable.rows("alike.tsv")) {
            alike.put(row.get(0), row.get(1));
        }
        alikeWords = WordTable.of(alike);
    }

    /// The concepts of a sentence, with how often it speaks of each.
    Map<String, Integer> concepts(String sentence) {
        Map<String, Integer> found = new TreeMap<>();
        for (int i = 0; i < sentence.length(); i++) {
            String word = words.at(sentence, i, sentence.length());
            conceptsOf.getOrDefault(word, List.of()).forEach(it -> found.merge(it, 1, Integer::sum));
        }
        return found;
    }

    Concept concept(String name) {
        Concept concept = concepts.get(name);
        if (concept == null) {
            throw new IllegalArgumentException("There is no concept “" + name + "”.");
        }
        return concept;
    }

    /// What a problem is about; empty when no concept says.
    String category(String sentence) {
        String best = "";
        double most = 0;
        for (Map.Entry<String, Integer> it : concepts(sentence).entrySet()) {
            Concept concept = concept(it.getKey());
            double weight = concept.weight() * it.getValue() + (concept.name().equals("预算编制") ? 0.5 : 0);
            if (weight > most) {
                most = weight;
                best = concept.category();
            }
        }
        return best;
    }

    /// How many telling pairs of characters two sentences share.
    int shared(String one, String other) {
        Set<String> pairs = pairs(one);
        pairs.retainAll(pairs(other));
        return pairs.size();
    }

    /// How much of the shorter list of telling pairs the other holds, from 0 to 1.
    static double containment(Set<String> one, Set<String> other) {
        Set<String> shorter = one.size() <= other.size() ? one : other;
        Set<String> longer = shorter == one ? other : one;
        long shared = shorter.stream().filter(longer::contains).count();
        return shared == 0 ? 0 : shared / (double) Math.max(4, shorter.size());
    }

    /// The telling pairs of characters of a sentence.
    Set<String> pairs(String sentence) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < sentence.length(); i++) {
            String pair = sentence.substring(i, i + 2);
            if (isHan(pair.charAt(0)) && isHan(pair.charAt(1)) && !COMMON.contains(pair)) {
                pairs.add(pair);
            }
            String word = alikeWords.at(sentence, i, sentence.length());
            if (!word.isEmpty()) {
                pairs.add(alike.getOrDefault(word, word));
            }
        }
        return pairs;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff' && "的和与及等了在对是有为以中上下不".indexOf(c) < 0;
    }
}
