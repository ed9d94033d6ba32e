#include "tools/report/review_html.h"

#include "tools/report/html.h"
#include "tools/report/page_parts.h"
#include "tools/report/page_style.h"
#include "tools/report/verdict_in_words.h"

namespace laio {
namespace {

void AddReasons(html::Element parent, const std::vector<Reason> &reasons,
                const char *look, const char *sign)
{
    for (const Reason &reason : reasons) {
        html::Element item = parent.Add("li");
        item.Add("span", {{"class", std::string("mark ") + look}}, sign);
        item.Text(" ").Add("strong", {}, reason.what);
        if (!reason.detail.empty()) {
            item.Add("br");
            item.Text(reason.detail);
        }
    }
}

void AddHeader(html::Element body, const ReviewReport &report,
               const VerdictInWords &words)
{
    html::Element header = body.Add("header");
    header.AddText("h1", "Review of " + report.mails[0].subject);
    header.Add("p", {{"class", "quiet"}}, "From " + report.input);
    bool bad = !words.against.empty();
    header.Add("p", {{"class", bad ? "headline bad" : "headline good"}},
               (bad ? "✗ " : "✓ ") + words.headline + ".");
}

void AddSummary(html::Element main, const ReviewReport &report,
                const VerdictInWords &words)
{
    html::Element section = AddSection(main, "short", "In short");
    if (!words.against.empty() || !words.in_favour.empty()) {
        html::Element list = section.Add("ul");
        AddReasons(list, words.against, "bad", "✗");
        AddReasons(list, words.in_favour, "good", "✓");
    }
    for (const std::string &note : report.notes) {
        section.AddText("p", "Note: " + note);
    }
    if (!report.next_version.empty()) {
        section.AddText("p", "The next version, its style mended and nothing "
                             "else changed:");
        html::Element list = section.Add("ul");
        for (const std::string &path : report.next_version) {
            list.Add("li").AddText("code", path);
        }
    }
}

void AddReproduce(html::Element main, const ReviewReport &report)
{
    html::Element section =
        AddSection(main, "again", "To see it yourself");
    std::string commands;
    for (const std::string &command : report.reproduce) {
        commands += command + "\n";
    }
    section.AddText("pre", commands);
}

// The links to the sections that there are.
void AddNavigation(html::Element body, const ReviewReport &report)
{
    html::Element list =
        body.Add("nav", {{"aria-label", "Sections"}}).Add("ul");
    auto link = [&](bool there, const char *id, const char *name) {
        if (there) {
            list.Add("li").Add("a", {{"href", std::string("#") + id}}, name);
        }
    };
    std::vector<VerdictChange> changes = Changes(report);
    bool broken = false;
    for (const VerdictChange &change : changes) {
        broken = broken || change.IsNewFailure();
    }
    bool bench = report.judged && (report.judged->bench ||
                                   !report.judged->bench_note.empty());
    link(true, "short", "In short");
    link(!report.steps.empty(), "series", "Patch by patch");
    link(report.judged.has_value(), "compile", "Compile");
    link(broken, "broken", "What breaks");
    link(!changes.empty(), "verdicts", "Verdicts");
    link(bench, "bench", "Bench");
    link(!report.style.empty(), "style", "Style");
    link(true, "patch", "The patch");
    link(true, "salvage", "Salvage and apply");
    link(true, "again", "To see it yourself");
}

}  // namespace

std::string ReviewHtml(const ReviewReport &report)
{
    VerdictInWords words = InWords(report);
    html::Page page("Review of " + report.mails[0].subject, kPageStyle);
    html::Element body = page.body();
    body.Add("a", {{"class", "skip"}, {"href", "#main"}},
             "Skip to the report");
    AddHeader(body, report, words);
    AddNavigation(body, report);
    html::Element main = body.Add("main", {{"id", "main"}});
    AddSummary(main, report, words);
    AddSeries(main, report);
    AddVerdicts(main, report);
    AddBench(main, report);
    AddStyle(main, report);
    AddPatches(main, report);
    AddSalvage(main, report);
    AddReproduce(main, report);
    body.Add("footer").AddText("p", "Made by laio review. Nothing on this "
                                    "page is loaded from elsewhere.");
    return page.Print();
}

}  // namespace laio
