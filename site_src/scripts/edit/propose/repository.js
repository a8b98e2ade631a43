// The repository at its forge, by the forge's API: what the page asks of it, in the words of GitHub and of Gitee, which took over
// GitHub's and differs in little. What it answers is a stranger's: only what is expected of it is taken.

import { decoded, encoded } from "../../base/base64.js";

const LONGEST = 60000; // milliseconds that an answer may take; then it counts as lost

/** @typedef {import("../forge.js").Api} Api */

/** Why a request came to nothing. `lost`: no answer came, so it may have been done or not. */
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

/** @typedef {{ number: number, url: string, state: "open" | "merged" | "closed", commit: string }} Pull `commit`: its newest. */
/** @typedef {{ text: string, sha: string }} File */

/** A repository, asked with somebody's token, which goes to the forge alone. */
export class Repository {
  /**
   * @param {Api} api
   * @param {string} token
   */
  constructor(api, token) {
    this.api = api;
    this.token = token;
    this.isGitee = api.kind === "gitee";
  }

  /** Whether the token's owner may write here; refused where the token is none, or the repository is not to be seen with it, or moved. */
  async writable() {
    const { full_name: name, permissions, permission } = await this.ask("GET", "", null, WHY.hidden);
    if (!this.api.address.toLowerCase().endsWith(`/repos/${name}`.toLowerCase())) throw new Refusal(WHY.hidden, 301);
    const told = permissions || permission || {};
    return Boolean(told.push || told.admin);
  }

  /**
   * The newest commit of a branch; empty where there is no such branch.
   * @param {string} branch
   */
  async head(branch) {
    const found = await this.asked(`/branches/${encodeURIComponent(branch)}`);
    return found && found.commit ? String(found.commit.sha) : "";
  }

  /**
   * Makes a branch at the newest commit of the branch to be joined.
   * @param {string} branch
   * @param {string} commit
   */
  async fork(branch, commit) {
    if (this.isGitee) await this.ask("POST", "/branches", { refs: this.api.branch, branch_name: branch });
    else await this.ask("POST", "/git/refs", { ref: `refs/heads/${branch}`, sha: commit });
  }

  /**
   * A file of a branch; null where it has none. Gitee answers an empty list for what is not there.
   * @param {string} path
   * @param {string} branch
   * @returns {Promise<File | null>}
   */
  async file(path, branch) {
    const found = await this.asked(`/contents/${place(path)}?ref=${encodeURIComponent(branch)}`);
    if (!found || Array.isArray(found)) return null;
    return { text: decoded(String(found.content)), sha: String(found.sha) };
  }

  /**
   * Writes a file of a branch. `old`: what stands there, null for a new file; refused where something else stands there by now.
   * @param {string} path
   * @param {string} branch
   * @param {string} text
   * @param {File | null} old
   * @param {string} message
   */
  async write(path, branch, text, old, message) {
    const body = { branch, message, content: encoded(text), ...(old ? { sha: old.sha } : {}) };
    await this.ask(this.isGitee && !old ? "POST" : "PUT", `/contents/${place(path)}`, body);
  }

  /**
   * The pull requests from a branch, the newest first.
   * @param {string} branch
   * @returns {Promise<Pull[]>}
   */
  async pulls(branch) {
    const head = this.isGitee ? branch : `${this.api.address.split("/").slice(-2)[0]}:${branch}`;
    const found = await this.ask("GET", `/pulls?state=all&head=${encodeURIComponent(head)}&per_page=100`);
    return Array.from(found).filter((it) => it.head && it.head.ref === branch).map(pull).sort((one, other) => other.number - one.number);
  }

  /**
   * One pull request.
   * @param {number} number
   */
  async pull(number) {
    return pull(await this.ask("GET", `/pulls/${number}`));
  }

  /**
   * Proposes a branch.
   * @param {string} branch
   * @param {string} title
   * @param {string} body
   */
  async propose(branch, title, body) {
    return pull(await this.ask("POST", "/pulls", { title, body, head: branch, base: this.api.branch }));
  }

  /**
   * Closes a pull request.
   * @param {number} number
   */
  async close(number) {
    await this.ask("PATCH", `/pulls/${number}`, { state: "closed" });
  }

  /**
   * How the checks of a commit stand; null where the forge does not say (Gitee documents no way to ask).
   * @param {string} commit
   * @returns {Promise<"running" | "passed" | "failed" | null>}
   */
  async checks(commit) {
    if (this.isGitee) return null;
    const found = await this.asked(`/commits/${commit}/check-runs`);
    const runs = Array.from((found && found.check_runs) || []);
    if (!found) return null;
    if (runs.some((run) => ["failure", "timed_out", "cancelled", "action_required"].includes(run.conclusion))) return "failed";
    return runs.length && runs.every((run) => run.status === "completed") ? "passed" : "running";
  }

  /**
   * The address of the first comment on a pull request whose text begins so; empty where there is none yet.
   * @param {number} number
   * @param {string} begun
   */
  async comment(number, begun) {
    const found = await this.asked(`/${this.isGitee ? "pulls" : "issues"}/${number}/comments?per_page=100`);
    const told = Array.from(found || []).find((it) => String(it.body).startsWith(begun));
    return told ? page(told.html_url) : "";
  }

  /**
   * What is there; null where nothing is, or it is not to be seen.
   * @param {string} path
   */
  async asked(path) {
    try {
      return await this.ask("GET", path);
    } catch (error) {
      if (error instanceof Refusal && error.why === WHY.missing) return null;
      throw error;
    }
  }

  /**
   * What the forge answers. `absent`: what its 404 says.
   * @param {string} method
   * @param {string} path below the repository's address
   * @param {object | null} [body]
   * @param {string} [absent]
   * @returns {Promise<any>}
   */
  async ask(method, path, body = null, absent = WHY.missing) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), LONGEST);
    /** @type {Response} */
    let answer;
    let told;
    try {
      answer = await fetch(this.api.address + path, {
        method, signal: stop.signal, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer",
        headers: { Accept: "application/json", Authorization: `Bearer ${this.token}`, ...(body ? { "Content-Type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      told = await answer.text();
    } catch {
      throw new Refusal(WHY.lost, 0);
    } finally {
      clearTimeout(late);
    }
    if (!answer.ok) throw new Refusal(why(answer, told, absent), answer.status);
    return read(told, answer.status);
  }
}

/**
 * @param {Response} answer
 * @param {string} told
 * @param {string} absent
 */
function why({ status, headers }, told, absent) {
  if (status === 401) return /expired/i.test(told) ? WHY.expired : WHY.token;
  if (status === 429 || (status === 403 && (headers.get("X-RateLimit-Remaining") === "0" || /rate limit/i.test(told)))) return WHY.limit;
  if (status === 403) return WHY.rights;
  if (status === 404) return absent;
  return status < 500 ? WHY.refused : WHY.broken;
}

/**
 * @param {string} told
 * @param {number} status
 */
function read(told, status) {
  try {
    return JSON.parse(told);
  } catch {
    throw new Refusal(WHY.broken, status);
  }
}

/**
 * @param {any} told
 * @returns {Pull}
 */
function pull(told) {
  if (!told.head || !(Number(told.number) > 0)) throw new Refusal(WHY.broken, 200);
  const merged = told.merged_at || told.state === "merged";
  const state = merged ? "merged" : told.state === "open" ? "open" : "closed";
  return { number: Number(told.number), url: page(told.html_url), state, commit: String(told.head.sha) };
}

/**
 * An address that may be a link's.
 * @param {unknown} url
 */
const page = (url) => (/^https:\/\//.test(String(url)) ? String(url) : "");

/** @param {string} path */
const place = (path) => path.split("/").map(encodeURIComponent).join("/");
