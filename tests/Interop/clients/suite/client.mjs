// Calls any RPC of a descriptor set: reads one call as a line of JSON and answers with one, until its input ends.
//   {"id":1,"method":"package.Service/Method","metadata":{},"requests":["base64"],"take":1}
//   {"id":1,"code":0,"details":"","status":"base64 of grpc-status-details-bin","messages":["base64"]}
// Messages pass through the library's own types on their way out and in. A stream is left after `take` messages.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const DEADLINE_MS = 60_000;
const [address, descriptors] = process.argv.slice(2);
const contract = protoLoader.loadFileDescriptorSetFromBuffer(readFileSync(descriptors), { keepCase: true, longs: String, enums: String, oneofs: true });
const client = new grpc.Client(address, grpc.credentials.createInsecure());

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  const answer = await run(call).catch(error => ({ code: grpc.status.UNKNOWN, details: String(error.stack), messages: [] }));
  console.log(JSON.stringify({ id: call.id, ...answer }));
}
process.exit(0);

async function run({ method, metadata, requests, take }) {
  const [service, name] = method.split('/');
  const rpc = contract[service][name];
  const headers = new grpc.Metadata();
  Object.entries(metadata).forEach(([key, value]) => headers.set(key, value));
  const messages = requests.map(bytes => rpc.requestDeserialize(Buffer.from(bytes, 'base64')));
  const read = bytes => rpc.responseSerialize(rpc.responseDeserialize(bytes)).toString('base64');
  const options = { deadline: Date.now() + DEADLINE_MS };
  return rpc.responseStream
    ? follow(client.makeServerStreamRequest(rpc.path, rpc.requestSerialize, read, messages[0], headers, options), take)
    : single(rpc, messages, read, headers, options);
}

function single(rpc, messages, read, headers, options) {
  return new Promise(resolve => {
    let response;
    const done = (error, message) => { response = error ? undefined : message; };
    const call = rpc.requestStream
      ? client.makeClientStreamRequest(rpc.path, rpc.requestSerialize, read, headers, options, done)
      : client.makeUnaryRequest(rpc.path, rpc.requestSerialize, read, messages[0], headers, options, done);
    call.on('status', status => setImmediate(() => resolve(outcome(status, response === undefined ? [] : [response]))));
    if (rpc.requestStream) {
      messages.forEach(message => call.write(message));
      call.end();
    }
  });
}

function follow(call, take) {
  return new Promise(resolve => {
    const messages = [];
    call.on('error', () => undefined);
    call.on('data', message => {
      messages.push(message);
      if (messages.length === take) {
        resolve({ code: grpc.status.OK, details: '', messages });
        call.cancel();
      }
    });
    call.on('status', status => setImmediate(() => resolve(outcome(status, messages))));
  });
}

function outcome({ code, details, metadata }, messages) {
  const [status] = metadata.get('grpc-status-details-bin');
  return { code, details, status: status?.toString('base64') ?? null, messages };
}
