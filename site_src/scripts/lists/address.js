// What the form of filters says, in the words of the address: a facet's name once for each of its values that is chosen.

/**
 * A control of the form, as far as this goes: a checkbox or a select.
 * @typedef {{ name: string, type: string, value: string, checked?: boolean, options?: ArrayLike<{ value: string }> }} Control
 */

/**
 * What the controls say.
 * @param {readonly Control[]} controls
 */
export function params(controls) {
  const told = new URLSearchParams();
  for (const { name, type, value, checked } of controls) if (value && (type !== "checkbox" || checked)) told.append(name, value);
  return told;
}

/**
 * Sets the controls as an address says; what they do not know is left out.
 * @param {readonly Control[]} controls
 * @param {string} search the address from its ? on
 */
export function setAs(controls, search) {
  const told = new URLSearchParams(search);
  for (const control of controls) set(control, told.getAll(control.name));
}

/**
 * An address with what the controls say, and all that is not theirs.
 * @param {readonly Control[]} controls
 * @param {string} href
 */
export function addressOf(controls, href) {
  const address = new URL(href);
  for (const { name } of controls) address.searchParams.delete(name);
  for (const [name, value] of params(controls)) address.searchParams.append(name, value);
  return address.href;
}

/**
 * The values in an address that no control of that name knows.
 * @param {readonly Control[]} controls
 * @param {string} search
 */
export function unknown(controls, search) {
  const known = (/** @type {string} */ name) => controls.filter((control) => control.name === name).map(valuesOf).flat();
  return Array.from(new URLSearchParams(search))
    .filter(([name, value]) => controls.some((control) => control.name === name) && !known(name).includes(value))
    .map(([, value]) => value);
}

/** @param {Control} control */
const valuesOf = ({ value, options }) => (options ? Array.from(options, (option) => option.value) : [value]);

/**
 * @param {Control} control
 * @param {readonly string[]} values
 */
function set(control, values) {
  if (control.type === "checkbox") control.checked = values.includes(control.value);
  else control.value = valuesOf(control).some((value) => values.includes(value)) ? values[0] : "";
}
