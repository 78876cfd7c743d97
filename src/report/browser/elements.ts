/**
 * The element of the page that has this id and is of this type.
 *
 * @throws RangeError if the page has none: page and script are made together.
 */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new RangeError(`the page has no ${type.name} ${id}`);
}

/** An element with this text, and a class if one is given. */
export function textElement(tag: string, text: string, className?: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}
