package gewu.kernel.report;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Fact;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void theListHoldsAllUnitsOfEachRankOnce() {
        assertThat(places.provinces()).hasSize(34).doesNotHaveDuplicates();
        assertThat(places.provinces())
                .allMatch(it -> it.matches("[\\u4e00-\\u9fff]{2,6}(省|市|自治区|特别行政区)"))
                .filteredOn(it -> it.endsWith("省"))
                .hasSize(23);
        assertThat(places.provinces()).filteredOn(it -> it.endsWith("自治区")).hasSize(5);
        assertThat(places.prefectures().values().stream().distinct()).hasSize(333);
        assertThat(places.countyCities()).hasSize(397);
    }

    @Test
    void prefecturesAreOfFourKinds() {
        Map<String, Long> kinds = places.prefectures().values().stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        it -> it.name().replaceFirst("^.*?(自治州|地区|盟|市)$", "$1"), TreeMap::new, Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("市", 293L, "自治州", 30L, "地区", 7L, "盟", 3L));
    }

    @Test
    void noNameIsBothAPrefectureAndACountyLevelCity() {
        assertThat(places.countyCities())
                .doesNotContainKeys(places.prefectures().keySet().toArray(String[]::new));
        assertThat(places.countyCities().keySet())
                .allMatch(it -> it.matches("[\\u4e00-\\u9fff]{1,5}市"), "a name of Chinese characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            湖南省                         | 湖南省           | -              | -
            衡阳市                         | 湖南省           | 衡阳市         | -
            湖南省长沙市岳麓区             | 湖南省           | 长沙市         | 岳麓区
            浏阳市                         | 湖南省           | 长沙市         | 浏阳市
            湖南省浏阳市                   | 湖南省           | 长沙市         | 浏阳市
            长沙市浏阳市                   | 湖南省           | 长沙市         | 浏阳市
            津市市                         | 湖南省           | 常德市         | 津市市
            辉县市                         | 河南省           | 新乡市         | 辉县市
            济源市                         | 河南省           | -              | 济源市
            芒市                           | 云南省           | 德宏傣族景颇族自治州 | 芒市
            沙市区                         | -                | -              | 沙市区
            荆州市沙市区                   | 湖北省           | 荆州市         | 沙市区
            乐山市市中区                   | 四川省           | 乐山市         | 市中区
            北京市朝阳区                   | 北京市           | -              | 朝阳区
            上海市浦东新区                 | 上海市           | -              | 浦东新区
            延边州                         | 吉林省           | 延边朝鲜族自治州 | -
            恩施土家族苗族自治州恩施市     | 湖北省           | 恩施土家族苗族自治州 | 恩施市
            锡林郭勒盟锡林浩特市           | 内蒙古自治区     | 锡林郭勒盟     | 锡林浩特市
            大兴安岭地区漠河市             | 黑龙江省         | 大兴安岭地区   | 漠河市
            麻阳苗族自治县                 | -                | -              | 麻阳苗族自治县
            积石山保安族东乡族撒拉族自治县 | -                | -              | 积石山保安族东乡族撒拉族自治县
            鄂伦春自治旗                   | -                | -              | 鄂伦春自治旗
            长沙高新技术产业开发区         | 湖南省           | 长沙市         | 长沙高新技术产业开发区
            新疆生产建设兵团第八师         | 新疆维吾尔自治区 | -              | -
            青山市临河区                   | -                | 青山市         | 临河区
            南江省青山市                   | 南江省           | 青山市         | -
            重庆市                         | 重庆市           | -              | -
            香港特别行政区                 | 香港特别行政区   | -              | -
            """)
    void partsARegion(String region, String province, String city, String county) {
        Map<Fact.Field, String> parts = places.of(region);
        assertThat(parts.get(Fact.Field.PROVINCE)).isEqualTo(province);
        assertThat(parts.get(Fact.Field.CITY)).isEqualTo(city);
        assertThat(parts.get(Fact.Field.COUNTY)).isEqualTo(county);
    }

    @ParameterizedTest
    @CsvSource({"城市管理局", "市场监督管理局", "财政部", "第一中学", "社区卫生服务中心"})
    void whatIsNoRegionHasNoParts(String words) {
        assertThat(places.leading(words)).isEmpty();
        assertThat(places.of(words)).isEmpty();
    }
}
