/** How long a page that is being drawn may take to become as long as it was. Unit: ms. */
const patience = 1_000;

/** Scrolls the page to `top` px as soon as it is long enough, unless somebody scrolls it first. */
export function scrollPage(top: number): void {
  const end = performance.now() + patience;
  let isTouched = false;
  const touch = () => {
    isTouched = true;
  };
  for (const event of ['wheel', 'keydown', 'pointerdown']) {
    window.addEventListener(event, touch, { once: true, passive: true });
  }
  const attempt = () => {
    if (isTouched) return;
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) > 1 && performance.now() < end) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
