import type { Consent } from "../customers/customer.ts";
import { type ParsedShop, type ShopDescription, shopDescription } from "../description/shop.ts";
import { parseMinor } from "../money/amount.ts";
import { accountFor } from "../store-credit/find-account.ts";
import { credit } from "../store-credit/spend.ts";
import { readWhen } from "../world/clock.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { loadOrder } from "./load-order.ts";
import { type Loading, setupIssuer } from "./loading.ts";

/** Opens a described shop, replacing one of the same domain. The caller commits. Throws ZodError on a bad description. */
export function loadShop(world: World, description: ShopDescription): ShopWorld {
  const parsed = shopDescription.parse(description);
  const shop = world.addShop(parsed.domain);
  const loading: Loading = { world, shop, parsed, customers: new Map(), variants: new Map(), credits: [] };
  loadSettings(loading);
  loadProducts(loading);
  loadCustomers(loading);
  loadSegments(loading);
  for (const account of parsed.storeCreditAccounts) loadAccount(loading, account);
  for (const order of parsed.orders) loadOrder(loading, order);
  for (const pay of loading.credits.sort((a, b) => (a.at < b.at ? -1 : 1))) pay.run();
  return shop;
}

function loadSettings({ world, shop, parsed }: Loading): void {
  const now = world.nowText();
  shop.settings.save({
    id: idFor(world, "Shop", parsed.id),
    domain: parsed.domain,
    handle: parsed.handle ?? parsed.domain.split(".")[0] ?? parsed.domain,
    name: parsed.name,
    email: parsed.email,
    currency: parsed.currency,
    timezone: parsed.timezone,
    country: parsed.country,
    plan: parsed.plan,
    taxesIncluded: parsed.taxesIncluded,
    primaryLocale: parsed.primaryLocale,
    presentmentCurrencies: parsed.presentmentCurrencies,
    customerAccountsVersion: parsed.customerAccountsVersion,
    storeCreditEnabled: parsed.storeCreditEnabled,
    primaryDomain: parsed.primaryDomain ?? parsed.domain,
    brand: withoutUndefined(parsed.brand),
    nextOrderNumber: parsed.firstOrderNumber,
    map: parsed.map,
    createdAt: now,
  });
  const locations =
    parsed.locations.length > 0
      ? parsed.locations
      : [
          {
            name: "Shop location",
            country: parsed.country,
            city: "",
            address1: "",
            zip: "",
            provinceCode: null,
            active: true,
            fulfillsOnlineOrders: true,
          },
        ];
  for (const location of locations) {
    const id = idFor(world, "Location", "id" in location ? location.id : undefined);
    shop.locations.save({
      ...withoutUndefined(location),
      id,
      createdAt: now,
      deactivatedAt: location.active ? null : now,
    });
  }
}

function loadProducts({ world, shop, parsed, variants }: Loading): void {
  for (const product of parsed.products) {
    const id = idFor(world, "Product", product.id);
    const made = product.variants.map((variant) => ({
      id: idFor(world, "ProductVariant", variant.id),
      ref: variant.ref ?? variant.sku ?? product.handle,
      title: variant.title,
      sku: variant.sku ?? null,
      price: parseMinor(variant.price, parsed.currency),
      weightGrams: variant.weightGrams ?? 0,
      inventory: variant.inventory,
    }));
    const { handle, title, type, vendor, tags, collections, giftCard } = product;
    const record = {
      id,
      handle,
      title,
      type,
      vendor,
      tags,
      collections,
      giftCard,
      variants: made,
      picture: product.picture ?? null,
      pictureAlt: product.pictureAlt ?? null,
      createdAt: world.nowText(),
    };
    shop.products.save(record);
    for (const variant of made) variants.set(variant.ref, { product: record, variant });
  }
}

function loadCustomers({ world, shop, parsed, customers }: Loading): void {
  const when = (text: string) => readWhen(text, world.now());
  const consentOf = ({ updatedAt, ...consent }: Consent) => ({
    ...consent,
    updatedAt: updatedAt && when(updatedAt),
  });
  for (const { id, ref, address, createdAt, locale, emailConsent, smsConsent, ...rest } of parsed.customers) {
    const at = createdAt ? when(createdAt) : world.nowText();
    const customer = {
      ...withoutUndefined(rest),
      ...(emailConsent ? { emailConsent: consentOf(emailConsent) } : {}),
      ...(smsConsent ? { smsConsent: consentOf(smsConsent) } : {}),
      id: idFor(world, "Customer", id),
      locale: locale ?? parsed.primaryLocale,
      address: address ?? null,
      createdAt: at,
      updatedAt: at,
    };
    shop.customers.save(customer);
    customers.set(ref ?? rest.email ?? String(customer.id), customer);
  }
}

function loadSegments({ world, shop, parsed }: Loading): void {
  for (const { id, name, query } of parsed.segments)
    shop.segments.save({ id: idFor(world, "Segment", id), name, query, createdAt: world.nowText() });
}

function loadAccount(
  { world, shop, customers, credits }: Loading,
  described: ParsedShop["storeCreditAccounts"][number],
): void {
  const customer = customers.get(described.customer);
  if (!customer)
    throw new Error(
      `A store credit account names the customer "${described.customer}", whom the description does not have`,
    );
  if (described.id !== undefined) {
    const id = world.reserveId("StoreCreditAccount", described.id);
    shop.accounts.save({
      id,
      owner: { type: "Customer", id: customer.id },
      currency: described.currency,
      balance: 0n,
      createdAt: world.nowText(),
    });
  }
  const account = accountFor(shop, { type: "Customer", id: customer.id }, described.currency);
  for (const opening of described.credits) {
    const at = readWhen(opening.at, world.now());
    const expiresAt = opening.expiresAt ? readWhen(opening.expiresAt, world.now()) : null;
    const movement = {
      amount: parseMinor(opening.amount, described.currency),
      event: "ADJUSTMENT" as const,
      issuer: setupIssuer,
      at,
      expiresAt,
      note: opening.note ?? null,
    };
    credits.push({ at, run: () => credit(shop, account, movement) });
  }
}

function idFor(world: World, kind: string, given: number | undefined): number {
  return given === undefined ? world.nextId(kind) : world.reserveId(kind, given);
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
