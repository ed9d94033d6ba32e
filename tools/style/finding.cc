#include "tools/style/finding.h"

namespace laio {

const char *StyleLevelName(StyleLevel level)
{
    return level == StyleLevel::kError ? "ERROR" : "WARNING";
}

}  // namespace laio
