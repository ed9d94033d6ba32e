/*
 * Sockets: the system's headers and what is set on a descriptor.
 */

#ifndef QEMU_SOCKETS_H
#define QEMU_SOCKETS_H

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "qemu/osdep.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Whether reads and writes may wait. Requires: an open fd. Thread: any. */
void qemu_set_block(int fd);
void qemu_set_nonblock(int fd);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_SOCKETS_H */
