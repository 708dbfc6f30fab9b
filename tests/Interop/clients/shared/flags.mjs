// Reads the compressed flags of gRPC messages from the bytes of HTTP/2 streams, below the gRPC library.
import http2 from 'node:http2';

const HEADER = 5;

class Flags {
  compressed = [];
  #header = [];
  #payload = 0;

  pass(chunk) {
    for (let at = 0; at < chunk.length;) {
      if (this.#payload > 0) {
        const taken = Math.min(this.#payload, chunk.length - at);
        this.#payload -= taken;
        at += taken;
        continue;
      }
      this.#header.push(chunk[at++]);
      if (this.#header.length === HEADER) {
        this.compressed.push(this.#header[0] === 1);
        this.#payload = Buffer.from(this.#header).readUInt32BE(1);
        this.#header = [];
      }
    }
  }
}

function readFlags(stream) {
  const flags = new Flags();
  const push = stream.push;
  stream.push = function (chunk, ...rest) {
    if (chunk) flags.pass(chunk);
    return push.call(this, chunk, ...rest);
  };
  return flags;
}

/** Watches every stream that a client opens; `last` answers the flags of the newest response. */
export function watchClientStreams() {
  let last;
  const connect = http2.connect;
  http2.connect = (...args) => {
    const session = connect(...args);
    const request = session.request;
    session.request = (...head) => {
      const stream = request.apply(session, head);
      last = readFlags(stream);
      return stream;
    };
    return session;
  };
  return { last: () => last.compressed };
}

/** Watches every stream that a server takes; each call finds its flags by a header that is added on arrival. */
export function watchServerStreams() {
  const header = 'x-interop-stream';
  const known = new Map();
  const createServer = http2.createServer;
  http2.createServer = (...args) => {
    const server = createServer(...args);
    server.on('stream', (stream, headers) => {
      const id = String(known.size);
      headers[header] = id;
      known.set(id, readFlags(stream));
    });
    return server;
  };
  return { of: metadata => known.get(String(metadata.get(header)[0])).compressed };
}
