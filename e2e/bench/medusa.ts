/** How to return an order at Medusa's store, and where it listens: with its usual connections, with many. */
export interface Medusa {
  readonly usual: string;
  readonly wide: string;
  readonly key: string;
  /** The order and its line that all others are copies of. */
  readonly order: string;
  readonly item: string;
  readonly option: string;
  readonly reason: string;
}

export interface Served {
  readonly asked: number;
  readonly made: number;
  readonly perSecond: number;
  /** Milliseconds each of those made took. */
  readonly times: readonly number[];
}

/** Nobody waits longer for an answer. */
const patienceMs = 30_000;

let next = 0;

/** Customers return one shirt of two, each of an order of their own, so many at once and for so long. */
export async function returnAtMedusa(
  origin: string,
  medusa: Medusa,
  connections: number,
  seconds: number,
): Promise<Served> {
  const times: number[] = [];
  let asked = 0;
  const started = performance.now();
  const one = async () => {
    while (performance.now() - started < seconds * 1000) {
      next += 1;
      asked += 1;
      const sent = performance.now();
      if (await createReturn(origin, medusa, next)) times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - started) / 1000;
  return { asked, made: times.length, perSecond: Math.round((times.length / took) * 10) / 10, times };
}

async function createReturn(origin: string, medusa: Medusa, order: number): Promise<boolean> {
  const copy = (id: string) => `${id.slice(0, -6)}${String(order).padStart(6, "0")}`;
  const body = {
    order_id: copy(medusa.order),
    items: [{ id: copy(medusa.item), quantity: 1, reason_id: medusa.reason }],
    return_shipping: { option_id: medusa.option },
  };
  try {
    const answer = await fetch(`${origin}/store/returns`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-publishable-api-key": medusa.key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = (await answer.json()) as { return?: { status: string } };
    return said.return?.status === "requested";
  } catch {
    return false; // it did not answer in time
  }
}
