#!/usr/bin/env node
// Verifies an exported audit log against a checkpoint, with nothing but Node: no code of the suite is needed to trust it.
//   node verify.mjs records.ndjson checkpoint.json
// records.ndjson: GET /v1/{service}/audit/records, one AuditRecord a line. checkpoint.json: GET /v1/{service}/audit/checkpoint,
// kept from the same moment or an earlier one. Exit code 0: every record up to the checkpoint is there, unchanged and in place.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
// RFC 9162, 2.1.1: the first byte keeps a leaf from being taken for a node.
const leaf = (body) => sha256(Uint8Array.of(0), Buffer.from(body, 'utf8'));
const node = (left, right) => sha256(Uint8Array.of(1), left, right);

/** Roots of the complete subtrees on the right edge, largest first. */
class Edge {
  size = 0;
  peaks = [];

  append(hash) {
    for (let carry = this.size; carry % 2 === 1; carry = Math.floor(carry / 2)) hash = node(this.peaks.pop(), hash);
    this.peaks.push(hash);
    this.size++;
  }

  root() {
    return this.peaks.length === 0 ? sha256() : this.peaks.reduceRight((right, left) => node(left, right));
  }
}

async function verify(recordsPath, checkpointPath) {
  const checkpoint = JSON.parse(readFileSync(checkpointPath, 'utf8'));
  const size = Number(checkpoint.size ?? 0);
  const edge = new Edge();
  for await (const line of createInterface({ input: createReadStream(recordsPath), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const record = JSON.parse(line);
    if (Number(record.sequence) !== edge.size + 1) return `record ${edge.size + 1} is missing or out of place (found ${record.sequence})`;
    if (record.service !== checkpoint.service || JSON.parse(record.body).service !== checkpoint.service)
      return `record ${record.sequence} belongs to another service`;
    edge.append(leaf(record.body));
    // Later records are covered by a later checkpoint.
    if (edge.size === size) break;
  }
  if (edge.size < size) return `the log ends at ${edge.size}, the checkpoint covers ${size}`;
  const root = edge.root().toString('hex');
  return root === checkpoint.rootHash ? null : `the records do not give the root of the checkpoint: one was changed, or they come from another log`;
}

const [records, checkpoint] = process.argv.slice(2);
if (!records || !checkpoint) {
  console.error('usage: node verify.mjs records.ndjson checkpoint.json');
  process.exit(2);
}
const problem = await verify(records, checkpoint).catch((error) => `cannot be read: ${error.message}`);
console.log(problem ? `FAILED ${problem}` : 'OK');
process.exit(problem ? 1 : 0);
