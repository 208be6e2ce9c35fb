import type { ConditionName } from "@kept/domain";

/** The conditions in the words of the forms, in the sequence they are offered in. */
export const conditionNames: readonly { readonly name: ConditionName; readonly label: string }[] = [
  { name: "reasons", label: "Reason" },
  { name: "products", label: "Products" },
  { name: "returnValue", label: "Value of the return" },
  { name: "orderValue", label: "Value of the order" },
  { name: "customerTags", label: "Customer tags" },
  { name: "segments", label: "Customer segment" },
  { name: "orderTags", label: "Order tags" },
  { name: "countries", label: "Country of delivery" },
  { name: "between", label: "Dates" },
  { name: "firstReturn", label: "First return" },
  { name: "returnsBefore", label: "Returns before" },
  { name: "switched", label: "Switched from money to credit" },
  { name: "photos", label: "Photos of every item" },
];
