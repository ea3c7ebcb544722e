package gewu.testkit;

import gewu.api.report.Page;
import gewu.api.report.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Texts that every sectioner must survive: a few generated reports, and the odd ones people bring.
final class SampleTexts {
    private SampleTexts() {}

    static List<SourceText> all() {
        List<SourceText> texts = new ArrayList<>();
        new ReportGenerator(11).reports(12).forEach(report -> texts.add(SourceText.onePage(report.text())));
        List.of(
                        "",
                        "\n\n \u3000\t\r\n",
                        "无",
                        "没有标题的一段话，前后都有空白。  \n\n   第二段。",
                        "一、\n二、\n三、",
                        "（一）先到的小标题\n一、后到的大标题\n1.项目\n（1）细目\n内容",
                        "1、概况\n一、支出\n七、问题\n八、措施\n２、全角数字\n3.2021 年粘在一起的年份",
                        "甲\r\n乙\r丙\n\f丁\u2028戊",
                        "\ufeff带标记的开头\n\u200b\n零宽空格只占一行",
                        "生僻字𠮷与表情😀各占两个单位",
                        "名称\t数量\t单价\n椅子\t3\t１２０元\n",
                        "一、" + "很长的一行".repeat(4_000))
                .forEach(text -> texts.add(SourceText.onePage(text)));
        String broken = "一、收支情况\n本年支出 1857.\n\n41 万元，用于矛盾调\n\n解。\n（二）其他\n";
        texts.add(new SourceText(broken, List.of(new Page(1, 0, 20), new Page(2, 20, broken.length()))));
        return List.copyOf(texts);
    }
}
