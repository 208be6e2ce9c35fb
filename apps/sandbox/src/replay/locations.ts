import type { ShopDescription } from "../description/shop.ts";
import { withId } from "./describe-order.ts";
import { found } from "./found.ts";
import type { Recording, Step } from "./recording.ts";
import { isObject } from "./shapes.ts";

type Locations = NonNullable<ShopDescription["locations"]>;

/**
 * The places a recording's shop had: all that were shown, less those the story made itself. The one orders were assigned
 * to comes first.
 */
export function locationsOf(recording: Recording, needed: ReadonlySet<string>): Locations {
  const steps = [...recording.prior, ...recording.steps];
  const answers = steps.map((step) => step.expected);
  const described = new Map<string, Record<string, unknown>>();
  for (const entry of [...answers.flatMap((answer) => found(answer, "Location")), ...servicePlaces(answers)])
    described.set(String(entry.id), fuller(described.get(String(entry.id)), entry));
  const made = new Set(recording.steps.flatMap(madeIn).map(({ id }) => id));
  const ids = [...needed].filter((id) => id.includes("/Location/"));
  const all = [...new Set([...described.keys(), ...ids])].filter((id) => !made.has(id));
  const rank = (id: string) => (described.get(id)?.isPrimary === true ? 0 : 1);
  const unnamed = namesByOrder(answers);
  const places = all
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((id) => place(id, { name: unnamed.get(id) ?? "Location", ...described.get(id) }));
  const assigned = assignedName(answers.flatMap(newOrders)) ?? assignedName(answers);
  if (assigned === undefined) return places;
  const first = places.find(({ name }) => name === assigned) ?? { name: assigned, active: true };
  return [first, ...places.filter((place) => place !== first)];
}

/** What was shown first, and what was only shown later; of the address, too. */
function fuller(
  first: Record<string, unknown> | undefined,
  later: Record<string, unknown>,
): Record<string, unknown> {
  const address =
    isObject(first?.address) && isObject(later.address) ? { ...later.address, ...first.address } : {};
  return { ...later, ...first, ...(Object.keys(address).length > 0 ? { address } : {}) };
}

/** The places that services show as theirs. */
function servicePlaces(answers: readonly unknown[]): Record<string, unknown>[] {
  return answers
    .flatMap((answer) => found(answer, "FulfillmentService"))
    .filter(({ id }) => /\/\d+/.test(String(id)))
    .flatMap((fulfillmentService) => {
      const { location } = fulfillmentService;
      return isObject(location) ? [{ ...location, fulfillmentService }] : [];
    });
}

/** Places are listed by name: one shown without its name was called something after the one before it. */
function namesByOrder(answers: readonly unknown[]): Map<string, string> {
  const shown = answers.flatMap((answer) => found(answer, "Location"));
  const names = new Map(
    shown.flatMap(({ id, name }) => (typeof name === "string" ? [[String(id), name]] : [])),
  );
  const guessed = new Map<string, string>();
  for (const list of answers.flatMap(listsOfPlaces)) {
    let before = "";
    for (const [index, id] of list.entries()) {
      const name = names.get(id);
      if (name === undefined && !guessed.has(id))
        guessed.set(id, `${before} ${String(index).padStart(3, "0")}`.trim());
      before = name ?? before;
    }
  }
  return guessed;
}

/** The ids of every page of places in an answer, the longest first. */
function listsOfPlaces(answer: unknown): string[][] {
  if (!isObject(answer) && !Array.isArray(answer)) return [];
  const own = Array.isArray(answer) ? answer.flatMap((entry) => placeIn(entry)) : [];
  const inner = Object.values(answer).flatMap(listsOfPlaces);
  return [...(own.length > 1 ? [own] : []), ...inner].sort((a, b) => b.length - a.length);
}

function placeIn(entry: unknown): string[] {
  const node = isObject(entry) && isObject(entry.node) ? entry.node : entry;
  const id = isObject(node) ? String(node.id) : "";
  return id.startsWith("gid://shopify/Location/") ? [id] : [];
}

/** What a map knew of the addresses a recording shows. */
export function mapOf(recording: Recording): NonNullable<ShopDescription["map"]> {
  const places = [...recording.prior, ...recording.steps].flatMap((step) => found(step.expected, "Location"));
  return places.flatMap(({ address, suggestedAddresses }) => {
    if (!isObject(address)) return [];
    const { address1, city, zip, latitude, longitude } = address;
    if (typeof latitude !== "number" || typeof longitude !== "number") return [];
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    const suggested = Array.isArray(suggestedAddresses) ? suggestedAddresses : [];
    return [
      {
        address1: text(address1),
        city: text(city),
        zip: text(zip),
        latitude,
        longitude,
        suggestedAddresses: suggested as Locations[number]["suggestedAddresses"],
      },
    ];
  });
}

/** What a mutation that makes places answered, whatever it calls them. */
function madeIn({ query, expected: { data } }: Step): Record<string, unknown>[] {
  const makes = /\b(locationAdd|fulfillmentServiceCreate)\(/.test(query ?? "");
  return Object.entries(isObject(data) ? data : {})
    .filter(([name]) => makes || /^(locationAdd|fulfillmentServiceCreate)/.test(name))
    .flatMap(([, payload]) => found(payload, "Location"));
}

function place(id: string, shown: Record<string, unknown>): Locations[number] {
  const address = isObject(shown.address) ? shown.address : {};
  const text = (name: string) => (typeof address[name] === "string" ? { [name]: address[name] } : {});
  const number = (name: string) => (typeof address[name] === "number" ? { [name]: address[name] } : {});
  return {
    ...withId(id),
    name: String(shown.name),
    active: shown.isActive !== false,
    fulfillsOnlineOrders: shown.fulfillsOnlineOrders !== false,
    ...(typeof address.countryCode === "string" ? { country: address.countryCode } : {}),
    ...Object.assign(
      {},
      ...["address1", "address2", "city", "zip", "phone", "provinceCode", "province"].map(text),
    ),
    ...Object.assign({}, ...["latitude", "longitude"].map(number)),
    ...serviceIn(shown.fulfillmentService),
    ...(typeof shown.hasActiveInventory === "boolean" ? { stocked: shown.hasActiveInventory } : {}),
    ...(shown.hasUnfulfilledOrders === true ? { pendingOrders: true } : {}),
    ...(shown.deactivatable === false &&
    !isObject(shown.fulfillmentService) &&
    shown.isFulfillmentService !== true
      ? { permanent: true }
      : {}),
    ...(typeof shown.addressVerified === "boolean" ? { addressVerified: shown.addressVerified } : {}),
    ...(Array.isArray(shown.suggestedAddresses)
      ? { suggestedAddresses: shown.suggestedAddresses as Locations[number]["suggestedAddresses"] }
      : {}),
  };
}

function serviceIn(shown: unknown): Pick<Locations[number], "fulfillmentService"> {
  if (!isObject(shown)) return {};
  const { id, handle, serviceName } = shown;
  const number = Number(/FulfillmentService\/(\d+)/.exec(String(id))?.[1] ?? 1);
  return {
    fulfillmentService: { id: number, handle: String(handle), serviceName: String(serviceName) },
  };
}

/** What orders that the story makes say of themselves: only these show where new ones go. */
function newOrders({ data }: Recording["steps"][number]["expected"]): unknown[] {
  return isObject(data) ? [data.orderCreate] : [];
}

/** The name of the place that was to send an order, wherever it is told. */
function assignedName(value: unknown): string | undefined {
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  if (isObject(value) && isObject(value.assignedLocation)) {
    const { name } = value.assignedLocation;
    if (typeof name === "string") return name;
  }
  for (const entry of Object.values(value)) {
    const name = assignedName(entry);
    if (name !== undefined) return name;
  }
  return undefined;
}
