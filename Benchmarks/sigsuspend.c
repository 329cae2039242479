// Lets valgrind 3.19 run programs with a Swift `async` main.
//
// The dispatch library waits in `sigsuspend` with a mask in read-only memory. Valgrind edits the mask
// it is given in place and dies of it. This hands it a copy; preloaded by `run.sh`, used nowhere else.
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
