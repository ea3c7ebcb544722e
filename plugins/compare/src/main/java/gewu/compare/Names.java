package gewu.compare;

import java.util.Set;

/// Names of places as reports write them: `云海市`, and `云海` for short.
final class Names {
    private static final int SHORTEST_STEM = 2;
    private static final String RANKS = "省市县区州旗盟";
    /// Places whose short name is a word of its own or half of another.
    private static final Set<String> NO_STEMS = Set.of("城关", "郊", "新", "东", "西", "南", "北", "中", "开发", "高新", "城");

    private Names() {}

    /// The name without its rank, if that is still a name; the name itself otherwise.
    static String stem(String region) {
        boolean isRanked = region.length() > SHORTEST_STEM && RANKS.indexOf(region.charAt(region.length() - 1)) >= 0;
        String stem = isRanked ? region.substring(0, region.length() - 1) : region;
        return stem.length() < SHORTEST_STEM || NO_STEMS.contains(stem) ? region : stem;
    }

    /// Whether a text names a region, in full or for short; an unknown region is named nowhere.
    static boolean isNamed(String region, String text) {
        return region.length() >= SHORTEST_STEM && text.contains(stem(region));
    }
}
