import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const create = `mutation($topic: WebhookSubscriptionTopic!, $it: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $it) { webhookSubscription { id uri endpoint { __typename } } userErrors { field message } } }`;

function subscriber() {
  const bloom = openShop();
  const subscribe = async (it: object, topic = "SHOP_UPDATE") =>
    (await bloom.data(create, { topic, it })).webhookSubscriptionCreate;
  const messages = async (it: object, topic?: string) =>
    (await subscribe(it, topic)).userErrors.map((error: { message: string }) => error.message);
  return { bloom, subscribe, messages };
}

test("an address must be HTTPS and public, or lead to this machine", async () => {
  const { subscribe, messages } = subscriber();
  expect(await messages({ uri: "   " })).toEqual(["Address can't be blank"]);
  expect(await messages({ uri: "ftp://example.com/hook" })).toEqual([
    "Address protocol ftp:// is not supported",
  ]);
  expect(await messages({ uri: "http://example.com/hook" })).toEqual([
    "Address protocol http:// is not supported",
  ]);
  expect(await messages({ uri: "https://" })).toEqual(["Address is invalid"]);
  expect(await messages({ uri: "https://bloom.myshopify.com/hook" })).toEqual([
    "Address cannot be a Shopify or an internal domain",
  ]);
  expect(await messages({ uri: `https://example.com/${"a".repeat(65_516)}` })).toEqual([
    "Address is too big (maximum is 64 KB)",
  ]);
  expect((await subscribe({ uri: "  https://example.com/h  " })).webhookSubscription.uri).toBe(
    "https://example.com/h",
  );
  expect(await messages({ uri: "http://127.0.0.1:3000/hook" })).toEqual([]);
});

test("cloud addresses are judged by their own rules and take JSON only", async () => {
  const { subscribe, messages } = subscriber();
  expect(await messages({ uri: "pubsub://my-project" })).toEqual([
    "Address protocol pubsub:// is not supported",
    "Address is not a valid GCP pub/sub format. Format should be pubsub://project:topic",
  ]);
  expect(await messages({ uri: "pubsub://valid-project:1topic" })).toEqual([
    "Address is invalid",
    "Address is not a valid GCP topic id.",
  ]);
  expect(await messages({ uri: "arn:aws:events:bogus" })).toEqual([
    "Address is invalid",
    "Address is not a valid AWS ARN",
  ]);
  expect(await messages({ uri: "pubsub://valid-project:topic", format: "XML" })).toEqual([
    "Format can only be used with format: 'json'",
  ]);
  expect((await subscribe({ uri: "pubsub://123456789012:a%25b" })).webhookSubscription.endpoint).toEqual({
    __typename: "WebhookPubSubEndpoint",
  });
});

test("formats, names and filters that do not fit are refused at their field", async () => {
  const { subscribe, messages } = subscriber();
  const uri = "https://example.com/hook";
  expect((await subscribe({ uri, format: "XML" }, "RETURNS_APPROVE")).userErrors).toEqual([
    {
      field: ["webhookSubscription", "format"],
      message: "Format 'xml' is invalid for this webhook topic. Allowed formats: json",
    },
  ]);
  expect(await messages({ uri, name: "" })).toEqual([
    "Name is too short (minimum is 1 character)",
    "Name name field can only contain alphanumeric characters, underscores, and hyphens",
  ]);
  expect((await subscribe({ uri, filter: "customer_id:5 bareword" })).userErrors).toEqual([
    {
      field: ["webhookSubscription"],
      message:
        "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.",
    },
  ]);
  expect(await messages({ uri, name: "OrderHook" })).toEqual([]);
  expect(await messages({ uri: `${uri}/2`, name: "orderhook" })).toEqual([
    "Name already exists, no duplicate allowed",
  ]);
});

test("the same address for the same topic is taken once per format", async () => {
  const { messages } = subscriber();
  const uri = "https://example.com/hook";
  expect(await messages({ uri })).toEqual([]);
  expect(await messages({ uri })).toEqual(["Address for this topic has already been taken"]);
  expect(await messages({ uri, format: "XML" })).toEqual([]);
  expect(await messages({ uri }, "ORDERS_CREATE")).toEqual([]);
});
