/** Nothing ever comes into sight. */
export class FakeIntersectionObserver {
  observe(): void {}

  disconnect(): void {}
}
