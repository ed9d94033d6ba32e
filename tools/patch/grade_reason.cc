#include "tools/patch/grade_reason.h"

#include <fmt/format.h>

namespace laio {

std::string WhyNoProof(bool id_given)
{
    if (!id_given) {
        return "the mail gives no blob id of the result";
    }
    return "the file before is not the one that the mail names, so its blob "
           "id proves nothing";
}

std::string WhyGuessed(const SalvagedFile &file,
                       const GuessEvidence &evidence)
{
    if (evidence.id_fits) {
        return fmt::format(
            "{} digits of a blob id are too few to prove one of {} candidates",
            file.post.size(), file.candidates);
    }
    if (evidence.all_known) {
        return fmt::format("the result has blob id {}, but the mail says {}: "
                           "something in it is not as it was posted",
                           file.result_id.substr(0, 12), file.post);
    }
    if (evidence.only_readings_open) {
        return "the text can be read in more than one way";
    }
    if (!evidence.id_given) {
        return "blanks are lost, and the mail gives no blob id";
    }
    if (!evidence.base_proven) {
        return "blanks are lost, and the file before is not the one that the "
               "mail names";
    }
    return fmt::format("blanks are lost, and none of {} layouts has blob id "
                       "{}",
                       file.candidates, file.post);
}

}  // namespace laio
