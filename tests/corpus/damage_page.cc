// What web archives and word processors do to characters.

#include <algorithm>
#include <cctype>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

std::string Escaped(std::string_view text, bool quotes)
{
    std::string out;
    for (char c : text) {
        switch (c) {
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '"':
            out += quotes ? "&quot;" : "\"";
            break;
        case '\'':
            out += quotes ? "&#39;" : "'";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string WithLinks(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t at = std::min(text.find("https://"), text.find("http://"));
        if (at == std::string_view::npos) {
            return out += text;
        }
        std::size_t end = std::min(text.find_first_of(" \n\t&\")", at),
                                   text.size());
        std::string url(text.substr(at, end - at));
        out += text.substr(0, at);
        out += "<a href=\"" + url + "\" rel=\"nofollow\">" + url + "</a>";
        text.remove_prefix(end);
    }
    return out;
}

bool IsAddressChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' ||
           c == '-' || c == '_' || c == '+';
}

// "stefanha@redhat.com" as "stefa...@redhat.com".
std::string Masked(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); at++) {
        std::size_t name = out.size();
        while (text[at] == '@' && name > 0 && IsAddressChar(out[name - 1])) {
            name--;
        }
        if (text[at] == '@' && out.size() - name > 3 &&
            at + 1 < text.size() && IsAddressChar(text[at + 1])) {
            out.resize(out.size() - 3);
            out += "...";
        }
        out += text[at];
    }
    return out;
}

void PutIntoPage(CorpusMail *mail, Random *random)
{
    std::string text = WithLinks(Escaped(mail->body, random->OneIn(2)));
    bool lines = random->OneIn(3);
    std::string html = "<!DOCTYPE html>\n<html><head>"
                       "<title>[PATCH] a &amp; b</title>\n"
                       "<style>pre { color: black }</style></head>\n<body>\n"
                       "<h1>Archive</h1>\n<p>Next message</p>\n";
    html += lines ? "<div><pre class=\"m\">\n" : "<pre>";
    html += text + "</pre>" + (lines ? "</div>" : "") +
            "\n<hr>\n<p>Powered by an archive</p>\n</body></html>\n";
    mail->body = std::move(html);
    mail->content_type = "text/html; charset=UTF-8";
    mail->bare = random->OneIn(2);
}

// A line as HTML editors write it: of a run of blanks, and at the beginning,
// all that a browser would drop are no-break spaces.
std::string LineInHtml(std::string_view line)
{
    std::string out;
    char before = ' ';
    for (std::size_t i = 0; i < line.size(); i++) {
        bool last = i + 1 == line.size();
        if (line[i] == ' ' && (before == ' ' || last)) {
            out += "&nbsp;";
        } else if (line[i] == '\t') {
            out += "&nbsp;&nbsp;&nbsp; &nbsp;&nbsp;&nbsp; ";
        } else {
            out += Escaped(line.substr(i, 1), false);
        }
        before = line[i];
    }
    return out;
}

// Before and after each line, and an empty line.
struct HtmlEditor {
    const char *begin;
    const char *end;
    const char *empty;
};

std::string Replaced(std::string text, std::string_view what,
                     std::string_view by)
{
    for (std::size_t at = 0;
         (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
    return text;
}

}  // namespace

void MakePage(CorpusMail *mail, Random *random)
{
    if (random->OneIn(4)) {
        mail->body = Escaped(mail->body, false);  // and once more below
    }
    PutIntoPage(mail, random);
}

void MakeMaskedPage(CorpusMail *mail, Random *random)
{
    mail->body = Masked(mail->body);
    PutIntoPage(mail, random);
}

void MakeHtmlMail(CorpusMail *mail, Random *random)
{
    static const std::vector<HtmlEditor> kEditors = {
        {"<div>", "</div>", "<div><br></div>"},
        {"", "<br>", "<br>"},
        {"<p class=MsoNormal>", "<o:p></o:p></p>",
         "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"},
        {"<p style=\"margin: 0px\">", "</p>",
         "<p style=\"margin: 0px\"><br></p>"},
    };
    const HtmlEditor &editor = random->Choose(kEditors);
    std::string html = "<html><head><style>p { margin: 0 }</style></head>\n"
                       "<body><div dir=\"ltr\">\n";
    for (const std::string &line : LinesOf(mail->body)) {
        html += line.empty() ? editor.empty
                             : editor.begin + LineInHtml(line) + editor.end;
        html += '\n';
    }
    mail->body = html + "</div></body></html>\n";
    mail->content_type = "text/html; charset=UTF-8";
}

void UseTypography(CorpusMail *mail, Random *random)
{
    int how = random->Below(3);
    std::string text = mail->body;
    if (how != 1) {
        std::string out;
        bool open = false;
        for (char c : text) {
            open = c == '\n' ? false : open;
            if (c == '"') {
                out += open ? "\xE2\x80\x9D" : "\xE2\x80\x9C";
                open = !open;
            } else {
                out += c == '\'' ? "\xE2\x80\x99" : std::string(1, c);
            }
        }
        text = std::move(out);
    }
    if (how != 0) {
        text = Replaced(text, "---", "\xE2\x80\x94");
        text = Replaced(text, "--", "\xE2\x80\x93");
    }
    mail->body = std::move(text);
}

}  // namespace laio
