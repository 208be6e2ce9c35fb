import type { MetafieldOwner } from "../metafields/metafield.ts";

export interface Address {
  firstName?: string | undefined;
  lastName?: string | undefined;
  company?: string | undefined;
  address1?: string | undefined;
  address2?: string | undefined;
  city?: string | undefined;
  province?: string | undefined;
  provinceCode?: string | undefined;
  country?: string | undefined;
  countryCode?: string | undefined;
  zip?: string | undefined;
  phone?: string | undefined;
}

export interface KeptAddress extends Address {
  id: number;
}

/** What somebody agreed to be sent on one channel. */
export interface Consent {
  state: "NOT_SUBSCRIBED" | "PENDING" | "SUBSCRIBED" | "UNSUBSCRIBED";
  optInLevel: string;
  updatedAt: string | null;
}

export interface Customer extends MetafieldOwner {
  id: number;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  locale: string;
  tags: string[];
  note: string | null;
  state: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED";
  /** The one used unless another is chosen. */
  address: Address | null;
  /** All of them, once there was more to keep than the one above. */
  addresses?: KeptAddress[];
  defaultAddressId?: number | undefined;
  /** The jobs that merged others into this one. */
  mergeJobs?: string[];
  /** Who went into this one. */
  mergedIds?: number[];
  emailConsent?: Consent;
  smsConsent?: Consent;
  dataSaleOptOut?: boolean;
  erasureRequestedAt?: string;
  taxExempt?: boolean;
  taxExemptions?: string[];
  createdAt: string;
  updatedAt: string;
}

/** First and last name, or the e-mail address, or a word for nobody. */
export function displayName(customer: Customer): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name || customer.email || (customer.phone && written(customer.phone)) || "Customer";
}

/** Recorded of a North American number: +1 415-810-3301. */
function written(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1-$2-$3");
}

export function addressesOf(customer: Customer): KeptAddress[] {
  return customer.addresses ?? (customer.address ? [{ ...customer.address, id: customer.id }] : []);
}

export function defaultAddressOf(customer: Customer): KeptAddress | undefined {
  const all = addressesOf(customer);
  return all.find(({ id }) => id === customer.defaultAddressId) ?? all[0];
}
