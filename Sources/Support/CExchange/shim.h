#include <sys/stat.h>

// When a file was written last, in whole seconds; -1 if there is none. The system's own field has another name on every
// system.
static inline long modified_second(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0 ? (long)status.st_mtime : -1;
}

// 1 for a regular file, 2 for a folder, 3 for anything else, 0 if nothing is there. Follows no link.
static inline int kind_of_path(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0) return 0;
  return S_ISREG(status.st_mode) ? 1 : S_ISDIR(status.st_mode) ? 2 : 3;
}

// Linux can exchange two folders in one step, and write the files of one file system to its disk; Swift does not see these
// functions, because glibc hides them behind a macro.
#if defined(__linux__)
#include <fcntl.h>
#include <unistd.h>

extern int renameat2(int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags);
extern int syncfs(int file);

// 0 when the two paths were exchanged.
static inline int exchange_paths(const char *one, const char *other) {
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 2 /* RENAME_EXCHANGE */);
}

// 0 when all files of the file system that this path is on are on the disk.
static inline int flush_files(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  int result = syncfs(file);
  close(file);
  return result;
}
#else
#include <unistd.h>
static inline int exchange_paths(const char *one, const char *other) { return -1; }
static inline int flush_files(const char *path) { sync(); return 0; }
#endif
