import { type UserError, userError } from "../graphql/errors.ts";
import { hasProvinces, isProvinceless, provinceCode, provinceName } from "../locations/provinces.ts";
import type { Address } from "./customer.ts";

type Field = keyof Address;

export type MailingAddressInput = { id?: string | null } & { [F in Field]?: string | null };

const texts = [
  "firstName",
  "lastName",
  "company",
  "address1",
  "address2",
  "city",
  "zip",
  "phone",
] as const satisfies Field[];

/** What was said of an address, as Shopify keeps it: trimmed, nothing instead of blanks, numbers without ornaments. */
export function cleanedAddress(input: MailingAddressInput, known: Address = {}): Address {
  const said = texts.filter((field) => input[field] !== undefined);
  const kept: Address = {
    ...known,
    ...Object.fromEntries(said.map((field) => [field, input[field]?.trim() || undefined])),
  };
  const countryCode = input.countryCode ?? (input.country ? codeOf(input.country) : known.countryCode);
  const province = input.provinceCode || provinceCode(countryCode, input.province) || input.province;
  const code = province?.trim() || (input.countryCode || input.country ? undefined : known.provinceCode);
  return {
    ...kept,
    phone: kept.phone && plainPhone(kept.phone, countryCode),
    country: undefined,
    countryCode,
    provinceCode: isProvinceless(countryCode) ? undefined : code,
    province: provinceName(countryCode, code) ?? undefined,
  };
}

export function isBlank(address: Address): boolean {
  return Object.values(address).every((value) => value === undefined);
}

/** What is wrong with it, told below the field it came in. */
export function addressProblems(address: Address, path: string[]): UserError[] {
  const at = (field: Field, message: string) => userError([...path, field], message);
  for (const field of texts) {
    const value = address[field] ?? "";
    const name = words[field];
    if (value.length > 255) return [at(field, `${name} is too long (maximum is 255 characters)`)];
    const holds = forbidden.find(([pattern]) => pattern.test(value));
    if (holds) return [at(field, `${name} cannot contain ${holds[1]}`)];
  }
  const { countryCode, provinceCode: code } = address;
  if (countryCode && !isCountry(countryCode)) return [at("country", "Country is invalid")];
  return code && hasProvinces(countryCode) && provinceName(countryCode, code) === null
    ? [at("province", "Province is invalid")]
    : [];
}

const words: Record<(typeof texts)[number], string> = {
  firstName: "First name",
  lastName: "Last name",
  company: "Company",
  address1: "Address1",
  address2: "Address2",
  city: "City",
  zip: "Zip",
  phone: "Phone",
};

const forbidden: [RegExp, string][] = [
  [/<[^>]+>/, "HTML tags"],
  [/https?:\/\//i, "URL"],
  [/\p{Extended_Pictographic}/u, "emojis"],
];

const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function isCountry(code: string): boolean {
  return code !== "ZZ" && english.of(code) !== undefined;
}

/** The code of a country's English name; a word that names none stands for an unknown one. */
function codeOf(country: string): string {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.find((code) => code !== "ZZ" && english.of(code) === country) ?? "ZZ";
}

/** A number without a country is taken for one of the address's; words are left as they are. */
function plainPhone(phone: string, countryCode: string | undefined): string {
  if (!/^\+?[\d\s().-]+$/.test(phone)) return phone;
  const plain = phone.replace(/[\s().-]/g, "");
  return plain.startsWith("+") || !(countryCode === "US" || countryCode === "CA") ? plain : `+1${plain}`;
}
