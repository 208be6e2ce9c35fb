export { followWebhook } from "./follow-webhook.ts";
export { type ReceivedWebhook, type Reception, receiveWebhook } from "./receive-webhook.ts";
export { sweepShop, sweepShops } from "./sweep.ts";
