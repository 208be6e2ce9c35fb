import { type Fault, type FaultKind, faultWish, requestKinds } from "./fault.ts";

/** A request as faults look at it. */
export interface Target {
  /** Root fields and operation names, `query` or `mutation`, or the name of another endpoint. */
  names: readonly string[];
  shop: string | null;
  handle: string | null;
  requestId: string;
}

/** The faults that have been ordered. They live in memory: a restarted stand-in is in good health. */
export class Faults {
  private list: Fault[] = [];
  private lastId = 0;

  /** Throws ZodError on an order it does not understand. */
  add(wish: unknown): Fault {
    const parsed = faultWish.parse(wish);
    this.lastId += 1;
    const fault: Fault = { ...parsed, id: this.lastId, struck: [], seen: 0, random: seeded(parsed.seed) };
    this.list.push(fault);
    return fault;
  }

  all(): readonly Fault[] {
    return this.list;
  }

  remove(id?: number): void {
    this.list = id === undefined ? [] : this.list.filter((fault) => fault.id !== id);
  }

  /** The first fault that strikes this request, now counted as having struck. */
  strike(target: Target, kinds: readonly FaultKind[] = requestKinds): Fault | undefined {
    for (const fault of this.list) {
      if (fault.kind === "stale-reads" || !kinds.includes(fault.kind) || !concerns(fault, target)) continue;
      if (hits(fault)) {
        fault.struck.push(target.requestId);
        return fault;
      }
    }
    return undefined;
  }

  /** How far behind queries of this shop are reading right now, in milliseconds; 0 when they are not. */
  lagOf(target: Target): number {
    const fault = this.list.find((entry) => entry.kind === "stale-reads" && concerns(entry, target));
    if (!fault || !hits(fault)) return 0;
    fault.struck.push(target.requestId);
    return fault.delayMs;
  }

  /** The longest lag ordered for a shop: how much of its past has to be kept. */
  longestLag(shop: string, handle: string): number {
    const own = this.list.filter(
      (entry) => entry.kind === "stale-reads" && (!entry.shop || [shop, handle].includes(entry.shop)),
    );
    return Math.max(0, ...own.map((entry) => entry.delayMs));
  }
}

function concerns(fault: Fault, target: Target): boolean {
  const shopFits = !fault.shop || fault.shop === target.shop || fault.shop === target.handle;
  return shopFits && (fault.operation === "*" || target.names.includes(fault.operation));
}

function hits(fault: Fault): boolean {
  if (fault.count !== null && fault.struck.length >= fault.count) return false;
  fault.seen += 1;
  if (fault.seen <= fault.skip) return false;
  return fault.probability >= 1 || fault.random() < fault.probability;
}

/** A small generator whose every draw follows from the seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
