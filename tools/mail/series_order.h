// Patches of a series in their order, whatever order their mails came in.

#ifndef TOOLS_MAIL_SERIES_ORDER_H
#define TOOLS_MAIL_SERIES_ORDER_H

#include <deque>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/mail/mail.h"

namespace laio {

// What stands in the brackets of a subject: "[PATCH v2 3/7] block: fix".
struct SubjectTag {
    std::string words;  // "patch v2": without the numbers, in small letters
    int number = 0;     // 0: a cover letter, or no numbers
    int count = 0;      // 0: no numbers
    bool reply = false;  // "Re:" stands before it
};

SubjectTag ReadSubjectTag(const std::string &subject);

// Holds back a patch until those before it in its series have come. Mails
// without numbers pass as they are.
class SeriesOrder {
 public:
    void Add(Mail mail);

    // No more will come: nothing is held back any longer.
    void Finish();

    // The next mail, if it is known already.
    std::optional<Mail> Take();

    // "patch 3/7 of `patch v2` is missing", as far as it is known by now.
    std::vector<std::string> TakeNotes();

 private:
    // A series larger than this many patches is not put in order.
    static constexpr std::size_t kMaxHeld = 4000;

    struct Series {
        SubjectTag tag;
        std::string thread;
        int next = 1;
        std::map<int, Mail> held;
    };

    Series *Find(const SubjectTag &tag, const std::string &thread);
    void Release(Series &series);
    void Close(Series &series);

    std::deque<Mail> ready_;
    std::list<Series> open_;
    std::vector<std::string> notes_;
};

}  // namespace laio

#endif  // TOOLS_MAIL_SERIES_ORDER_H
