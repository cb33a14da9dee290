#include <curl/curl.h>

// Swift cannot call functions with any number of arguments, as curl_easy_setopt is one.

// Enough for any answer to a form; whoever sends more is cut off.
enum { curl_most_bytes = 65536 };

static inline size_t curl_count_bytes(char *bytes, size_t size, size_t count, void *sum) {
  size_t *total = (size_t *)sum;
  *total += size * count;
  return *total > curl_most_bytes ? 0 : size * count;
}

// Posts a form and waits for the answer, for so many milliseconds in all. Follows no redirection, keeps no answer. Returns
// 0 when an answer came, which `status` then holds; else curl's own code.
static inline int curl_post_form(const char *url, const char *form, const char *agent, long milliseconds, long *status) {
  size_t total = 0;
  *status = 0;
  CURL *curl = curl_easy_init();
  if (!curl) return CURLE_FAILED_INIT;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, curl_count_bytes);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &total);
  CURLcode result = curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
  curl_easy_cleanup(curl);
  return result == CURLE_WRITE_ERROR && total > curl_most_bytes ? CURLE_OK : (int)result;
}
