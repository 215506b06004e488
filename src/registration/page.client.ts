/** Finding things on the session page. */

/** The first match, or null. */
export function find(root: ParentNode, selector: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(selector);
}

/** The first match if it is of that class, else null. */
export function findAs<T extends HTMLElement>(
  root: ParentNode,
  selector: string,
  type: new () => T,
): T | null {
  const found = root.querySelector(selector);
  return found instanceof type ? found : null;
}

/** All matches. */
export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector));
}

/** Shows or hides, when there is something to show. */
export function show(element: HTMLElement | null, visible: boolean): void {
  if (element) element.hidden = !visible;
}

/** Sets text, when there is an element for it and it is not there yet: live regions speak on every change. */
export function say(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
