import type { ChaosWorld } from "./world.ts";

const sends = ["returnProcess", "refundCreate", "storeCreditAccountCredit"];

/**
 * Every tenth call goes wrong, in every way a call can; as many in all where only this share of the work is troubled.
 */
export async function orderFaults(world: ChaosWorld, troubled = 1): Promise<void> {
  const always = { count: null, shop: "bloom" };
  let seed = 1;
  for (const operation of sends) {
    for (const kind of ["commit-then-drop", "error-after", "drop-before", "error-before", "malformed-after"])
      await world.control("faults", {
        ...always,
        kind,
        operation,
        probability: 0.015 / troubled,
        seed: seed++,
      });
    await world.control("faults", {
      ...always,
      kind: "throttle",
      operation,
      probability: 0.02 / troubled,
      seed: seed++,
    });
    // Both for longer than anybody waits for the answer; what is done late, so late that who sends again pays twice.
    for (const [kind, delayMs] of [
      ["delay-then-commit", 5_000],
      ["commit-then-delay", 4_000],
    ] as const)
      await world.control("faults", {
        ...always,
        kind,
        operation,
        probability: 0.01 / troubled,
        delayMs,
        seed: seed++,
      });
  }
  for (const kind of ["error-before", "drop-before"])
    await world.control("faults", {
      ...always,
      kind,
      operation: "query",
      probability: 0.02 / troubled,
      seed: seed++,
    });
}

/** From now on every call goes well. */
export function endFaults(world: ChaosWorld): Promise<void> {
  return world.control("faults", undefined, "DELETE");
}

/** Staff give some customer a credit of the very same amount as ours. */
export async function giveForeignCredit(world: ChaosWorld, customers: readonly string[]): Promise<void> {
  const customer = customers[Math.floor(Math.random() * customers.length)];
  const fields = { act: "credit", amount: Math.random() < 0.8 ? "2.00" : "20.00", currency: "USD" };
  const url = `${world.standIn}/store/bloom/customers/${customer}/store-credit`;
  const given = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  await given.body?.cancel();
}
