// The patches line by line, with notes; and the rules that they break.

#include <fmt/format.h>

#include <map>

#include "tools/report/annotated_patch.h"
#include "tools/report/page_parts.h"
#include "tools/report/verdict_in_words.h"

namespace laio {
namespace {

struct RowLook {
    const char *name;    // CSS class
    const char *marker;  // first column, as in a diff
    const char *spoken;  // for those who do not see the colour
};

RowLook LookOf(RowKind kind)
{
    switch (kind) {
    case RowKind::kFile:
        return {"file", "", "file"};
    case RowKind::kHunk:
        return {"hunk", "", "hunk"};
    case RowKind::kAdded:
        return {"added", "+", "added"};
    case RowKind::kRemoved:
        return {"removed", "-", "removed"};
    case RowKind::kContext:
        break;
    }
    return {"context", " ", ""};
}

std::string NoteText(const PatchNote &note)
{
    std::string text = fmt::format("{}: {}", note.label, note.text);
    if (note.more) {
        text += fmt::format(" (and on the {} below)",
                            Counted(static_cast<size_t>(note.more), "line"));
    }
    if (note.kind == NoteKind::kStyle) {
        text += fmt::format(" [{}; {}]", note.rule,
                            note.mended ? "mended in the next version"
                                        : "left for the author");
    }
    return text;
}

void AddNote(html::Element rows, const PatchNote &note)
{
    html::Element cell =
        rows.Add("tr", {{"class", "note"}}).Add("td", {{"colspan", "3"}});
    cell.Add("span", {{"class", "mark"}},
             note.kind == NoteKind::kReviewer ? "✎ " : "⚠ ");
    cell.Text(NoteText(note));
}

void AddRow(html::Element rows, const PatchRow &patch_row)
{
    RowLook look = LookOf(patch_row.kind);
    auto number = [](int line) {
        return line ? std::to_string(line) : std::string();
    };
    html::Element row = rows.Add("tr", {{"class", look.name}});
    row.Add("td", {{"class", "number"}}, number(patch_row.old_line));
    row.Add("td", {{"class", "number"}}, number(patch_row.new_line));
    html::Element cell = row.Add("td", {{"class", "code"}});
    if (*look.spoken) {
        cell.Add("span", {{"class", "unseen"}},
                 fmt::format("{}: ", look.spoken));
    }
    cell.Text(look.marker + patch_row.text);
    for (const PatchNote &note : patch_row.notes) {
        AddNote(rows, note);
    }
}

struct RuleCount {
    StyleLevel level = StyleLevel::kWarning;
    int before = 0;
    int after = 0;
};

}  // namespace

void AddPatches(html::Element parent, const ReviewReport &report)
{
    html::Element section =
        AddSection(parent, "patch", "The patch, line by line");
    for (size_t i = 0; i < report.mails.size(); i++) {
        AnnotatedPatch patch = AnnotatePatch(report, i);
        html::Element part = section;
        part.AddText("h3", report.mails[i].subject);
        for (const PatchNote &note : patch.general) {
            part.AddText("p", "⚠ " + NoteText(note));
        }
        html::Element rows = AddTable(
            part, "diff",
            "Lines of " + report.mails[i].subject + ", notes under them",
            {"#Before", "#After", "Line"});
        for (const PatchRow &row : patch.rows) {
            AddRow(rows, row);
        }
    }
}

void AddStyle(html::Element parent, const ReviewReport &report)
{
    if (report.style.empty()) {
        return;
    }
    std::map<std::string, RuleCount> rules;
    for (const FixResult &style : report.style) {
        for (const Finding &finding : style.before.findings) {
            rules[finding.rule].before++;
            rules[finding.rule].level = finding.level;
        }
        for (const Finding &finding : style.after.findings) {
            rules[finding.rule].after++;
            rules[finding.rule].level = finding.level;
        }
    }
    html::Element section = AddSection(parent, "style", "Style");
    if (rules.empty()) {
        section.Add("p", {{"class", "good"}},
                    "✓ Clean, as checkpatch sees it.");
        return;
    }
    html::Element rows =
        AddTable(section, "rules", "Findings by rule, as sent and mended",
                 {"Rule", "Level", "#As sent", "#Mended"});
    for (const auto &[name, rule] : rules) {
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name"}}, name);
        row.AddText("td", StyleLevelName(rule.level));
        row.Add("td", {{"class", "number"}}, std::to_string(rule.before));
        row.Add("td", {{"class", "number"}}, std::to_string(rule.after));
    }
}

}  // namespace laio
