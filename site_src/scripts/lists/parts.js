// Choices that are parts of another: the divisions of an industry's section. The whole has all of its parts.

/** A whole chosen takes back its parts, a part chosen its whole: one asks for all of it, or for less. */
export function chosenAlone(input) {
  if (!input.checked) return;
  const below = input.closest(".rg-parts");
  const whole = input.closest(".rg-whole");
  const others = below ? [wholeOf(below)] : whole ? parts(whole.nextElementSibling) : [];
  for (const other of others) other.checked = false;
}

/** Each whole of a box has a button that opens its parts. */
export function wireParts(box) {
  for (const group of groups(box)) opener(group).addEventListener("click", () => open(group, group.hidden));
}

/** Open the parts of which one is chosen. */
export function openParts(box) {
  for (const group of groups(box)) if (parts(group).some((input) => input.checked)) open(group, true);
}

/** A whole of which parts are chosen is half chosen. Parts that would find nothing are not shown. */
export function tellParts(box) {
  for (const group of groups(box)) {
    const inputs = parts(group);
    for (const input of inputs) input.parentNode.hidden = input.disabled;
    const whole = wholeOf(group);
    whole.indeterminate = !whole.checked && inputs.some((input) => input.checked);
    opener(group).hidden = inputs.every((input) => input.disabled);
  }
}

function groups(box) {
  return [...box.querySelectorAll(".rg-parts")];
}

function parts(group) {
  return [...group.querySelectorAll("input")];
}

function wholeOf(group) {
  return group.previousElementSibling.querySelector("input");
}

function opener(group) {
  return group.previousElementSibling.querySelector("button");
}

function open(group, shown) {
  group.hidden = !shown;
  opener(group).setAttribute("aria-expanded", String(shown));
}
