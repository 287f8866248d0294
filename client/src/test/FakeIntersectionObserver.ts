/** An IntersectionObserver for which nothing scrolls into view. */
export class FakeIntersectionObserver {
  observe(): void {}

  disconnect(): void {}
}
