/** Virtual time: what is due happens in order, and nothing waits for real. Milliseconds since `start`. */
export class Timeline {
  now = 0;
  readonly #start: number;
  readonly #heap: { at: number; order: number; happen: () => void }[] = [];
  #order = 0;

  constructor(start: Date) {
    this.#start = start.getTime();
  }

  date(at = this.now): Date {
    return new Date(this.#start + at);
  }

  after(ms: number, happen: () => void): void {
    this.#order += 1;
    const heap = this.#heap;
    heap.push({ at: this.now + ms, order: this.#order, happen });
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  /** Lets the next thing happen. False when nothing is left. */
  step(): boolean {
    const heap = this.#heap;
    const [next] = heap;
    const last = heap.pop();
    if (!next || !last) return false;
    if (heap.length > 0) {
      heap[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < heap.length && this.#before(left, least)) least = left;
        if (right < heap.length && this.#before(right, least)) least = right;
        if (least === i) break;
        this.#swap(i, least);
        i = least;
      }
    }
    this.now = next.at;
    next.happen();
    return true;
  }

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    return x !== undefined && y !== undefined && (x.at < y.at || (x.at === y.at && x.order < y.order));
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x && y) [this.#heap[a], this.#heap[b]] = [y, x];
  }
}
