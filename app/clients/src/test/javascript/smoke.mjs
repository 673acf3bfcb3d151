// What a program does with the library: adds a domain and a metric, publishes it, finds it, and reads a refusal.
//
// Usage: node smoke.mjs CLIENT ADDRESS ACCESS_TOKEN
import assert from "node:assert/strict";

const [client, address, token] = process.argv.slice(2);
const { Configuration, DomainsApi, MetricsApi, ResponseError } = await import(client);

const configuration = new Configuration({ basePath: address, accessToken: token });
const domains = new DomainsApi(configuration);
const metrics = new MetricsApi(configuration);

await domains.createDomain({ newDomain: { domainId: "javascript", name: "JavaScript", description: "A script" } });
const created = await metrics.createMetric({
  newMetric: {
    metricId: "javascript.calls",
    name: "Calls from JavaScript",
    description: "How often a program in JavaScript calls the library.",
    domain: "javascript",
    metricType: "operational",
    definition: { unit: "count", expressions: [{ dialect: "ansi_sql", expression: "count(*)" }] },
  },
});
assert.equal(created.status, "draft");
await metrics.publishMetric({ id: "javascript.calls", ifMatch: "*", reason: { reason: "The first words on it" } });

const found = await metrics.getMetric({ id: "javascript.calls" });
assert.equal(found.version, "1.0.0");
const listed = await metrics.listMetrics({ domain: ["javascript"] });
assert.deepEqual(listed.items.map((metric) => metric.metricId), ["javascript.calls"]);

const refusal = await metrics.getMetric({ id: "javascript.no-such-metric" }).catch((error) => error);
assert.ok(refusal instanceof ResponseError, String(refusal));
assert.equal((await refusal.response.json()).code, "not_found");
console.log("done");
