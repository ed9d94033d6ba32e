#include "tools/mail/series_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace laio {
namespace {

// Series that may wait for their patches at a time.
constexpr std::size_t kMaxOpen = 64;

// "3/7"; false when the word is something else.
bool ReadNumbers(const std::string &word, SubjectTag *tag)
{
    std::size_t slash = word.find('/');
    bool digits = slash != std::string::npos && slash > 0 && slash < 6 &&
                  word.size() > slash + 1 && word.size() < slash + 7 &&
                  std::all_of(word.begin(), word.end(), [](unsigned char c) {
                      return std::isdigit(c) || c == '/';
                  }) && std::count(word.begin(), word.end(), '/') == 1;
    if (digits) {
        tag->number = std::atoi(word.c_str());
        tag->count = std::atoi(word.c_str() + slash + 1);
    }
    return digits;
}

void ReadBracket(const std::string &text, SubjectTag *tag)
{
    std::string word;
    for (char c : text + ' ') {
        if (c != ' ' && c != ',') {
            word += char(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            if (!ReadNumbers(word, tag)) {
                tag->words += (tag->words.empty() ? "" : " ") + word;
            }
            word.clear();
        }
    }
}

}  // namespace

SubjectTag ReadSubjectTag(const std::string &subject)
{
    SubjectTag tag;
    std::size_t at = 0;
    while (at < subject.size()) {
        std::size_t colon = subject.find(':', at);
        if (subject[at] == ' ') {
            at++;
        } else if (subject[at] == '[') {
            std::size_t close = subject.find(']', at);
            if (close == std::string::npos) {
                break;
            }
            ReadBracket(subject.substr(at + 1, close - at - 1), &tag);
            at = close + 1;
            if (tag.count > 0) {
                break;  // what comes is the author's: "[arm] fix"
            }
        } else if (colon != std::string::npos && colon - at <= 3 &&
                   subject.find('[', at) != std::string::npos) {
            tag.reply = true;
            at = colon + 1;
        } else {
            break;
        }
    }
    return tag;
}

SeriesOrder::Series *SeriesOrder::Find(const SubjectTag &tag,
                                       const std::string &thread)
{
    for (Series &series : open_) {
        bool one_thread = series.thread == thread || thread.empty() ||
                          series.thread.empty();
        if (series.tag.words == tag.words && series.tag.count == tag.count &&
            one_thread && tag.number >= series.next &&
            !series.held.count(tag.number)) {
            return &series;
        }
    }
    return nullptr;
}

void SeriesOrder::Release(Series &series)
{
    auto next = series.held.find(series.next);
    while (next != series.held.end()) {
        ready_.push_back(std::move(next->second));
        series.held.erase(next);
        next = series.held.find(++series.next);
    }
}

// Gives what is there and says what is not.
void SeriesOrder::Close(Series &series)
{
    for (auto &[number, mail] : series.held) {
        for (int i = series.next; i < number && i < series.next + 20; i++) {
            notes_.push_back(fmt::format("patch {}/{} of [{}] is missing", i,
                                         series.tag.count, series.tag.words));
        }
        series.next = number + 1;
        ready_.push_back(std::move(mail));
    }
    series.held.clear();
}

void SeriesOrder::Add(Mail mail)
{
    SubjectTag tag = ReadSubjectTag(mail.subject);
    if (tag.count < 1 || tag.number < 1 || tag.number > tag.count ||
        tag.reply) {
        ready_.push_back(std::move(mail));
        return;
    }
    std::string thread = mail.thread_id.empty() ? mail.message_id
                                                : mail.thread_id;
    Series *series = Find(tag, mail.thread_id);
    if (!series) {
        if (open_.size() >= kMaxOpen) {
            Close(open_.front());
            open_.pop_front();
        }
        open_.push_back({tag, thread, 1, {}});
        series = &open_.back();
    }
    series->held.emplace(tag.number, std::move(mail));
    Release(*series);
    if (series->held.size() > kMaxHeld) {
        Close(*series);
    }
    if (series->next > series->tag.count) {
        open_.remove_if([series](const Series &one) {
            return &one == series;
        });
    }
}

void SeriesOrder::Finish()
{
    for (Series &series : open_) {
        Close(series);
    }
    open_.clear();
}

std::optional<Mail> SeriesOrder::Take()
{
    if (ready_.empty()) {
        return std::nullopt;
    }
    Mail mail = std::move(ready_.front());
    ready_.pop_front();
    return mail;
}

std::vector<std::string> SeriesOrder::TakeNotes()
{
    return std::exchange(notes_, {});
}

}  // namespace laio
