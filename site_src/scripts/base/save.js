// A file that the page has written, given to the reader as a download.

const KEPT = 60000; // milliseconds till its memory is given back: a slow phone still reads it

/**
 * Offers a file; it never leaves the device.
 * @param {string} name
 * @param {Blob} content
 */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
