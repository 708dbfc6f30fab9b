// Health and reflection, by the protos of foreign packages.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import descriptor from 'protobufjs/ext/descriptor/index.js';
import { service as healthService } from 'grpc-health-check';
import { follow, unary } from './calls.mjs';

const TESTED = 'grpc.testing.TestService';
const packageFolder = dirname(createRequire(import.meta.url).resolve('@grpc/reflection/package.json'));

export function toolCases(address) {
  const open = service => new (grpc.makeGenericClientConstructor(service))(address, grpc.credentials.createInsecure());
  return {
    health_check: () => checkHealth(open(healthService)),
    health_watch: () => watchHealth(open(healthService)),
    reflection_v1: () => reflect(open(reflection('v1')), open),
    reflection_v1alpha: () => reflect(open(reflection('v1alpha')), open),
  };
}

async function checkHealth(client) {
  assert.equal((await unary(client, 'check', { service: '' }).response).status, 'SERVING');
  const unknown = await unary(client, 'check', { service: 'nobody' }).response.catch(error => error);
  assert.equal(unknown.code, grpc.status.NOT_FOUND);
}

async function watchHealth(client) {
  const server = follow(client.watch({ service: '' }));
  while ((await server.next()).status !== 'SERVING');
  const unknown = follow(client.watch({ service: 'nobody' }));
  assert.equal((await unknown.next()).status, 'SERVICE_UNKNOWN');
  for (const stream of [server, unknown]) {
    stream.call.cancel();
    assert.equal((await stream.status).code, grpc.status.CANCELLED);
  }
}

function reflection(version) {
  const path = join(packageFolder, `build/proto/grpc/reflection/${version}/reflection.proto`);
  return protoLoader.loadSync(path, { keepCase: true, oneofs: true })[`grpc.reflection.${version}.ServerReflection`];
}

/** Learns the contract from the server alone and makes a call with it. */
async function reflect(client, open) {
  const stream = follow(client.ServerReflectionInfo());
  const ask = async question => {
    stream.call.write(question);
    return stream.next();
  };
  const listed = (await ask({ list_services: '' })).list_services_response.service.map(one => one.name);
  assert.ok(listed.includes(TESTED), `listed: ${listed}`);
  assert.equal((await ask({ file_containing_symbol: 'grpc.testing.Nothing' })).error_response.error_code, grpc.status.NOT_FOUND);
  const files = (await ask({ file_containing_symbol: TESTED })).file_descriptor_response.file_descriptor_proto;
  stream.call.end();
  assert.equal(await stream.next(), undefined);
  assert.equal((await stream.status).code, grpc.status.OK);

  const set = descriptor.FileDescriptorSet.encode({ file: files.map(file => descriptor.FileDescriptorProto.decode(file)) }).finish();
  const contract = protoLoader.loadFileDescriptorSetFromBuffer(Buffer.from(set), { keepCase: true });
  const answer = await unary(open(contract[TESTED]), 'UnaryCall', { response_size: 12 }).response;
  assert.equal(answer.payload.body.length, 12);
}
