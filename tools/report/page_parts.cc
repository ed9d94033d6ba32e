#include "tools/report/page_parts.h"

namespace laio {

html::Element AddSection(html::Element parent, const std::string &id,
                         const std::string &heading)
{
    html::Element section =
        parent.Add("section", {{"aria-labelledby", id}});
    section.Add("h2", {{"id", id}}, heading);
    return section;
}

html::Element AddTable(html::Element parent, const std::string &kind,
                       const std::string &caption,
                       const std::vector<std::string> &columns)
{
    html::Element region = parent.Add("div", {{"class", "scroll"},
                                              {"role", "region"},
                                              {"aria-label", caption},
                                              {"tabindex", "0"}});
    html::Element table = region.Add("table", {{"class", kind}});
    table.AddText("caption", caption);
    html::Element row = table.Add("thead").Add("tr");
    for (const std::string &column : columns) {
        bool number = column.starts_with('#');
        row.Add("th", {{"scope", "col"}, {"class", number ? "number" : ""}},
                column.substr(number));
    }
    return table.Add("tbody");
}

}  // namespace laio
