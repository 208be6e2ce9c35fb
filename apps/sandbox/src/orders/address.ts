import type { Address } from "../customers/customer.ts";
import { gid } from "../graphql/gid.ts";

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** MailingAddress. Fields nobody gave are null, as Shopify answers them. */
export function addressSource(address: Address | null, id = 1, model = "Address") {
  if (!address) return null;
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ") || null;
  const country = address.country ?? (address.countryCode ? countryNames.of(address.countryCode) : undefined);
  const area = [address.city, address.provinceCode].filter(Boolean).join(" ");
  return {
    id: gid("MailingAddress", `${id}?model_name=${model}`),
    name,
    firstName: address.firstName ?? null,
    lastName: address.lastName ?? null,
    company: address.company ?? null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    provinceCode: address.provinceCode ?? null,
    country: country ?? null,
    countryCode: address.countryCode ?? null,
    countryCodeV2: address.countryCode ?? null,
    zip: address.zip ?? null,
    phone: address.phone ?? null,
    formatted: [
      name,
      address.company,
      address.address1,
      address.address2,
      [address.city, address.provinceCode, address.zip].filter(Boolean).join(" "),
      country,
    ].filter(Boolean),
    formattedArea: [...new Set([area, country])].filter(Boolean).join(", ") || null,
    coordinatesValidated: false,
  };
}
