// Calls of grpc-js as promises.
import grpc from '@grpc/grpc-js';

/** Starts a unary call; headers, response and status each in a promise. */
export function unary(client, method, request, { metadata = new grpc.Metadata(), options = {} } = {}) {
  let call;
  const response = new Promise((resolve, reject) => {
    call = client[method](request, metadata, options, (error, message) => (error ? reject(error) : resolve(message)));
  });
  return { response, headers: once(call, 'metadata'), status: once(call, 'status') };
}

/** Starts a client stream; `call` writes, `response` answers. */
export function upload(client, method, { metadata = new grpc.Metadata(), options = {} } = {}) {
  let call;
  const response = new Promise((resolve, reject) => {
    call = client[method](metadata, options, (error, message) => (error ? reject(error) : resolve(message)));
  });
  return { call, response };
}

/** Follows a call that answers with a stream: each message by `next`, the end by `status`. */
export function follow(call) {
  const messages = [];
  const waiting = [];
  let ended = false;
  const headers = once(call, 'metadata');
  const status = new Promise(resolve => {
    call.on('status', end => {
      ended = true;
      waiting.splice(0).forEach(wake => wake());
      resolve(end);
    });
  });
  // The status says the same.
  call.on('error', () => undefined);
  call.on('data', message => {
    messages.push(message);
    waiting.splice(0).forEach(wake => wake());
  });
  async function next() {
    while (messages.length === 0 && !ended) await new Promise(resolve => waiting.push(resolve));
    return messages.shift();
  }
  async function all() {
    await status;
    return messages;
  }
  return { call, headers, status, next, all };
}

/** An interceptor that sends each message with the write flags that `choose` gives for it. */
export function writeFlags(choose) {
  return (options, nextCall) => new (class extends grpc.InterceptingCall {
    #sent = 0;

    sendMessageWithContext(context, message) {
      super.sendMessageWithContext({ ...context, flags: choose(this.#sent++) }, message);
    }
  })(nextCall(options));
}

function once(call, event) {
  return new Promise(resolve => call.on(event, resolve));
}
