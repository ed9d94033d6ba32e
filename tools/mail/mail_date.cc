#include "tools/mail/mail_date.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cstdio>
#include <ctime>
#include <regex>
#include <utility>

namespace laio {
namespace {

constexpr std::array<const char *, 12> kMonths = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char *, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                               "Thu", "Fri", "Sat"};

struct Clock {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;

    bool Valid() const
    {
        return year >= 1970 && year < 2200 && month >= 1 && month <= 12 &&
               day >= 1 && day <= 31 && hour >= 0 && hour < 24 &&
               minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    }

    std::int64_t Seconds() const
    {
        std::tm time{};
        time.tm_year = year - 1900;
        time.tm_mon = month - 1;
        time.tm_mday = day;
        time.tm_hour = hour;
        time.tm_min = minute;
        time.tm_sec = second;
        return timegm(&time);
    }
};

int Number(const std::ssub_match &match)
{
    return match.matched ? std::atoi(match.str().c_str()) : 0;
}

int MonthNumber(const std::string &name)
{
    for (std::size_t i = 0; i < kMonths.size(); i++) {
        if (strcasecmp(name.c_str(), kMonths[i]) == 0) {
            return int(i) + 1;
        }
    }
    return 0;
}

void SetZone(MailDate &date, const std::ssub_match &zone)
{
    date.zone_known = zone.matched && zone.length() == 5;
    if (date.zone_known) {
        std::string text = zone.str();
        int hhmm = std::atoi(text.c_str() + 1);
        int minutes = hhmm / 100 * 60 + hhmm % 100;
        date.zone_minutes = text[0] == '-' ? -minutes : minutes;
    }
}

// One layout: what it looks like, and which groups are what.
std::optional<MailDate> Finish(MailDate date, Clock clock,
                               const std::string &half)
{
    if (!half.empty()) {
        bool afternoon = std::tolower(half[0]) == 'p';
        clock.hour = clock.hour % 12 + (afternoon ? 12 : 0);
    }
    if (!clock.Valid()) {
        return std::nullopt;
    }
    date.unix_seconds = clock.Seconds() - date.zone_minutes * 60;
    return date;
}

std::optional<MailDate> ParseNamedMonth(const std::string &text)
{
    static const std::regex kLayout(
        R"((\d{1,2}) ([A-Za-z]{3}) (\d{4}),? (?:at )?)"
        R"((\d{1,2}):(\d\d)(?::(\d\d))?(?: ([+-]\d{4}))?)");
    std::smatch m;
    if (!std::regex_search(text, m, kLayout)) {
        return std::nullopt;
    }
    MailDate date;
    SetZone(date, m[7]);
    return Finish(date, {Number(m[3]), MonthNumber(m[2].str()), Number(m[1]),
                         Number(m[4]), Number(m[5]), Number(m[6])}, "");
}

// Zones that are not ambiguous, and those of RFC 5322, 4.3.
bool SetZoneByName(MailDate &date, const std::string &name)
{
    static const std::pair<const char *, int> kZones[] = {
        {"UTC", 0},    {"GMT", 0},    {"CET", 60},   {"CEST", 120},
        {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300},
        {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420}};
    for (const auto &[known, minutes] : kZones) {
        if (name == known) {
            date.zone_minutes = minutes;
            return date.zone_known = true;
        }
    }
    return false;
}

// "Tue Jul 12 17:25:00 CEST 2016", as `date` and Mailman's archives print.
std::optional<MailDate> ParseYearLast(const std::string &text)
{
    static const std::regex kLayout(
        R"(([A-Za-z]{3}) +(\d{1,2}) (\d{1,2}):(\d\d):(\d\d))"
        R"((?: ([+-]\d{4}))?(?: ([A-Z]{3,4}))? (\d{4}))");
    std::smatch m;
    if (!std::regex_search(text, m, kLayout)) {
        return std::nullopt;
    }
    MailDate date;
    SetZone(date, m[6]);
    SetZoneByName(date, m[7].str());
    return Finish(date, {Number(m[8]), MonthNumber(m[1].str()), Number(m[2]),
                         Number(m[3]), Number(m[4]), Number(m[5])}, "");
}

// "Jul 12, 2016 at 5:25 PM", as Gmail quotes; "July 12, 2016, 5:25 p.m.", as
// Patchwork shows.
std::optional<MailDate> ParseMonthFirst(const std::string &text)
{
    static const std::regex kLayout(
        R"(([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4}),? (?:at )?)"
        R"((\d{1,2}):(\d\d)(?::(\d\d))? ?([AaPp]\.?[Mm])?)"
        R"((?: ([+-]\d{4}))?)");
    std::smatch m;
    if (!std::regex_search(text, m, kLayout)) {
        return std::nullopt;
    }
    MailDate date;
    SetZone(date, m[8]);
    return Finish(date, {Number(m[3]), MonthNumber(m[1].str()), Number(m[2]),
                         Number(m[4]), Number(m[5]), Number(m[6])},
                  m[7].str());
}

std::optional<MailDate> ParseYearFirst(const std::string &text)
{
    static const std::regex kLayout(
        R"((\d{4})-(\d\d)-(\d\d)[ T,]+)"
        R"((\d{1,2}):(\d\d)(?::(\d\d))? ?([+-]\d{4})?)");
    std::smatch m;
    if (!std::regex_search(text, m, kLayout)) {
        return std::nullopt;
    }
    MailDate date;
    SetZone(date, m[7]);
    return Finish(date, {Number(m[1]), Number(m[2]), Number(m[3]),
                         Number(m[4]), Number(m[5]), Number(m[6])}, "");
}

std::optional<MailDate> ParseSlashes(const std::string &text)
{
    static const std::regex kLayout(
        R"((\d{1,2})/(\d{1,2})/(\d{4}),? (?:at )?)"
        R"((\d{1,2}):(\d\d)(?::(\d\d))? ?([AaPp][Mm])?)");
    std::smatch m;
    if (!std::regex_search(text, m, kLayout)) {
        return std::nullopt;
    }
    int first = Number(m[1]), second = Number(m[2]);
    bool month_first = second > 12 || (first <= 12 && m[7].matched);
    MailDate date;
    date.zone_known = false;
    date.order_known = first > 12 || second > 12 || first == second;
    return Finish(date, {Number(m[3]), month_first ? first : second,
                         month_first ? second : first, Number(m[4]),
                         Number(m[5]), Number(m[6])},
                  m[7].str());
}

}  // namespace

std::optional<MailDate> ParseMailDate(const std::string &text)
{
    if (text.size() > 200) {
        return std::nullopt;
    }
    for (auto parse : {ParseNamedMonth, ParseMonthFirst, ParseYearLast,
                       ParseYearFirst, ParseSlashes}) {
        if (auto date = parse(text)) {
            return date;
        }
    }
    return std::nullopt;
}

std::string FormatMailDate(const MailDate &date)
{
    std::time_t local = date.unix_seconds + date.zone_minutes * 60;
    std::tm t{};
    gmtime_r(&local, &t);
    int zone = std::abs(date.zone_minutes);
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} {}{:02}{:02}",
                       kDays[t.tm_wday], t.tm_mday, kMonths[t.tm_mon],
                       t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec,
                       date.zone_minutes < 0 ? '-' : '+', zone / 60,
                       zone % 60);
}

}  // namespace laio
