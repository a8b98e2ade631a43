// A page read aloud by the device itself, piece by piece: what is being read is marked. Only by voices that the device has: others
// send the text to somebody's servers.

import { WORDS } from "./messages.js";

const WAIT = 1500; // milliseconds till voices that load late are given up
const MOST = 120; // characters that are spoken at once: some browsers fall silent in the midst of more
const RATE = 0.9;
/** What is read, each by itself. */
const BLOCKS = "h1, h2, h3, p, li, dt, dd, th, td, caption, figcaption, legend, summary";
/** What is passed over: what only the eye or the hand needs. */
const PASSED = "nav, button, select, textarea, script, style, svg, [aria-hidden=true], .rg-printed, .rg-pager, .rg-skip-reading";

/** @typedef {{ text: string, block: Element }} Piece */

/** The voice of the device for Chinese; null where there is none. @returns {Promise<SpeechSynthesisVoice | null>} */
async function voice() {
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return null;
  const found = best(speechSynthesis.getVoices());
  if (found) return found;
  await new Promise((done) => {
    setTimeout(done, WAIT);
    speechSynthesis.onvoiceschanged = done;
  });
  speechSynthesis.onvoiceschanged = null;
  return best(speechSynthesis.getVoices());
}

/**
 * That of the mainland before others.
 * @param {readonly SpeechSynthesisVoice[]} voices
 */
export function best(voices) {
  const own = voices.filter(({ lang, localService }) => localService && /^(zh|cmn)\b/i.test(lang));
  return own.find(({ lang }) => /CN|Hans/i.test(lang)) || own[0] || null;
}

/**
 * A text in pieces that end with a sentence, or a part of one, where that can be.
 * @param {string} text
 * @returns {string[]}
 */
export function pieces(text) {
  const parts = text.replace(/\s+/g, " ").trim().match(/[^。！？；，、]+[。！？；，、]*/g) || [];
  /** @type {string[]} */
  const found = [];
  for (const part of parts) {
    const last = found.length - 1, whole = last >= 0 && !/[。！？；]$/.test(found[last]);
    if (whole && found[last].length + part.length <= MOST) found[last] += part;
    else found.push(...(part.match(new RegExp(`[^]{1,${MOST}}`, "gu")) || []));
  }
  return found;
}

/**
 * What a page says, in its order: the innermost blocks that are shown.
 * @param {Element} page
 * @returns {Piece[]}
 */
export function said(page) {
  const blocks = Array.from(page.querySelectorAll(BLOCKS)).filter((block) => block.getClientRects().length && !block.closest(PASSED));
  return blocks.map((block) => pieces(own(block)).map((text) => ({ text, block }))).flat();
}

/**
 * The text of a block without that of blocks within it, which are read by themselves.
 * @param {Element} block
 */
function own(block) {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walk.nextNode()) {
    const above = walk.currentNode.parentElement;
    if (above && above.closest(BLOCKS) === block && !above.closest(PASSED) && above.getClientRects().length) text += walk.currentNode.textContent;
  }
  return text;
}

/** Reads the page. */
export class Speech {
  /**
   * @param {(state: "still" | "reading" | "paused") => void} show
   * @param {(words: string) => void} tell
   */
  constructor(show, tell) {
    this.show = show;
    this.tell = tell;
    /** @type {Piece[]} */
    this.left = [];
    /** @type {SpeechSynthesisVoice | null} */
    this.voice = null;
    this.turn = 0; // what an older turn still says is not listened to
    window.addEventListener("pagehide", () => this.stop());
  }

  /** Begins, pauses or goes on. Paused, it forgets no more than the piece that it was at: Android knows no other pause. */
  async toggle() {
    if (this.marked()) {
      this.quiet();
      this.show("paused");
    } else if (this.left.length) this.next();
    else await this.start();
  }

  async start() {
    this.tell("");
    this.voice = await voice();
    const page = document.querySelector("main");
    this.left = this.voice && page ? said(page) : [];
    if (!this.voice) this.tell(WORDS.noVoice);
    else if (!this.left.length) this.tell(WORDS.nothing);
    else this.next();
  }

  stop() {
    this.left = [];
    this.quiet();
    this.show("still");
  }

  /** What is being read. */
  marked() {
    return document.querySelector(".rg-spoken");
  }

  quiet() {
    this.turn += 1;
    const marked = this.marked();
    if (marked) marked.classList.remove("rg-spoken");
    if (window.speechSynthesis) speechSynthesis.cancel();
  }

  next() {
    this.quiet();
    const [piece] = this.left, turn = this.turn;
    if (!piece) {
      this.show("still");
      this.tell(WORDS.read_out);
      return;
    }
    const spoken = new SpeechSynthesisUtterance(piece.text);
    spoken.voice = this.voice;
    spoken.lang = this.voice ? this.voice.lang : "zh-CN";
    spoken.rate = RATE;
    spoken.onend = spoken.onerror = () => {
      if (turn !== this.turn) return;
      this.left.shift();
      this.next();
    };
    piece.block.classList.add("rg-spoken");
    piece.block.scrollIntoView({ block: "center" });
    this.show("reading");
    speechSynthesis.speak(spoken);
  }
}
