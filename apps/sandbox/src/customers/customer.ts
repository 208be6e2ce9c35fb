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

export interface Customer {
  id: number;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  locale: string;
  tags: string[];
  note: string | null;
  state: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED";
  address: Address | null;
  /** The jobs that merged others into this one. */
  mergeJobs?: string[];
  createdAt: string;
  updatedAt: string;
}

/** First and last name, or the e-mail address, or a word for nobody. */
export function displayName(customer: Customer): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return name || customer.email || customer.phone || "Customer";
}
