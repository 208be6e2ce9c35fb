export { asTyped } from "@kept/shopify";
export { type AskAgainRefusal, askAgain, type LookupView, readLookup } from "./ask-again.ts";
export { type AskForOrder, type AskRefusal, askForOrder } from "./ask-for-order.ts";
export { forgetLookups } from "./forget-lookups.ts";
export { CodeDelayed, lookUpOrder } from "./look-up-order.ts";
export { type ProveRefusal, proveOrder } from "./prove-order.ts";
