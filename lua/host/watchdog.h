/* watchdog.h: wakes up when a thread has been at something for a while. Nearly every call of a script is over long
 * before that, and need not pay for being watched at each instruction. */
#ifndef YANHU_WATCHDOG_H
#define YANHU_WATCHDOG_H

#include <stdbool.h>

/* In `seconds`, unless stopped before, `wake` is called in the calling thread, in a signal handler: what it does must
 * be safe there. One watch a thread; false where there can be none: then the caller must watch itself. */
bool watchdog_start(double seconds, void (*wake)(void *), void *argument);
void watchdog_stop(void);

#endif
