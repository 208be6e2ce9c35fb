import { creditStates } from "@kept/domain";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Field } from "../../../../ui/field.tsx";
import { Input, Select } from "../../../../ui/input.tsx";
import { type CreditAddress, isNarrowed, standingWords } from "./credit-address.ts";

interface Props {
  shop: string;
  address: CreditAddress;
  currencies: readonly string[];
}

/** A plain form: what is shown is part of the address. Days are the shop's, both included. */
export function CreditFilters({ shop, address, currencies }: Props) {
  return (
    <form
      action={`/${shop}/credits`}
      className="mb-4 grid grid-cols-2 items-end gap-2.5 *:min-w-0 sm:flex sm:flex-wrap"
      aria-label="Filter credits"
    >
      <Field id="credit-search" label="Search" className="col-span-2 sm:w-64">
        <Input
          id="credit-search"
          type="search"
          name="q"
          defaultValue={address.search ?? ""}
          placeholder="Return, order, customer, e-mail"
        />
      </Field>
      <Field id="credit-state" label="State" className="sm:w-36">
        <Select id="credit-state" name="state" defaultValue={address.state ?? ""}>
          <option value="">Any</option>
          {creditStates.map((state) => (
            <option key={state} value={state}>
              {standingWords[state]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="credit-currency" label="Currency" className="sm:w-28">
        <Select id="credit-currency" name="currency" defaultValue={address.currency ?? ""}>
          <option value="">All</option>
          {currencies.map((currency) => (
            <option key={currency} value={currency}>
              {currency}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="credit-from" label="From" className="sm:w-40">
        <Input id="credit-from" type="date" name="from" defaultValue={address.from ?? ""} />
      </Field>
      <Field id="credit-until" label="Until" className="sm:w-40">
        <Input id="credit-until" type="date" name="to" defaultValue={address.to ?? ""} />
      </Field>
      <div className="col-span-2 flex gap-2">
        <Button type="submit">Show</Button>
        {isNarrowed(address) && (
          <ButtonLink href={`/${shop}/credits`} look="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
