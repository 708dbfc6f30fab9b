// The test service on grpc-js. Prints its address, and ends when its input ends.
import grpc from '@grpc/grpc-js';
import { loadContract } from '../shared/contract.mjs';
import { watchServerStreams } from '../shared/flags.mjs';
import { INITIAL_KEY, TRAILING_KEY, zeros } from '../shared/messages.mjs';

const wire = watchServerStreams();
const contract = grpc.loadPackageDefinition(loadContract(process.argv[2])).grpc.testing;

/** What is wrong with a message's compression, or nothing. */
function refusal(call, expected, message = 0) {
  const compressed = wire.of(call.metadata)[message];
  return expected && expected.value !== compressed
    ? { code: grpc.status.INVALID_ARGUMENT, details: `the message came ${compressed ? 'compressed' : 'uncompressed'}` }
    : undefined;
}

const asked = status => (status?.code ? { code: status.code, details: status.message } : undefined);

/** Sends the initial metadata back; the trailing one is the answer. */
function echo(call) {
  const headers = new grpc.Metadata();
  call.metadata.get(INITIAL_KEY).forEach(value => headers.add(INITIAL_KEY, value));
  call.sendMetadata(headers);
  const trailers = new grpc.Metadata();
  call.metadata.get(TRAILING_KEY).forEach(value => trailers.add(TRAILING_KEY, value));
  return trailers;
}

function fullDuplexCall(call) {
  const trailers = echo(call);
  call.on('data', request => {
    const failure = asked(request.response_status);
    if (failure) call.emit('error', failure);
    else request.response_parameters.forEach(({ size }) => call.write({ payload: zeros(size) }));
  });
  call.on('end', () => call.end(trailers));
}

const server = new grpc.Server();
server.addService(contract.TestService.service, {
  EmptyCall: (call, done) => done(null, {}),
  UnaryCall(call, done) {
    const failure = refusal(call, call.request.expect_compressed) ?? asked(call.request.response_status);
    if (failure) return done(failure);
    const trailers = echo(call);
    return done(null, { payload: zeros(call.request.response_size) }, trailers);
  },
  StreamingInputCall(call, done) {
    let messages = 0;
    let bytes = 0;
    let failure;
    call.on('data', request => {
      failure ??= refusal(call, request.expect_compressed, messages++);
      bytes += request.payload.body.length;
    });
    call.on('end', () => (failure ? done(failure) : done(null, { aggregated_payload_size: bytes })));
  },
  StreamingOutputCall(call) {
    call.request.response_parameters.forEach(({ size }) => call.write({ payload: zeros(size) }));
    call.end();
  },
  FullDuplexCall: fullDuplexCall,
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${port}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
