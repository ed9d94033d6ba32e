// What libstdc++.a and libgcc_eh.a, which are built for glibc, ask of it and
// musl does not have.

extern "C" {

// glibc: not 0 as long as there is one thread, where libstdc++ then counts
// references without atomic operations.
extern char __libc_single_threaded;
char __libc_single_threaded = 0;

// glibc: where the tables for unwinding through `pc` are.
//
// Returns:  that no shared object has them; of a static program's own its
//           start file has told libgcc, which looks there first.
int _dl_find_object(void *pc, void *result);
int _dl_find_object(void *, void *)
{
    return -1;
}

}  // extern "C"
