// Linux can exchange two folders in one step; Swift does not see the function, because glibc hides it behind a macro.
#if defined(__linux__)
extern int renameat2(int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags);

// 0 when the two paths were exchanged.
static inline int exchange_paths(const char *one, const char *other) {
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 2 /* RENAME_EXCHANGE */);
}
#else
static inline int exchange_paths(const char *one, const char *other) { return -1; }
#endif
