export { type Allowance, requestsPerMinute, takeFromAllowance } from "./allowance.ts";
export { type ApiContext, apiContext } from "./api-context.ts";
export { type ApiKey, type ApiScope, apiScopes } from "./api-key.ts";
export { type CreateApiKeyRefusal, createApiKey, longestName, mostKeys } from "./create-api-key.ts";
export { type Answered, keptHours, type OnceRefusal, onceByName } from "./once.ts";
export { listApiKeys } from "./queries.ts";
export { type QuoteOrderRefusal, quoteOrder, quotesPerMinute } from "./quote-order.ts";
export type { LineProblem, QuoteProblem } from "./quote-problems.ts";
export { revokeApiKey } from "./revoke-api-key.ts";
