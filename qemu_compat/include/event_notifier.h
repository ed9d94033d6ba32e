/* The same as qemu/event_notifier.h, under another of its names. */

#ifndef FORWARD_EVENT_NOTIFIER_H
#define FORWARD_EVENT_NOTIFIER_H

#include "qemu/event_notifier.h"

#endif /* FORWARD_EVENT_NOTIFIER_H */
