/* watchdog.c: a POSIX timer for each thread, whose signal goes to that very thread. */
#include "watchdog.h"
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifdef SIGEV_THREAD_ID
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid /* glibc has no name for it */
#endif

static _Thread_local struct Watch {
  void (*volatile wake)(void *); /* NULL: nobody waits */
  void *volatile argument;
  timer_t timer;
  bool made, failed;
} watch;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key; /* so that a thread that ends takes its timer along */

static void handle(int number) {
  (void)number;
  void (*const wake)(void *) = watch.wake;
  if (wake) wake(watch.argument);
}

static void end(void *mine) {
  timer_delete(((struct Watch *)mine)->timer);
}

static void begin(void) {
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGRTMIN, &action, NULL);
  pthread_key_create(&key, end);
}

static void make(void) {
  pthread_once(&once, begin);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN};
  event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
  watch.failed = timer_create(CLOCK_MONOTONIC, &event, &watch.timer) != 0;
  watch.made = !watch.failed;
  if (watch.made) pthread_setspecific(key, &watch);
}

static bool set(double seconds) {
  const time_t whole = (time_t)seconds;
  const struct itimerspec when = {.it_value = {whole, (long)((seconds - (double)whole) * 1e9)}};
  return timer_settime(watch.timer, 0, &when, NULL) == 0;
}

bool watchdog_start(double seconds, void (*wake)(void *), void *argument) {
  if (!watch.made && !watch.failed) make();
  if (watch.failed || watch.wake || seconds <= 0) return false;
  watch.argument = argument;
  watch.wake = wake;
  if (set(seconds)) return true;
  watch.wake = NULL;
  return false;
}

void watchdog_stop(void) {
  watch.wake = NULL;
  if (watch.made) set(0);
}

#else

bool watchdog_start(double seconds, void (*wake)(void *), void *argument) {
  (void)seconds, (void)wake, (void)argument;
  return false;
}
void watchdog_stop(void) {}

#endif
