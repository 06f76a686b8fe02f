/* process.c: see process.h. */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool process_exists(const char *name) {
  const char *path = getenv("PATH");
  char file[4096];
  while (path && *path) {
    const size_t length = strcspn(path, ":");
    const int n = snprintf(file, sizeof file, "%.*s/%s", (int)length, path, name);
    if (n > 0 && (size_t)n < sizeof file && access(file, X_OK) == 0) return true;
    path += length + (path[length] == ':');
  }
  return false;
}

/* A child in a process group of its own, its output in the pipe. */
static int start(pid_t *child, char *const argv[], int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const int failed = posix_spawnp(child, argv[0], &actions, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}

/* Reads until the end of the output. */
static bool collect(int input, const char *name, unsigned seconds, size_t limit, Buffer *out, YhError *error) {
  const int64_t end = milliseconds() + (int64_t)seconds * 1000;
  char piece[1 << 14];
  for (;;) {
    const int64_t left = end - milliseconds();
    struct pollfd poll_item = {.fd = input, .events = POLLIN};
    const int ready = left > 0 ? poll(&poll_item, 1, (int)left) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return error_set(error, YH_ELIMIT, _("%s did not end within %u seconds"), name, seconds);
    const ssize_t got = read(input, piece, sizeof piece);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_set(error, YH_EREAD, _("reading from %s failed: %s"), name, strerror(errno));
    if (got == 0) return true;
    buffer_add(out, piece, (size_t)got);
    if (out->length > limit) return error_set(error, YH_ELIMIT, _("%s gave more than %zu MiB"), name, limit >> 20);
  }
}

bool process_run(char *const argv[], unsigned seconds, size_t limit, Buffer *out, YhError *error) {
  int ends[2];
  pid_t child;
  if (pipe2(ends, O_CLOEXEC)) return error_set(error, YH_EREAD, _("no pipe: %s"), strerror(errno));
  const int failed = start(&child, argv, ends[1]);
  close(ends[1]);
  if (failed) {
    close(ends[0]);
    return error_set(error, YH_EREAD, _("%s could not be started: %s"), argv[0], strerror(failed));
  }
  const bool ok = collect(ends[0], argv[0], seconds, limit, out, error);
  close(ends[0]);
  if (!ok) kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (!ok) return false;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  return error_set(error, YH_EFORMAT, _("%s could not read it"), argv[0]);
}
