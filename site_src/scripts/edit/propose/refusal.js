// Why a request to the forge came to nothing.

/** `lost`: no answer came, so it may have been done or not. */
export const WHY = {
  lost: "lost", token: "token", expired: "expired", rights: "rights", hidden: "hidden", limit: "limit", missing: "missing", refused: "refused", broken: "broken",
};

/** A request that came to nothing: `why` is of WHY, `status` what the forge answered (0: nothing). */
export class Refusal extends Error {
  /**
   * @param {string} why
   * @param {number} status
   */
  constructor(why, status) {
    super(`${why} ${status}`);
    this.why = why;
    this.status = status;
  }
}

/**
 * The reason in an answer that is no success.
 * @param {Response} answer
 * @param {string} told its text
 * @param {string} absent what a 404 says
 */
export function reason({ status, headers }, told, absent) {
  if (status === 401) return /expired/i.test(told) ? WHY.expired : WHY.token;
  if (status === 429 || (status === 403 && slowed(headers, told))) return WHY.limit;
  if (status === 403) return WHY.rights;
  if (status === 404) return absent;
  return status < 500 ? WHY.refused : WHY.broken;
}

/**
 * Whether too much was asked: of the hour's requests none is left, or they came too fast.
 * @param {Headers} headers
 * @param {string} told
 */
const slowed = (headers, told) => headers.get("X-RateLimit-Remaining") === "0" || headers.has("Retry-After") || /rate limit|abuse/i.test(told);
