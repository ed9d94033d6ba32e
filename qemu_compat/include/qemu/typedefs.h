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
typedef struct CoMutex CoMutex;
typedef struct Coroutine Coroutine;
typedef struct Error Error;
typedef struct EventNotifier EventNotifier;
typedef struct LinuxAioState LinuxAioState;
typedef struct QEMUBH QEMUBH;
typedef struct QEMUIOVector QEMUIOVector;
typedef struct QEMUTimer QEMUTimer;
typedef struct QemuLockable QemuLockable;
typedef struct QemuMutex QemuMutex;
typedef struct QemuRecMutex QemuRecMutex;

typedef BlockAIOCB BlockDriverAIOCB;

typedef void IOHandler(void *opaque);

#endif /* QEMU_TYPEDEFS_H */
