/* program.c: see program.h. Input and error output lie in memory files, so that only one stream is waited for. */
#include "program.h"
#include "text/message.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

bool program_found(const char *name) {
  const char *path = getenv("PATH");
  while (path && *path) {
    const size_t length = strcspn(path, ":");
    char *file = string_format("%.*s/%s", (int)length, length ? path : ".", name);
    const bool found = access(file, X_OK) == 0;
    free(file);
    if (found) return true;
    path += length + (path[length] == ':');
  }
  return false;
}

static bool write_all(int file, const char *bytes, size_t length) {
  while (length) {
    const ssize_t n = write(file, bytes, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes += n;
    length -= (size_t)n;
  }
  return lseek(file, 0, SEEK_SET) == 0;
}

static int start(char *const argv[], int in, int out, int err, pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
#endif
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP); /* a group of its own: what it starts ends with it */
  const int error = posix_spawnp(child, argv[0], &actions, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the program closes its output. NULL, or what was wrong with it. */
static const char *collect(int out, long deadline, Buffer *output) {
  char block[16384];
  const size_t before = output->length;
  for (;;) {
    const long left = deadline - milliseconds();
    struct pollfd wait = {.fd = out, .events = POLLIN};
    const int ready = left > 0 ? poll(&wait, 1, (int)left) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return _("took too long");
    const ssize_t n = read(out, block, sizeof block);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return strerror(errno);
    if (n == 0) return NULL;
    buffer_add(output, block, (size_t)n);
    if (output->length - before > PROGRAM_OUTPUT_MAX) return _("writes too much");
  }
}

/* The last line of its error output: what comes before it is mostly the program talking to itself. */
static void last_words(int err, char *words, size_t size) {
  const off_t end = lseek(err, 0, SEEK_END), from = end > (off_t)size - 1 ? end - (off_t)size + 1 : 0;
  const ssize_t n = end >= 0 && lseek(err, from, SEEK_SET) >= 0 ? read(err, words, size - 1) : -1;
  words[n > 0 ? n : 0] = '\0';
  for (size_t i = strlen(words); i && strchr(" \n\t", words[i - 1]); i--) words[i - 1] = '\0';
  const char *line = strrchr(words, '\n');
  if (line) memmove(words, line + 1, strlen(line));
}

static bool talk(char *const argv[], const int files[4], int seconds, Buffer *output, char **message) {
  const int in = files[0], err = files[1], out = files[2];
  pid_t child;
  const int error = start(argv, in, files[3], err, &child);
  close(files[3]);
  if (error) {
    *message = string_format(_("%s cannot be started: %s"), argv[0], strerror(error));
    return false;
  }
  const char *wrong = collect(out, milliseconds() + seconds * 1000L, output);
  if (wrong) kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  char words[512];
  last_words(err, words, sizeof words);
  if (!wrong && WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  *message = wrong ? string_format("%s %s", argv[0], wrong) : string_format(_("%s failed: %s"), argv[0], words);
  return false;
}

bool program_run(char *const argv[], const char *input, size_t length, int seconds, Buffer *output, char **message) {
  int files[4] = {memfd_create("input", MFD_CLOEXEC), memfd_create("errors", MFD_CLOEXEC), -1, -1}; /* …, pipe */
  bool good = files[0] >= 0 && files[1] >= 0 && pipe2(files + 2, O_CLOEXEC) == 0 && write_all(files[0], input, length);
  if (!good) {
    *message = string_format(_("%s cannot be started: %s"), argv[0], strerror(errno));
    if (files[3] >= 0) close(files[3]);
  } else {
    good = talk(argv, files, seconds, output, message);
  }
  for (int i = 0; i < 3; i++)
    if (files[i] >= 0) close(files[i]);
  return good;
}
