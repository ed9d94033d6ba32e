/*
 * Names of the structures that cross files, whether or not the includer sees
 * their members. The BlockDriver* names are those of before 2014.
 */

#ifndef QEMU_TYPEDEFS_H
#define QEMU_TYPEDEFS_H

typedef struct AioContext AioContext;
typedef struct BlockAIOCB BlockAIOCB;
typedef struct BlockBackend BlockBackend;
typedef struct BlockDriverState BlockDriverState;
typedef struct Coroutine Coroutine;
typedef struct Error Error;
typedef struct EventNotifier EventNotifier;
typedef struct LinuxAioState LinuxAioState;
typedef struct QEMUBH QEMUBH;
typedef struct QEMUIOVector QEMUIOVector;

typedef BlockAIOCB BlockDriverAIOCB;

typedef void IOHandler(void *opaque);

#endif /* QEMU_TYPEDEFS_H */
