export { type ExplainedRow, type ExplainedTotal, explain, explainTotals } from "./explain.ts";
export { type ExplainedDecision, explainDecisions } from "./explain-decisions.ts";
export { askedOf, strangerFacts } from "./facts.ts";
export { fingerprint } from "./fingerprint.ts";
export { languages as quoteLanguages } from "./messages/index.ts";
export { quote } from "./quote.ts";
export { type QuoteJson, quoteFromJson, quoteSchema, quoteToJson } from "./quote-json.ts";
export { type QuoteRequest, quoteRequestSchema } from "./quote-request.ts";
export type {
  CustomerFacts,
  Decision,
  Expiry,
  PaymentShare,
  Quote,
  QuoteInput,
  QuoteLine,
  Row,
  RowGroup,
  SelectedUnits,
  Totals,
  Value,
  Values,
} from "./quote-types.ts";
export { type SelectionProblem, selectionProblem, UnquotableSelection } from "./selection.ts";
export { type Verdict, verdict } from "./verdict.ts";
export { leftOf } from "./worth.ts";
