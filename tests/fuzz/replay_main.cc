// Gives each file that is named to the fuzz target, once: the corpus as a
// test, with any compiler.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        std::ifstream file(argv[i], std::ios::binary);
        std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
        if (!file.good() && !file.eof()) {
            fprintf(stderr, "cannot read %s\n", argv[i]);
            return 3;
        }
        printf("%s, %zu bytes\n", argv[i], bytes.size());
        LLVMFuzzerTestOneInput(reinterpret_cast<uint8_t *>(bytes.data()),
                               bytes.size());
    }
    return argc > 1 ? 0 : 2;
}
