// What people do who edit patches by hand.

#include <algorithm>
#include <cstdio>

#include "tests/corpus/damage_kinds.h"

namespace laio {
namespace {

// Lines of one kind.
std::vector<std::size_t> PlacesOf(const std::vector<std::string> &lines,
                                  BodyLine kind)
{
    std::vector<BodyLine> kinds = ClassifyLines(lines);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < lines.size(); i++) {
        bool empty = lines[i].find_first_not_of("+ \t") == std::string::npos;
        if (kinds[i] == kind && !empty) {
            places.push_back(i);
        }
    }
    return places;
}

struct Header {
    int old_start = 0;
    int old_count = 1;
    int new_start = 0;
    int new_count = 1;
    std::string section;
};

Header ReadHeader(const std::string &line)
{
    Header header;
    std::size_t plus = line.find(" +");
    sscanf(line.c_str(), "@@ -%d,%d", &header.old_start, &header.old_count);
    sscanf(line.c_str() + plus, " +%d,%d", &header.new_start,
           &header.new_count);
    header.section = line.substr(line.find(" @@") + 3);
    return header;
}

std::string PrintHeader(const Header &header)
{
    char text[80];
    snprintf(text, sizeof text, "@@ -%d,%d +%d,%d @@", header.old_start,
             header.old_count, header.new_start, header.new_count);
    return text + header.section;
}

// Changes the header of one hunk.
template <typename Change>
void ChangeHeader(CorpusMail *mail, Random *random, Change change)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<std::size_t> places = PlacesOf(lines, BodyLine::kHunk);
    if (!places.empty()) {
        std::string &line = lines[random->Choose(places)];
        Header header = ReadHeader(line);
        change(&header);
        line = PrintHeader(header);
        mail->body = TextOf(lines);
    }
}

}  // namespace

void MiscountHunk(CorpusMail *mail, Random *random)
{
    ChangeHeader(mail, random, [&](Header *header) {
        int by = (1 + random->Below(3)) * (random->OneIn(2) ? 1 : -1);
        int which = random->Below(3);
        header->new_count = std::max(
            1, header->new_count + (which != 0 ? by : 0));
        header->old_count = std::max(
            1, header->old_count + (which != 1 ? by : 0));
    });
}

void MisplaceHunk(CorpusMail *mail, Random *random)
{
    ChangeHeader(mail, random, [&](Header *header) {
        int by = (5 + random->Below(36)) * (random->OneIn(2) ? 1 : -1);
        header->old_start = std::max(1, header->old_start + by);
        header->new_start = std::max(1, header->new_start + by);
    });
}

void DropAddedLine(CorpusMail *mail, Random *random)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<std::size_t> places = PlacesOf(lines, BodyLine::kAdded);
    if (!places.empty()) {
        lines.erase(lines.begin() + long(random->Choose(places)));
        mail->body = TextOf(lines);
    }
}

void DoubleAddedLine(CorpusMail *mail, Random *random)
{
    std::vector<std::string> lines = LinesOf(mail->body);
    std::vector<std::size_t> places = PlacesOf(lines, BodyLine::kAdded);
    if (!places.empty()) {
        std::size_t at = random->Choose(places);
        lines.insert(lines.begin() + long(at), std::string(lines[at]));
        mail->body = TextOf(lines);
    }
}

}  // namespace laio
