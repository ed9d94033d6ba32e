// What libstdc++.a and libgcc_eh.a, which are built for glibc, ask of it and
// musl does not have. No header of glibc is included, as they give other names
// to some of these.

extern "C" {

struct _IO_FILE;

// musl, as in C
long strtol(const char *text, char **end, int base);
unsigned long strtoul(const char *text, char **end, int base);
unsigned long long strtoull(const char *text, char **end, int base);
int fseeko(_IO_FILE *file, long offset, int whence);
long ftello(_IO_FILE *file);

// glibc: not 0 as long as there is one thread, where libstdc++ then counts
// references without atomic operations.
char __libc_single_threaded = 0;

// glibc: where the tables for unwinding through `pc` are.
//
// Returns:  that no shared object has them; of a static program's own its
//           start file has told libgcc, which looks there first.
int _dl_find_object(void * /*pc*/, void * /*result*/)
{
    return -1;
}

// glibc 2.38: as those without the prefix, which but for `0b` they are.
long __isoc23_strtol(const char *text, char **end, int base)
{
    return strtol(text, end, base);
}

unsigned long __isoc23_strtoul(const char *text, char **end, int base)
{
    return strtoul(text, end, base);
}

unsigned long long __isoc23_strtoull(const char *text, char **end, int base)
{
    return strtoull(text, end, base);
}

// glibc: for files of any size, as all of musl's are.
int fseeko64(_IO_FILE *file, long offset, int whence)
{
    return fseeko(file, offset, whence);
}

long ftello64(_IO_FILE *file)
{
    return ftello(file);
}

}  // extern "C"
