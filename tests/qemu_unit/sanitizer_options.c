/*
 * What QEMU's unit tests do themselves that sanitizers report. Nothing of the
 * runtime may be named here: race_top is a report whose innermost function is
 * the test's own on one side.
 */

/* The sanitizers' runtimes ask for these; they must be in the program itself,
 * not in a shared library of it. */
const char *__tsan_default_suppressions(void);
const char *__lsan_default_suppressions(void);

const char *__tsan_default_suppressions(void)
{
    return
        /* A plain read of what others exchange, to assert that it is NULL. */
        "race_top:^test_multi_co_schedule_entry$\n"
        /* Plain reads of counters that other threads change atomically. */
        "race_top:^test_multi_co_mutex$\n"
        "race_top:^test_multi_fair_mutex$\n"
        "race_top:^test_multi_mutex$\n"
        "race_top:^test_submit$\n"
        "race_top:^do_test_cancel$\n"
        /* Before 2.10 a plain write of what a thread reads atomically. */
        "race_top:^iothread_join$\n"
        /* A lock made of relaxed accesses and futexes. */
        "race_top:^mcs_mutex_lock$\n"
        "race_top:^mcs_mutex_unlock$\n"
        "race_top:^test_multi_fair_mutex_entry$\n";
}

const char *__lsan_default_suppressions(void)
{
    return
        /*
         * Before 2.10 /basic/entered leaves a coroutine that never ends; the
         * pool has it from /basic/nesting.
         */
        "leak:^nest$\n";
}
