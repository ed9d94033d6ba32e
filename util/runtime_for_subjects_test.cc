#include <dlfcn.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

namespace {

std::string shared_object;

// The program calls nothing of the runtime by itself, so whatever the object
// finds is there because the whole runtime is.
TEST(RuntimeForSubjectsTest, SharedObjectFindsEveryFunctionOfTheContract)
{
    void *handle = dlopen(shared_object.c_str(), RTLD_NOW);

    ASSERT_NE(handle, nullptr) << dlerror();
    auto *count = static_cast<const size_t *>(
        dlsym(handle, "contract_functions_count"));
    ASSERT_NE(count, nullptr);
    EXPECT_GT(*count, 80u);
    dlclose(handle);
}

}  // namespace

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    shared_object = argv[1];
    return RUN_ALL_TESTS();
}
