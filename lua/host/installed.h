/* installed.h: what belongs to the program and lies in files, found from where the program itself lies: a program that
 * was moved together with its PREFIX, or unpacked anywhere, finds it all the same. */
#ifndef YANHU_INSTALLED_H
#define YANHU_INSTALLED_H

/* PREFIX/share/NAME of a program in PREFIX/bin. The caller frees; NULL where the program cannot tell where it lies. */
char *installed_share(const char *name);

/* Messages come in the language of the locale from here on; numbers stay C's, and all text is UTF-8. Called once, before
 * any thread is made. */
void installed_messages(void);

#endif
