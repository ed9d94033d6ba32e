#include "tools/mail/mail_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_set>

namespace laio {
namespace {

// Whether it may be a line of a header: "Name: value", or the rest of one.
bool MayBeField(std::string_view line, bool after_field)
{
    if (after_field && (line.starts_with(' ') || line.starts_with('\t'))) {
        return true;
    }
    std::size_t end = line.find_first_of(": \t");
    return end != std::string_view::npos && end > 0 && line[end] == ':';
}

// Where a word is in a line, however it is written; npos: nowhere.
std::size_t FindWord(std::string_view line, std::string_view word)
{
    auto at = std::search(line.begin(), line.end(), word.begin(), word.end(),
                          [](unsigned char a, unsigned char b) {
                              return std::tolower(a) == b;
                          });
    return at == line.end() ? std::string_view::npos : at - line.begin();
}

class LimitCheck {
 public:
    LimitCheck(const MboxPart &part, const std::string &name,
               const MailLimits &limits)
        : text_(part.text), line_(part.first_line), name_(name),
          limits_(limits)
    {
    }

    Status Run()
    {
        for (std::size_t at = 0; at < text_.size(); line_++) {
            std::size_t end = std::min(text_.find('\n', at), text_.size());
            std::string_view line = text_.substr(at, end - at);
            at = end + 1;
            if (line.empty() || line == "\r") {
                if (!has_parts_) {
                    return Ok();
                }
                header_bytes_ = 0;
                continue;
            }
            Status good = Look(line);
            if (!good) {
                return good;
            }
        }
        return Ok();
    }

 private:
    Status Look(std::string_view line)
    {
        if (MayBeField(line, header_bytes_ > 0)) {
            header_bytes_ += line.size() + 1;
            LearnParts(line);
        } else {
            header_bytes_ = 0;
        }
        if (line.starts_with("--") && IsBoundary(line.substr(2))) {
            parts_++;
        }
        if (header_bytes_ > limits_.header_bytes) {
            return Refuse(fmt::format("this header is larger than {} bytes",
                                      limits_.header_bytes));
        }
        if (parts_ > limits_.parts || boundaries_.size() > limits_.parts) {
            return Refuse(fmt::format("this mail has more than {} parts",
                                      limits_.parts));
        }
        return Ok();
    }

    void LearnParts(std::string_view line)
    {
        constexpr std::string_view kBoundary = "boundary";
        std::size_t at = FindWord(line, kBoundary);
        has_parts_ = has_parts_ || at != std::string_view::npos ||
                     FindWord(line, "message/") != std::string_view::npos;
        if (at == std::string_view::npos) {
            return;
        }
        line.remove_prefix(at + kBoundary.size());
        in_pieces_ = in_pieces_ || line.starts_with('*');
        line.remove_prefix(std::min(line.find('=') + 1, line.size()));
        bool quoted = line.starts_with('"');
        line.remove_prefix(quoted);
        boundaries_.emplace(line.substr(0, line.find_first_of(
                                               quoted ? "\"" : "; \t\r")));
    }

    bool IsBoundary(std::string_view line) const
    {
        while (!line.empty() && std::isspace(
                   static_cast<unsigned char>(line.back()))) {
            line.remove_suffix(1);
        }
        if (in_pieces_ || boundaries_.count(std::string(line))) {
            return true;
        }
        return line.ends_with("--") &&
               boundaries_.count(std::string(line.substr(
                   0, line.size() - 2)));
    }

    Status Refuse(const std::string &why) const
    {
        return BadInput(fmt::format("{}:{}: cannot decode: {}", name_, line_,
                                    why));
    }

    std::string_view text_;
    int line_;
    const std::string &name_;
    const MailLimits limits_;
    bool has_parts_ = false;
    bool in_pieces_ = false;  // a boundary is given so: any line may be it
    std::size_t header_bytes_ = 0;  // of the fields up to here
    std::size_t parts_ = 0;
    std::unordered_set<std::string> boundaries_;
};

}  // namespace

Status CheckMailLimits(const MboxPart &part, const std::string &name,
                       const MailLimits &limits)
{
    return LimitCheck(part, name, limits).Run();
}

}  // namespace laio
