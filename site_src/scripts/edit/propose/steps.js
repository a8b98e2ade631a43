// A record is proposed: branch, file, pull request. Each step looks first whether it is done already, so that after a lost answer
// the same is begun anew and nothing is made twice; before anything is made, what is going to be is kept on the device.

import { Refusal, WHY } from "./refusal.js";

/** @typedef {import("./repository.js").Repository} Repository */
/** @typedef {import("./repository.js").Pull} Pull */
/** @typedef {import("./repository.js").File} File */

/**
 * What is kept of a proposal: its branch, all texts that may have been written there, the pull request once it is known.
 * @typedef {{ branch: string, wrote: readonly string[], pull: Pull | null }} Proposed
 */

/**
 * What is proposed. `before`: the published text, empty for a new record; `branch`: a name for a new branch; `keep`: remembers, before
 * anything is made; `step`: says what is being done.
 * @typedef {{ path: string, text: string, before: string, title: string, body: string, branch: () => string,
 *   keep: (proposed: Proposed) => void, step: (name: "look" | "branch" | "file" | "pull") => void }} Proposal
 */

/** Why the repository is not as it was thought to be. `unbegun`: it has no branch of the name that is to be joined; `taken`: the new
 * record's file is there, of somebody else; `joined`: it is there since this proposal was joined; `moved`: the published record was
 * altered since; `same`: it says this already; `touched`: somebody else wrote on the proposal's branch. */
export const STANDS = { unbegun: "unbegun", taken: "taken", joined: "joined", moved: "moved", same: "same", touched: "touched" };

/**
 * Proposes a record, or goes on with that; gives the pull request. Throws a Refusal: of WHY or of STANDS.
 * @param {Repository} repository
 * @param {Proposal} proposal
 * @param {Proposed | null} kept of it
 * @returns {Promise<Pull>}
 */
export async function propose(repository, proposal, kept) {
  const { path, text, step, keep } = proposal;
  step("look");
  if (!(await repository.writable())) throw new Refusal(WHY.rights, 200);
  const from = await repository.head(repository.api.branch);
  if (!from) throw new Refusal(STANDS.unbegun, 404);
  const there = await repository.file(path, repository.api.branch);
  const last = kept && (await newest(repository, kept.branch));
  await checked(repository, there, proposal, last);
  const goesOn = kept && (!last || last.state === "open"); // the branch of what was joined or closed is not used again
  /** @type {Proposed} */
  let now = goesOn ? { ...kept, pull: last } : { branch: proposal.branch(), wrote: [], pull: null };
  keep(now);
  step("branch");
  await branched(repository, now.branch, from);
  step("file");
  const old = await repository.file(path, now.branch);
  const stands = old ? old.text : "";
  if (stands !== text) {
    if (stands !== (there ? there.text : "") && !now.wrote.includes(stands)) throw new Refusal(STANDS.touched, 200);
    now = { ...now, wrote: [...now.wrote, text] };
    keep(now);
    await written(repository, proposal, now.branch, old);
  }
  step("pull");
  const pull = now.pull || (await pulled(repository, proposal, now.branch));
  keep({ ...now, pull });
  return pull;
}

/**
 * The pull request from a branch: the open one, else the newest; null where there was none.
 * @param {Repository} repository
 * @param {string} branch
 * @returns {Promise<Pull | null>}
 */
async function newest(repository, branch) {
  const found = await repository.pulls(branch);
  return found.find(({ state }) => state === "open") || found[0] || null;
}

/**
 * The branch to be joined must be as the proposal takes it to be. What was proposed under an id that somebody else used first is closed.
 * @param {Repository} repository
 * @param {File | null} there
 * @param {Proposal} proposal
 * @param {Pull | null} last
 */
async function checked(repository, there, { text, before }, last) {
  const isOurs = !before && there && last && last.state === "merged" && nameIn(there.text) === nameIn(text);
  if (isOurs) throw new Refusal(STANDS.joined, 200);
  if (there && plain(there.text) === plain(text)) throw new Refusal(STANDS.same, 200);
  if (before && (!there || plain(there.text) !== plain(before))) throw new Refusal(STANDS.moved, 200);
  if (before || !there) return;
  if (last && last.state === "open") await repository.close(last.number);
  throw new Refusal(STANDS.taken, 200);
}

/**
 * @param {Repository} repository
 * @param {string} branch
 * @param {string} from the commit that it begins at
 */
async function branched(repository, branch, from) {
  if (await repository.head(branch)) return;
  try {
    await repository.fork(branch, from);
  } catch (error) {
    if (!refused(error) || !(await repository.head(branch))) throw error;
  }
}

/**
 * @param {Repository} repository
 * @param {Proposal} proposal
 * @param {string} branch
 * @param {File | null} old
 */
async function written(repository, { path, text, title }, branch, old) {
  try {
    await repository.write(path, branch, text, old, title);
  } catch (error) {
    const now = refused(error) ? await repository.file(path, branch) : null;
    if (!now) throw error;
    if (now.text !== text) throw new Refusal(STANDS.touched, 409);
  }
}

/**
 * @param {Repository} repository
 * @param {Proposal} proposal
 * @param {string} branch
 */
async function pulled(repository, { title, body }, branch) {
  try {
    return await repository.propose(branch, title, body);
  } catch (error) {
    const now = refused(error) ? await newest(repository, branch) : null;
    if (!now || now.state !== "open") throw error;
    return now;
  }
}

/**
 * Whether the forge answered that it would not, which may be since it is done already.
 * @param {unknown} error
 */
const refused = (error) => error instanceof Refusal && error.why === WHY.refused;

/**
 * A text as git may have kept it, whatever ends its lines.
 * @param {string} text
 */
const plain = (text) => text.replace(/\r\n/g, "\n");

/**
 * The line of a record that names the workshop.
 * @param {string} text
 */
const nameIn = (text) => (/^name:.*/m.exec(text) || [""])[0];
