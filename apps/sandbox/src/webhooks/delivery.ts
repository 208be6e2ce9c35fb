/** One webhook on its way to one address. The body is what is signed and sent, byte for byte, at every attempt. */
export interface Delivery {
  id: number;
  shop: string;
  /** `null` when somebody sent it by hand, to no subscription. */
  subscriptionId: number | null;
  topic: string;
  address: string;
  apiVersion: string;
  body: string;
  /** The same across retries and duplicates. */
  webhookId: string;
  /** The same for everything one action of the merchant set off. */
  eventId: string;
  triggeredAt: string;
  attempts: { at: string; status: number | null }[];
  /** On the stand-in's clock; `null` when it arrived or was given up. */
  nextAt: string | null;
  forged: boolean;
}

/** Seconds before each retry: eight over four hours, each twice as long as the last. */
export const retryAfter = [56, 113, 226, 452, 904, 1_807, 3_614, 7_229] as const;
