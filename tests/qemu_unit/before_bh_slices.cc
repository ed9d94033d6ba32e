// For trees of before 2020: the runtime as their tests know it.

#include "util/era.h"

[[maybe_unused]] static const bool era_is_set = [] {
    era_deleted_bh_is_work(false);
    era_ended_coroutine_runs_again(true);
    return true;
}();
