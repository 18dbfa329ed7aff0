// The whole road with the generated types: a pack, its example data, a document, a seal, a verdict, and a problem by its code.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/writ-service.js";

declare const process: { argv: string[]; env: Record<string, string | undefined>; exitCode?: number };

type Document = components["schemas"]["DocumentWithReceipt"];

const baseUrl = process.argv[2] ?? "http://127.0.0.1:8080";
const key = process.env["WRIT_API_KEY"];
const writs = createClient<paths>({ baseUrl, headers: key ? { "X-Api-Key": key } : {} });
const pdf = { "Content-Type": "application/pdf" };

function got<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}
const bytes = (base64: string) => Uint8Array.from(atob(base64), c => c.charCodeAt(0));

const packs = got(await writs.GET("/v1/packs"));
console.log(`packs ${packs.stages.flatMap(stage => stage.packs).length}`);

const data = got(await writs.GET("/v1/packs/{id}/examples/{name}", { params: { path: { id: "songda-huizheng", name: "ordinary" } } }));
const rendered = got(await writs.POST("/v1/packs/{id}/documents", { params: { path: { id: "songda-huizheng" } }, headers: { Accept: "application/json" }, body: { data } })) as Document;
const document = bytes(rendered.document);
console.log(`rendered ${rendered.receipt.pack} ${document.length}`);

const body = (file: Uint8Array) => ({ body: "" as string, bodySerializer: () => file as unknown as BodyInit, headers: { ...pdf, Accept: "application/json" } });
const sealed = got(await writs.POST("/v1/documents/seal", { params: { query: { key: "bureau" } }, ...body(document) })) as Document;
const report = got(await writs.POST("/v1/documents/verify", body(bytes(sealed.document)))) as components["schemas"]["VerificationReport"];
console.log(`sealed by ${sealed.receipt.sealedBy}, ${report.verdict}`);

const refused = await writs.POST("/v1/packs/{id}/documents", { params: { path: { id: "songda-huizheng" } }, headers: { "Accept-Language": "en" }, body: { data: {} } });
if (!refused.error) throw new Error("empty data was taken");
console.log(`problem ${refused.error.status} ${refused.error.code}, ${(refused.error.errors?.length ?? 0) > 0}`);
