#include "tools/patch/post_image.h"

#include <algorithm>

#include "tools/patch/block_layout.h"
#include "tools/patch/file_style.h"

namespace laio {
namespace {

class ImageMaker {
 public:
    ImageMaker(const TextLines &before, const LinesByWords &moved)
        : before_(before)
    {
        image_.moved = moved;
        image_.final_newline = before.final_newline;
    }

    void AddHunk(const RecoveredHunk &hunk, const Reading &reading)
    {
        CopyUpTo(hunk.old_first);
        for (const RecoveredLine &line : reading) {
            if (line.kind != LineKind::kAdded) {
                next_++;
            }
            if (line.kind == LineKind::kRemoved) {
                KeepByWords(line.text, &image_.moved);
                continue;
            }
            PostLine &post = image_.lines.emplace_back();
            post.added = line.kind == LineKind::kAdded;
            post.known = line.known;
            post.text = line.text;
            post.line = line;
            image_.final_newline = post.added ? !line.no_newline
                                              : LastHasNewline();
        }
    }

    PostImage Finish()
    {
        if (next_ < before_.lines.size()) {
            image_.final_newline = before_.final_newline;
        }
        CopyUpTo(int(before_.lines.size()));
        return std::move(image_);
    }

 private:
    // Of the line before next_.
    bool LastHasNewline() const
    {
        return next_ < before_.lines.size() || before_.final_newline;
    }

    void CopyUpTo(int end)
    {
        std::size_t stop = std::min(before_.lines.size(), std::size_t(end));
        for (; next_ < stop; next_++) {
            image_.lines.emplace_back().text = before_.lines[next_];
        }
    }

    const TextLines &before_;
    std::size_t next_ = 0;
    PostImage image_;
};

std::string Key(const auto &words)
{
    std::string key;
    for (const auto &word : words) {
        key += key.empty() ? "" : " ";
        key += word;
    }
    return key;
}

}  // namespace

void KeepByWords(const std::string &line, LinesByWords *lines)
{
    std::vector<std::string_view> words = SplitWords(line);
    if (words.size() > 1) {
        (*lines)[Key(words)] = line;
    }
}

const std::string *PostImage::Moved(const RecoveredLine &line) const
{
    auto place = moved.empty() ? moved.end() : moved.find(Key(line.words));
    bool fits = place != moved.end() &&
                (!line.column_known ||
                 line.column_zero == IndentText(place->second).empty());
    return fits ? &place->second : nullptr;
}

std::string PostImage::Content() const
{
    TextLines text;
    text.final_newline = final_newline;
    for (const PostLine &line : lines) {
        text.lines.push_back(line.text);
    }
    return JoinLines(text);
}

int PostImage::UnknownLines() const
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [](const PostLine &line) { return !line.known; }));
}

PostImage MakePostImage(const TextLines &before,
                        const std::vector<RecoveredHunk> &hunks,
                        const std::vector<std::size_t> &chosen,
                        const LinesByWords &moved)
{
    ImageMaker maker(before, moved);
    for (std::size_t i = 0; i < hunks.size(); i++) {
        maker.AddHunk(hunks[i], hunks[i].readings[chosen[i]]);
    }
    return maker.Finish();
}

void GuessLayout(PostImage *image, const TextLines &before)
{
    if (image->UnknownLines() == 0) {
        return;
    }
    FileStyle file = LearnFileStyle(before.lines);
    CodeState state;
    std::size_t at = 0;
    while (at < image->lines.size()) {
        if (image->lines[at].known) {
            state.Advance(image->lines[at++].text);
            continue;
        }
        std::size_t end = at;
        while (end < image->lines.size() && image->lines[end].added) {
            end++;
        }
        std::vector<std::string> texts = LayOutBlock(
            state, *image, at, end, file, LayoutStyle());
        for (const std::string &text : texts) {
            image->lines[at++].text = text;
            state.Advance(text);
        }
    }
}

}  // namespace laio
