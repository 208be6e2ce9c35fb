import { writeFileSync } from "node:fs";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import * as flows from "@medusajs/medusa/core-flows";

/** A shop with one delivered order and a way back, by Medusa's own workflows; writes down what is needed to return it. */
export default async function open({ container }) {
  const run = async (flow, input) => (await flow(container).run({ input })).result;
  const [channel] = await run(flows.createSalesChannelsWorkflow, { salesChannelsData: [{ name: "Shop" }] });
  const shopKey = { title: "Shop", type: "publishable", created_by: "" };
  const [key] = await run(flows.createApiKeysWorkflow, { api_keys: [shopKey] });
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: key.id, add: [channel.id] });
  const germany = { name: "Germany", currency_code: "eur", countries: ["de"] };
  const [region] = await run(flows.createRegionsWorkflow, { regions: [germany] });
  const vat = { rate: 19, code: "DE", name: "VAT" };
  const taxes = [{ country_code: "de", provider_id: "tp_system", default_tax_rate: vat }];
  await run(flows.createTaxRegionsWorkflow, taxes);
  const reasons = { data: [{ value: "too_small", label: "Too small" }] };
  const [reason] = await run(flows.createReturnReasonsWorkflow, reasons);
  const { place, out, back } = await openWarehouse(run, container);

  const address = { first_name: "Ada", address_1: "Weg 1", city: "Berlin", country_code: "de" };
  const order = await run(flows.createOrderWorkflow, {
    region_id: region.id,
    sales_channel_id: channel.id,
    email: "ada@example.com",
    shipping_address: address,
    items: [{ title: "Linen shirt", quantity: 2, unit_price: 20 }],
    shipping_methods: [{ name: "Parcel", shipping_option_id: out.id, amount: 5 }],
  });
  const item = order.items[0].id;
  const parcel = { order_id: order.id, location_id: place.id, items: [{ id: item, quantity: 2 }] };
  const { id } = await run(flows.createOrderFulfillmentWorkflow, parcel);
  await run(flows.markOrderFulfillmentAsDeliveredWorkflow, { orderId: order.id, fulfillmentId: id });
  const shop = { key: key.token, order: order.id, item, option: back.id, reason: reason.id };
  writeFileSync("shop.json", JSON.stringify(shop));
}

/** A place that parcels go out from and come back to. */
async function openWarehouse(run, container) {
  const address = { city: "Berlin", country_code: "DE", address_1: "Weg 2" };
  const [place] = await run(flows.createStockLocationsWorkflow, { locations: [{ name: "Berlin", address }] });
  const kinds = { data: [{ name: "Parcels", type: "default" }] };
  const [profile] = await run(flows.createShippingProfilesWorkflow, kinds);
  const zone = { name: "Germany", geo_zones: [{ type: "country", country_code: "de" }] };
  const parcels = { name: "Parcels", type: "shipping", service_zones: [zone] };
  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets(parcels);
  const provider_id = "manual_manual";
  for (const to of [{ fulfillment_provider_id: provider_id }, { fulfillment_set_id: set.id }])
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.STOCK_LOCATION]: { stock_location_id: place.id },
      [Modules.FULFILLMENT]: to,
    });
  const option = (name, isReturn) => ({
    name,
    price_type: "flat",
    provider_id,
    service_zone_id: set.service_zones[0].id,
    shipping_profile_id: profile.id,
    type: { label: name, description: name, code: name },
    prices: [{ currency_code: "eur", amount: 5 }],
    rules: [{ attribute: "is_return", value: String(isReturn), operator: "eq" }],
  });
  const options = [option("out", false), option("back", true)];
  const [out, back] = await run(flows.createShippingOptionsWorkflow, options);
  return { place, out, back };
}
