// A text as base64 of its UTF-8, and back.

/** @param {string} text */
export const encoded = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/**
 * @param {string} base64 it may be broken into lines
 */
export const decoded = (base64) => new TextDecoder().decode(Uint8Array.from(atob(base64.replace(/\s+/g, "")), (sign) => sign.charCodeAt(0)));
