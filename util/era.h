// What the runtime did differently in other years, where users could tell.
//
// For a program that runs code of such a year; to be set before there are
// loops and coroutines.

#ifndef UTIL_ERA_H
#define UTIL_ERA_H

// Whether a GMainContext goes round once more to free a deleted bottom half,
// as since 2020 (QEMU commit 8c6b0356b5) and by default. Otherwise it is freed
// with the next work.
void era_deleted_bh_is_work(bool yes);

// Whether entering a coroutine that has ended runs its function again, which
// is what came of QEMU's pool and what a test of its own lived on until
// November 2017 (QEMU commit fb0c43f34e). By default it is an abort.
void era_ended_coroutine_runs_again(bool yes);

#endif  // UTIL_ERA_H
