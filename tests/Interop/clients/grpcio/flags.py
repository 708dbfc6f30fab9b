"""A loopback relay in front of the server that reads the compressed flags of the responses from the HTTP/2 frames."""

import socket
import struct
import threading

FRAME_HEAD = 9
MESSAGE_HEAD = 5
DATA = 0
PADDED = 0x8


class Relay:
    """Hands bytes on unchanged; `flags[stream]` are those of the messages of one response."""

    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self._server = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self._listener.getsockname()[1]
        self.flags = {}
        self._bodies = {}
        threading.Thread(target=self._accept, daemon=True).start()

    def newest(self):
        return self.flags[max(self.flags)]

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            server = socket.create_connection(self._server)
            threading.Thread(target=_copy, args=(client, server), daemon=True).start()
            threading.Thread(target=_copy, args=(server, client, self._frames()), daemon=True).start()

    def _frames(self):
        """Takes bytes by `send` and cuts them into frames."""
        pending = bytearray()

        def take(data):
            pending.extend(data)
            while len(pending) >= FRAME_HEAD:
                length = int.from_bytes(pending[:3], "big")
                if len(pending) < FRAME_HEAD + length:
                    return
                kind, flags = pending[3], pending[4]
                stream = int.from_bytes(pending[5:9], "big") & 0x7FFFFFFF
                body = bytes(pending[FRAME_HEAD:FRAME_HEAD + length])
                del pending[:FRAME_HEAD + length]
                if kind == DATA:
                    self._body(stream, body[1:length - body[0]] if flags & PADDED else body)

        return take

    def _body(self, stream, data):
        pending = self._bodies.setdefault(stream, bytearray())
        pending.extend(data)
        while len(pending) >= MESSAGE_HEAD:
            compressed, length = struct.unpack(">BI", pending[:MESSAGE_HEAD])
            if len(pending) < MESSAGE_HEAD + length:
                return
            del pending[:MESSAGE_HEAD + length]
            self.flags.setdefault(stream, []).append(compressed == 1)


def _copy(source, target, take=lambda data: None):
    try:
        while data := source.recv(65536):
            take(data)
            target.sendall(data)
    except OSError:
        pass  # The other direction has closed the connection.
    finally:
        for end in (source, target):
            end.close()
