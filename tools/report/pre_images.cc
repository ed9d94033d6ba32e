#include "tools/report/pre_images.h"

#include <algorithm>
#include <string>
#include <vector>

namespace laio {

MemoryTree PreImages(const ReviewReport &report)
{
    MemoryTree tree;
    std::vector<std::string> known;
    for (const SalvageResult &mail : report.mails) {
        for (const SalvagedFile &file : mail.files) {
            std::string path =
                file.old_path.empty() ? file.path : file.old_path;
            bool seen =
                std::find(known.begin(), known.end(), path) != known.end();
            if (file.before && !seen) {
                tree.Put(path, *file.before);
            }
            known.push_back(path);
            known.push_back(file.path);
        }
    }
    return tree;
}

}  // namespace laio
