#include "tools/cli/style_output.h"

#include <ostream>

#include "tools/cli/json_text.h"
#include "tools/style/findings_text.h"

namespace laio {

void FindingsPrinter::Add(StyleResult result, bool is_file)
{
    total_.Count(result);
    if (!PrintsLines()) {
        // Printed in one piece.
    } else if (options_.terse) {
        session_.out << ToTerse(result);
    } else if (options_.quickfix) {
        session_.out << QuickfixText(result);
    } else {
        session_.out << FindingsOfOne(result, several_ && !is_file,
                                      session_.WantsColor());
    }
    if (session_.common.json || !options_.sarif.empty()) {
        kept_.push_back(std::move(result));
    }
}

Status FindingsPrinter::Finish()
{
    if (session_.common.json) {
        session_.out << JsonText(several_ || kept_.empty()
                                     ? ToJson(kept_)
                                     : ToJson(kept_.front()));
    } else if (PrintsLines() && !options_.terse && !options_.quickfix) {
        session_.out << StyleTotal(total_) << "\n";
    }
    bool fails = options_.terse
                     ? IsFailure(total_, options_.style().qemu_version)
                     : !total_.clean();
    if (session_.exit_status == 0 && fails) {
        session_.exit_status = 1;
    }
    return options_.sarif.empty()
               ? Ok()
               : session_.WriteOutput(options_.sarif,
                                      JsonText(ToSarif(kept_)));
}

bool FindingsPrinter::PrintsLines() const
{
    return !session_.common.json && options_.sarif != "-";
}

}  // namespace laio
