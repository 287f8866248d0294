/**
 * Moves the focus to the heading of what the page now shows, when the element that had the focus is gone: otherwise it
 * falls to the document, and screen readers say nothing.
 */
export function focusHeading(selector = "main h1"): void {
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
