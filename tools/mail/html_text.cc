#include "tools/mail/html_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "tools/mail/html_entities.h"
#include "tools/mail/html_tokens.h"

namespace laio {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr int kMaxQuotes = 100;  // one in another

bool IsOneOf(std::string_view name,
             std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsHeading(std::string_view name)
{
    return IsOneOf(name, {"h1", "h2", "h3"});
}

bool IsBlock(std::string_view name)
{
    return IsHeading(name) ||
           IsOneOf(name, {"p", "div", "tr", "li", "blockquote", "ul", "ol",
                          "table", "hr", "h4", "h5", "h6", "dt", "dd",
                          "form", "header", "footer", "section", "pre"});
}

// Elements that have no end.
bool IsVoid(std::string_view name)
{
    return IsOneOf(name, {"br", "hr", "img", "input", "meta", "link", "col",
                          "wbr"});
}

bool Contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// Whether blanks and line feeds of the element count.
bool KeepsBlanks(const HtmlToken &tag)
{
    std::string style(AttributeOf(tag.text, "style"));
    std::erase(style, ' ');
    std::string_view classes = AttributeOf(tag.text, "class");
    return tag.name == "pre" || Contains(style, "white-space:pre") ||
           Contains(classes, "blob-code-inner") ||
           Contains(classes, "line_content");
}

// A cell of a diff's table that numbers its lines.
bool NumbersLines(const HtmlToken &tag)
{
    std::string_view classes = AttributeOf(tag.text, "class");
    return tag.name == "td" && (Contains(classes, "line-num") ||
                                Contains(classes, "line_num") ||
                                Contains(classes, "blob-num") ||
                                Contains(classes, "lineno"));
}

// Paragraphs that stand as close as lines do.
bool IsCloseParagraph(const HtmlToken &tag)
{
    return Contains(AttributeOf(tag.text, "class"), "Mso") ||
           Contains(AttributeOf(tag.text, "style"), "margin");
}

class HtmlReader {
 public:
    explicit HtmlReader(std::string_view html) : tokens_(html) {}

    HtmlText Run()
    {
        HtmlToken token;
        while (tokens_.Next(&token)) {
            if (!token.is_tag) {
                PutText(token.text);
            } else if (token.closes) {
                Close(token.name);
            } else {
                Open(token);
            }
        }
        EndSetPart();
        return std::move(out_);
    }

 private:
    bool InSet() const { return set_.depth > 0; }

    // The element that changes how blanks or text are taken, and how many of
    // its name are open inside of it.
    struct Inside {
        std::string name;
        int depth = 0;

        bool Is(std::string_view other) const
        {
            return depth > 0 && name == other;
        }
    };

    void Open(const HtmlToken &tag)
    {
        const std::string &name = tag.name;
        for (Inside *inside : {&set_, &left_out_}) {
            inside->depth += inside->Is(name) && !IsVoid(name);
        }
        if (name == "br") {
            EndLine();
            return;
        }
        if (IsBlock(name)) {
            StartBlock(tag);
        }
        if (name == "td" || name == "th") {
            pending_blank_ = pending_blank_ || !AtLineStart();
        }
        if (left_out_.depth == 0 && (NumbersLines(tag) || name == "title")) {
            left_out_ = {name, 1};
        }
        if (name == "blockquote") {
            quotes_ = std::min(quotes_ + 1, kMaxQuotes);
        }
        std::string_view mark = AttributeOf(tag.text, "data-code-marker");
        if (mark.size() == 1 && !left_out_.depth) {
            PutSet(mark[0]);
        }
        if (!InSet() && !IsVoid(name) && KeepsBlanks(tag)) {
            set_ = {name, 1};
            first_of_set_ = name == "pre";
            out_.set_parts.push_back({out_.text.size(), 0});
        }
    }

    void Close(const std::string &name)
    {
        if (left_out_.Is(name) && --left_out_.depth == 0) {
            return;
        }
        if (set_.Is(name) && --set_.depth == 0) {
            EndSetPart();
        }
        if (IsBlock(name)) {
            EndBlock();
        }
        if (name == "th" && !AtLineStart() && out_.text.back() != ':') {
            out_.text += ':';
        }
        if (name == "blockquote") {
            quotes_ = std::max(quotes_ - 1, 0);
        }
        if (IsHeading(name) && in_heading_) {
            in_heading_ = false;
            out_.heading = out_.text.substr(std::min(heading_begin_,
                                                     out_.text.size()));
            while (out_.heading.ends_with('\n')) {
                out_.heading.pop_back();
            }
        }
    }

    bool AtLineStart() const
    {
        return out_.text.empty() || out_.text.back() == '\n';
    }

    void StartBlock(const HtmlToken &tag)
    {
        EndBlock();
        bool gap = tag.name == "p" && !seen_diff_ && !IsCloseParagraph(tag);
        if (gap && !out_.text.empty() && !out_.text.ends_with("\n\n")) {
            EndLine();
        }
        if (IsHeading(tag.name) && out_.heading.empty()) {
            in_heading_ = true;
            heading_begin_ = out_.text.size();
        }
    }

    void EndBlock()
    {
        pending_blank_ = false;
        if (!AtLineStart()) {
            EndLine();
        }
    }

    void EndLine()
    {
        pending_blank_ = false;
        if (left_out_.depth > 0) {
            return;
        }
        if (AtLineStart()) {
            out_.text.append(std::size_t(quotes_), '>');
        }
        out_.text += '\n';
        line_begin_ = out_.text.size();
    }

    void PutText(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            std::string entity = text[at] == '&' ? EntityAt(text, at, &end)
                                                 : "";
            if (end > at) {
                PutWord(entity);
                at = end;
            } else if (text.substr(at).starts_with(kNoBreakSpace)) {
                PutWord(" ");
                at += kNoBreakSpace.size();
            } else {
                Put(text[at++]);
            }
        }
    }

    void Put(char c)
    {
        bool first = std::exchange(first_of_set_, false);
        if (left_out_.depth > 0) {
            if (left_out_.name == "title") {
                out_.title += c == '\n' ? ' ' : c;
            }
        } else if (InSet()) {
            if (c != '\n' || !first) {
                PutSet(c);
            }
        } else if (std::isspace(static_cast<unsigned char>(c))) {
            pending_blank_ = pending_blank_ || !AtLineStart();
        } else {
            PutWord({&c, 1});
        }
    }

    // Text that is there whatever is before it.
    void PutWord(std::string_view text)
    {
        first_of_set_ = false;
        if (left_out_.depth > 0) {
            out_.title += left_out_.name == "title" ? text : "";
            return;
        }
        if (std::exchange(pending_blank_, false)) {
            PutSet(' ');
        }
        for (char c : text) {
            PutSet(c);
        }
    }

    void PutSet(char c)
    {
        if (c == '\n') {
            seen_diff_ = seen_diff_ || LineIsDiff();
            EndLine();
            return;
        }
        if (AtLineStart() && quotes_ > 0) {
            out_.text.append(std::size_t(quotes_), '>');
            out_.text += ' ';
        }
        seen_diff_ = seen_diff_ || (c == ' ' && LineIsDiff());
        out_.text += c;
    }

    bool LineIsDiff() const
    {
        return std::string_view(out_.text).substr(line_begin_).ends_with(
            "diff --git");
    }

    // What is between such tags may have been escaped twice, though the page
    // around it was not.
    void EndSetPart()
    {
        if (out_.set_parts.empty() || out_.set_parts.back().end > 0) {
            return;
        }
        HtmlText::Part &part = out_.set_parts.back();
        std::string text = out_.text.substr(part.begin);
        if (UndoEntities(&text)) {
            out_.text.resize(part.begin);
            out_.text += text;
            line_begin_ = out_.text.rfind('\n') + 1;
        }
        part.end = out_.text.size();
        if (part.end == part.begin) {
            out_.set_parts.pop_back();
        }
    }

    HtmlTokens tokens_;
    HtmlText out_;
    Inside set_;
    Inside left_out_;  // the title and numbers of lines
    bool first_of_set_ = false;
    int quotes_ = 0;
    bool pending_blank_ = false;
    bool seen_diff_ = false;
    bool in_heading_ = false;
    std::size_t heading_begin_ = 0;
    std::size_t line_begin_ = 0;
};

}  // namespace

HtmlText ReadHtml(std::string_view html)
{
    return HtmlReader(html).Run();
}

std::string HtmlToText(std::string_view html)
{
    return ReadHtml(html).text;
}

}  // namespace laio
