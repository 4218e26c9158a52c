// Compiles every schema in draft-07, strictly, and validates what stdin holds: [{"schema": "name.json", "instance": ...}].
// Answers with a list of booleans.
"use strict";
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv");

const folder = path.join(__dirname, "..", "..", "schemas");
const validators = {};
for (const name of fs.readdirSync(folder)) {
  if (!name.endsWith(".json") || name === "overlay.json") continue;
  const schema = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  if (schema.$schema !== "http://json-schema.org/draft-07/schema#") throw new Error(`${name}: not draft-07`);
  validators[name] = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
}
const cases = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map((c) => validators[c.schema](c.instance))));
