// The repository at its forge, by the forge's API: what the page asks of it, in the words of GitHub and of Gitee, which took over
// GitHub's and differs in little. What it answers is a stranger's: only what is expected of it is taken.

import { decoded, encoded } from "../../base/base64.js";
import { element } from "../../base/dom.js";
import { reason, Refusal, WHY } from "./refusal.js";

const LONGEST = 60000; // milliseconds that an answer may take; then it counts as lost
const BOT = "github-actions[bot]"; // who comments for the check, as .ci/comment does
const WRITTEN = /^[!-~]+$/; // what a header can carry

/** @typedef {import("../forge.js").Api} Api */

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
    this.isGitee = api.host === "gitee.com";
  }

  /** False where the forge says that the token's owner may not write here, which it need not say; refused where the token is none, or
   * the repository is not to be seen with it, or moved. */
  async writable() {
    const { full_name: name, permissions, permission } = await this.ask("GET", "", null, WHY.hidden);
    if (String(name).toLowerCase() !== this.api.place.toLowerCase()) throw new Refusal(WHY.hidden, 301);
    const told = permissions || permission || {};
    return told.push !== false || told.admin === true;
  }

  /**
   * The newest commit of a branch; empty where there is none of that name, also where GitHub would send on to its new name.
   * @param {string} branch
   */
  async head(branch) {
    const found = await this.asked(`/branches/${encodeURIComponent(branch)}`, [WHY.missing, WHY.hidden]);
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
    const head = this.isGitee ? branch : `${this.api.place.split("/")[0]}:${branch}`;
    const found = await this.ask("GET", `/pulls?state=all&head=${encodeURIComponent(head)}&per_page=100`);
    return Array.from(found).filter((it) => it.head && it.head.ref === branch).map((it) => this.read(it)).sort((one, other) => other.number - one.number);
  }

  /**
   * One pull request.
   * @param {number} number
   */
  async pull(number) {
    return this.read(await this.ask("GET", `/pulls/${number}`));
  }

  /**
   * Proposes a branch.
   * @param {string} branch
   * @param {string} title
   * @param {string} body
   */
  async propose(branch, title, body) {
    return this.read(await this.ask("POST", "/pulls", { title, body, head: branch, base: this.api.branch }));
  }

  /**
   * Closes a pull request.
   * @param {number} number
   */
  async close(number) {
    await this.ask("PATCH", `/pulls/${number}`, { state: "closed" });
  }

  /**
   * How the checks of a commit stand; null where the forge does not say: Gitee documents no way to ask, GitHub tells a token that is
   * limited to repositories nothing of checks but, as it seems, of what is public.
   * @param {string} commit
   * @returns {Promise<"running" | "passed" | "failed" | null>}
   */
  async checks(commit) {
    if (this.isGitee) return null;
    const found = await this.asked(`/commits/${commit}/check-runs?per_page=100`, [WHY.missing, WHY.rights]);
    const runs = Array.from((found && found.check_runs) || []);
    if (!found) return null;
    if (runs.some((run) => ["failure", "timed_out", "cancelled", "action_required"].includes(run.conclusion))) return "failed";
    return runs.length && runs.every((run) => run.status === "completed") ? "passed" : "running";
  }

  /**
   * The address of the comment that the check wrote on a pull request, whose text begins so; empty where there is none yet. At Gitee
   * it writes none; who else begins so is not the check.
   * @param {number} number
   * @param {string} begun
   */
  async comment(number, begun) {
    if (this.isGitee) return "";
    const found = await this.asked(`/issues/${number}/comments?per_page=100`);
    const told = Array.from(found || []).find((it) => it.user && it.user.login === BOT && String(it.body).startsWith(begun));
    return told ? this.page(told.html_url) : "";
  }

  /**
   * What is there; null where it came to nothing for one of these reasons.
   * @param {string} path
   * @param {readonly string[]} [nothing]
   */
  async asked(path, nothing = [WHY.missing]) {
    try {
      return await this.ask("GET", path);
    } catch (error) {
      if (error instanceof Refusal && nothing.includes(error.why)) return null;
      throw error;
    }
  }

  /**
   * What the forge answers, at this address alone: the token follows nobody who sends it on. `absent`: what a 404 says.
   * @param {string} method
   * @param {string} path below the repository's address
   * @param {object | null} [body]
   * @param {string} [absent]
   * @returns {Promise<any>}
   */
  async ask(method, path, body = null, absent = WHY.missing) {
    if (!WRITTEN.test(this.token)) throw new Refusal(WHY.token, 0);
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), LONGEST);
    /** @type {Response} */
    let answer;
    let told;
    try {
      answer = await fetch(this.api.address + path, {
        method, signal: stop.signal, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", redirect: "manual",
        headers: { Accept: "application/json", Authorization: `Bearer ${this.token}`, ...(body ? { "Content-Type": "application/json" } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      told = await answer.text();
    } catch {
      throw new Refusal(WHY.lost, 0);
    } finally {
      clearTimeout(late);
    }
    if (answer.type === "opaqueredirect") throw new Refusal(WHY.hidden, 301); // renamed, moved
    if (!answer.ok) throw new Refusal(reason(answer, told, absent), answer.status);
    return parsed(told, answer.status);
  }

  /**
   * @param {any} told
   * @returns {Pull}
   */
  read(told) {
    if (!told.head || !(Number(told.number) > 0)) throw new Refusal(WHY.broken, 200);
    const merged = told.merged_at || told.state === "merged";
    const state = merged ? "merged" : told.state === "open" ? "open" : "closed";
    return { number: Number(told.number), url: this.page(told.html_url), state, commit: String(told.head.sha) };
  }

  /**
   * An address that may be a link's: of the forge's own pages.
   * @param {unknown} url
   */
  page(url) {
    const link = element("a");
    link.href = String(url);
    return link.protocol === "https:" && link.host === this.api.host ? link.href : "";
  }
}

/**
 * @param {string} told
 * @param {number} status
 */
function parsed(told, status) {
  try {
    return JSON.parse(told);
  } catch {
    throw new Refusal(WHY.broken, status);
  }
}

/** @param {string} path */
const place = (path) => path.split("/").map(encodeURIComponent).join("/");
