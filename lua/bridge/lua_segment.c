/* lua_segment.c: yanhu.segment cuts Chinese text into words through friso (MMSEG). Its lexicon is read when a script
 * first asks for words, takes a tenth of a second and some 40 MB, and is shared by all threads, which only read it.
 * friso gets nothing but runs of Chinese characters: what Latin letters and digits make up is told apart here. */
#include "types.h"

#include "../../core/text/utf8.h"

int segment(lua_State *L);

#ifdef HAVE_FRISO
#include <friso.h>
#undef print
#include <pthread.h>

static struct Segmenter {
  friso_t friso;
  friso_config_t config; /* not changed once the lexicon is there */
  const char *missing;
} segmenter;

static void read_lexicon(void) {
  static char settings[] = "/etc/friso/friso.ini";
  segmenter.friso = friso_new();
  segmenter.config = friso_new_config();
  if (!segmenter.friso || !segmenter.config ||
      friso_init_from_ifile(segmenter.friso, segmenter.config, settings) != 1) {
    segmenter.missing = N_("/etc/friso/friso.ini cannot be read");
    return;
  }
  if (!segmenter.friso->dic || friso_all_dic_size(segmenter.friso->dic) == 0)
    segmenter.missing = N_("friso has no lexicon");
  segmenter.config->add_syn = 0; /* the words of the text, each once */
  segmenter.config->en_sseg = 0;
  segmenter.config->keep_urec = 1;
  segmenter.config->clr_stw = 0;
}

typedef struct Task {
  friso_task_t task;
} Task;

static int free_task(lua_State *L) {
  Task *t = lua_touserdata(L, 1);
  if (t->task) friso_free_task(t->task);
  t->task = NULL;
  return 0;
}

/* The task of this Lua state: it belongs to the state, so that an error in the middle loses nothing. */
static friso_task_t task_of(lua_State *L) {
  static const char key = 0;
  const int top = lua_gettop(L);
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &key) == LUA_TNIL) {
    Task *t = lua_newuserdatauv(L, sizeof *t, 0);
    t->task = NULL;
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, free_task);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    t->task = friso_new_task();
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &key);
  }
  const Task *t = lua_touserdata(L, -1);
  lua_settop(L, top); /* the registry keeps it */
  return t->task;
}

static bool is_han(uint32_t code) {
  return code >= 0x4E00 && code <= 0x9FA5;
}

static bool is_latin(uint32_t code) {
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* Where the run that begins at s ends: characters that `in` holds for, and a single . + - between two of them. */
static const char *run_end(const char *s, const char *end, bool (*in)(uint32_t)) {
  uint32_t bytes;
  while (s < end) {
    const bool joint = in == is_latin && strchr(".+-", *s) && s + 1 < end && is_latin((unsigned char)s[1]);
    if (!joint && !in(utf8_decode(s, &bytes))) break;
    s += joint ? 1 : bytes;
  }
  return s;
}

/* Also looks whether the call is to end: a text may be long. */
static void add_word(lua_State *L, const char *word, size_t length, lua_Integer *count) {
  lua_pushlstring(L, word, length);
  lua_seti(L, 2, ++*count);
  const Bridge *bridge = *count % 4096 == 0 ? bridge_of(L) : NULL;
  if (bridge && bridge->limits.interrupted && bridge->limits.interrupted(bridge->limits.argument))
    luaL_error(L, _("interrupted"));
}

/* The words of a run of Chinese characters; what friso leaves out between two words are single characters. */
static void add_han(lua_State *L, const char *run, size_t length, lua_Integer *count) {
  friso_task_t task = task_of(L);
  if (!task) luaL_error(L, _("out of memory"));
  char *text = (char *)(uintptr_t)lua_pushlstring(L, run, length); /* ends with a zero, as friso wants it */
  friso_set_text(task, text);
  for (;;) {
    const friso_token_entry *token = segmenter.config->next_token(segmenter.friso, segmenter.config, task);
    if (!token) break;
    const size_t from = (size_t)token->offset, size = token->rlen;
    if (from > length || size > length - from) continue;
    add_word(L, run + from, size, count);
  }
  lua_pop(L, 1);
}

/* yanhu.segment(s) -> list of words, in order, without punctuation */
int segment(lua_State *L) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length), *end = s + length;
  luaL_argcheck(L, utf8_valid(s, length) == length, 1, _("not valid UTF-8"));
  pthread_once(&once, read_lexicon);
  if (segmenter.missing)
    return luaL_error(L, _("words cannot be told apart: %s (Debian's package friso-dict has it)"), _(segmenter.missing));
  lua_settop(L, 1);
  lua_newtable(L);
  lua_Integer count = 0;
  while (s < end) {
    uint32_t bytes;
    const uint32_t code = utf8_decode(s, &bytes);
    const char *stop = is_han(code) ? run_end(s, end, is_han) : is_latin(code) ? run_end(s, end, is_latin) : s + bytes;
    if (is_han(code)) add_han(L, s, (size_t)(stop - s), &count);
    else if (is_latin(code)) add_word(L, s, (size_t)(stop - s), &count);
    s = stop;
  }
  return 1;
}

#else

int segment(lua_State *L) {
  return luaL_error(
      L, _("words cannot be told apart: this build has no friso (Debian's packages libfriso-dev and friso-dict)"));
}

#endif
