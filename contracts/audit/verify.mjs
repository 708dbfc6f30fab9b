#!/usr/bin/env node
// Verifies what a service says about its audit log (RFC 9162 over SHA-256), with nothing but Node: no code of the suite is needed to trust it.
//   node verify.mjs [--key public.pem]... records.ndjson checkpoint...
//   node verify.mjs [--key public.pem]... --inclusion proof.json record.json checkpoint
//   node verify.mjs [--key public.pem]... --consistency proof.json earlier-checkpoint later-checkpoint
// A checkpoint is what /audit/checkpoint answered, a signed note (C2SP tlog-checkpoint), or a day's file of the operator's copies, of which a proof takes the
// last. Every checkpoint must be signed by one of the keys; without a key signatures are not looked at. Exit code 0: everything is as it was sealed.
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
// 2.1.1: the first byte keeps a leaf from being taken for a node.
const leafOf = (body) => sha256(Uint8Array.of(0), Buffer.from(body, 'utf8'));
const node = (left, right) => sha256(Uint8Array.of(1), left, right);
const half = (index) => Math.floor(index / 2); // sizes may be beyond 32 bits
const hex = (hashes) => (hashes ?? []).map((hash) => Buffer.from(hash, 'hex'));
const check = (holds, problem) => { if (!holds) throw new Error(problem); };
function checkpointOf(said, keys) {
  const { note, service, size, rootHash } = typeof said === 'string' ? { note: said } : said;
  if (!note && keys.length === 0) return { service, size: Number(size ?? 0), root: rootHash };
  check(note, 'the checkpoint is not signed');
  const [text, signatures] = [note.slice(0, note.lastIndexOf('\n\n') + 1), note.slice(note.lastIndexOf('\n\n') + 2)];
  const [origin, count, root, end] = text.split('\n');
  check(end === '' && /^(0|[1-9]\d*)$/.test(count), 'the checkpoint is not a note of three lines');
  const found = { service: origin.split('/').at(-1), size: Number(count), root: Buffer.from(root, 'base64').toString('hex') };
  check(!rootHash || (found.root === rootHash && found.size === Number(size ?? 0) && found.service === service), 'the checkpoint says other than its note');
  const byKey = (key, [dash, name, signature]) => dash === '—' && name === origin
    && Buffer.from(signature, 'base64').subarray(0, 4).equals(sha256(key.export({ type: 'spki', format: 'der' })).subarray(0, 4))
    && isSigned('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64').subarray(4));
  check(keys.length === 0 || keys.some((key) => signatures.split('\n').some((line) => byKey(key, line.split(' ')))), `the checkpoint at ${found.size} is not signed by a given key`);
  return found;
}
// Of a copy that was cut off while it was written the next line begins anew.
const linesOf = (text) => (text.startsWith('{') ? text.split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line)) : [text]);
const checkpointsIn = (path, keys) => linesOf(readFileSync(path, 'utf8')).map((said) => checkpointOf(said, keys));
// 2.1.3.2 and 2.1.4.2 in one: up from a node, while the right edge of the tree is followed beside it.
function climb(fn, sn, hashes, step) {
  for (const hash of hashes) {
    check(sn > 0, 'the proof is too long');
    const left = fn % 2 === 1 || fn === sn;
    step(hash, left);
    if (left) while (fn % 2 === 0 && fn > 0) [fn, sn] = [half(fn), half(sn)];
    [fn, sn] = [half(fn), half(sn)];
  }
  check(sn === 0, 'the proof is too short');
}

function verifyInclusion(proof, record, checkpoint) {
  const [size, sequence] = [Number(proof.size), Number(record.sequence)];
  check(size === checkpoint.size && record.service === checkpoint.service && sequence >= 1 && sequence <= size, 'the proof is about something else');
  let root = leafOf(record.body);
  climb(sequence - 1, size - 1, hex(proof.hashes), (hash, left) => { root = left ? node(hash, root) : node(root, hash); });
  check(root.toString('hex') === checkpoint.root, 'the record is not in the log of the checkpoint');
}

function verifyConsistency(proof, first, second) {
  check(first.service === second.service && first.size >= 1 && first.size <= second.size, 'the checkpoints are not of one log in this order');
  let [fn, sn, hashes] = [first.size - 1, second.size - 1, hex(proof.hashes)];
  if (first.size === second.size) return check(first.root === second.root && hashes.length === 0, 'two logs of one size');
  for (; fn % 2 === 1; fn = half(fn)) sn = half(sn);
  if (fn === 0) hashes.unshift(Buffer.from(first.root, 'hex'));
  let [earlier, later] = [hashes[0], hashes[0]];
  climb(fn, sn, hashes.slice(1), (hash, left) => { if (left) earlier = node(hash, earlier); later = left ? node(hash, later) : node(later, hash); });
  check(earlier.toString('hex') === first.root && later.toString('hex') === second.root, 'the later log is not the earlier one grown');
}

async function verifyRecords(path, checkpoints) {
  let [size, peaks, open] = [0, [], [...checkpoints].sort((a, b) => a.size - b.size)];
  check(open.length > 0, 'there is no checkpoint');
  const root = () => (size === 0 ? sha256() : peaks.reduceRight((right, left) => node(left, right))).toString('hex');
  const compare = () => {
    while (open[0]?.size === size) check(root() === open.shift().root, `the records do not give the root at ${size}: one was changed, or they come from another log`);
  };
  compare();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() === '' || open.length === 0) continue;
    const record = JSON.parse(line);
    check(Number(record.sequence) === size + 1, `record ${size + 1} is missing or out of place (found ${record.sequence})`);
    check(checkpoints.every(({ service }) => service === record.service && service === JSON.parse(record.body).service), `record ${size + 1} belongs to another service`);
    peaks.push(leafOf(record.body));
    for (let carry = size++; carry % 2 === 1; carry = half(carry)) peaks.push(node(...peaks.splice(-2)));
    compare();
  }
  check(open.length === 0, `the log ends at ${size}, the checkpoint covers ${open[0]?.size}`);
}
const [keys, rest] = [[], process.argv.slice(2)];
try {
  while (rest[0] === '--key') keys.push(createPublicKey(readFileSync(rest.splice(0, 2)[1])));
  const mode = rest[0]?.startsWith('--') ? rest.shift() : '';
  const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const last = (path) => checkpointsIn(path, keys).at(-1);
  if (mode === '--inclusion') verifyInclusion(json(rest[0]), json(rest[1]), last(rest[2]));
  else if (mode === '--consistency') verifyConsistency(json(rest[0]), last(rest[1]), last(rest[2]));
  else await verifyRecords(rest[0], rest.slice(1).flatMap((path) => checkpointsIn(path, keys)));
  console.log('OK');
} catch (error) {
  console.log(`FAILED ${error.message}`);
  process.exitCode = 1;
}
