export { followWebhooks } from "./follow-webhooks.ts";
export { type ReceivedWebhook, type Reception, receiveWebhook } from "./receive-webhook.ts";
export { sweepShop, sweepShops } from "./sweep.ts";
