// Dates as mails spell them.

#ifndef TOOLS_MAIL_MAIL_DATE_H
#define TOOLS_MAIL_MAIL_DATE_H

#include <cstdint>
#include <optional>
#include <string>

namespace laio {

struct MailDate {
    std::int64_t unix_seconds = 0;
    int zone_minutes = 0;      // east of Greenwich
    bool zone_known = true;    // false: taken as +0000
    bool order_known = true;   // false: 12/07 was read as day/month by habit
};

// Reads a Date field (RFC 5322, 3.3: "Tue, 12 Jul 2016 17:25:00 +0200") and
// what quoting mail programs write ("12/07/2016 17:25", "2016-07-12 17:25").
//
// With slashes, a clock of 12 hours (AM, PM) means month first, else day
// first, unless only one reading is a date.
// Returns:  nullopt when it is neither.
std::optional<MailDate> ParseMailDate(const std::string &text);

// As a Date field: "Tue, 12 Jul 2016 17:25:00 +0000".
std::string FormatMailDate(const MailDate &date);

}  // namespace laio

#endif  // TOOLS_MAIL_MAIL_DATE_H
