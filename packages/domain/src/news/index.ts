export { followWebhook } from "./follow-webhook.ts";
export { type ReceivedWebhook, type Reception, receiveWebhook } from "./receive-webhook.ts";
