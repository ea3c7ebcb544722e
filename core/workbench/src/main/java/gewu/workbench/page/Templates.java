package gewu.workbench.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/// The page templates, compiled with the program. Everything put into them is escaped for the place it stands in.
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "gewu.workbench.page.template");

    /// The template's page as HTML.
    String draw(String template, Page page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        StringOutput html = new StringOutput();
        engine.render(template + ".jte", all, html);
        return html.toString();
    }
}
