using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace Grpc.Net.Client.Internal;

/// <summary>The connections that a handler opens, by host and port. Channels that share a handler share its table.</summary>
sealed class ConnectionTable
{
    readonly Lock gate = new();
    readonly Dictionary<(string Host, int Port), Endpoint> endpoints = [];

    /// <summary>The table of the handler at the end of the chain; null for one that connects in its own way.</summary>
    internal static ConnectionTable? Of(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler;
        if (handler is not SocketsHttpHandler sockets)
            return null;
        if (sockets.ConnectCallback is { } callback)
            return callback.Target as ConnectionTable;
        var table = new ConnectionTable();
        try
        {
            sockets.ConnectCallback = table.ConnectAsync;
            return table;
        }
        catch (InvalidOperationException)
        {
            // It has sent requests before it was given to a channel: its settings are fixed.
            return null;
        }
    }

    /// <summary>Tells a user of connections to an address until it leaves.</summary>
    internal Endpoint Join(Uri address, Subchannel user)
    {
        lock (gate)
        {
            if (!endpoints.TryGetValue((address.IdnHost, address.Port), out var endpoint))
                endpoints.Add((address.IdnHost, address.Port), endpoint = new Endpoint(this, address.IdnHost, address.Port));
            endpoint.Users = [.. endpoint.Users, user];
            return endpoint;
        }
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        Endpoint? endpoint;
        lock (gate)
            endpoint = endpoints.GetValueOrDefault((target.Host, target.Port)) ?? new Endpoint(this, target.Host, target.Port);
        if (endpoint.TakeSpare() is { } spare)
            return spare;
        try
        {
            return await endpoint.OpenAsync(null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            foreach (var user in endpoint.Users)
                user.Refused(exception);
            throw;
        }
    }

    /// <summary>A host and port, and who wants to know about connections to it.</summary>
    internal sealed class Endpoint(ConnectionTable table, string host, int port)
    {
        volatile Subchannel[] users = [];
        int open;

        internal Subchannel[] Users
        {
            get => users;
            set => users = value;
        }

        internal void Leave(Subchannel user)
        {
            lock (table.gate)
            {
                users = [.. users.Where(one => one != user)];
                ForgetIfUnused();
            }
        }

        /// <summary>A connection that was opened before anyone needed it.</summary>
        internal Stream? TakeSpare()
        {
            foreach (var user in Users)
            {
                if (user.TakeSpare(this) is { } spare)
                    return spare;
            }
            return null;
        }

        /// <param name="keep">Takes the connection before anyone hears of it.</param>
        /// <param name="cancellationToken">Gives up.</param>
        internal async Task<Connection> OpenAsync(Action<Connection>? keep, CancellationToken cancellationToken)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new DnsEndPoint(host, port), cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
            lock (table.gate)
                open++;
            var connection = new Connection(this, socket);
            keep?.Invoke(connection);
            foreach (var user in Users)
                user.Opened(this);
            return connection;
        }

        internal void Closed()
        {
            lock (table.gate)
            {
                if (--open > 0)
                    return;
                ForgetIfUnused();
            }
            foreach (var user in Users)
                user.Lost(this);
        }

        void ForgetIfUnused()
        {
            if (open == 0 && users.Length == 0 && table.endpoints.GetValueOrDefault((host, port)) == this)
                table.endpoints.Remove((host, port));
        }
    }

    /// <summary>A connection that tells when it is closed.</summary>
    internal sealed class Connection(Endpoint endpoint, Socket socket) : NetworkStream(socket, ownsSocket: true)
    {
        int closed;

        /// <summary>Ends when the other side has closed the connection, or has sent something.</summary>
        internal async Task<bool> IsClosedByPeerAsync()
        {
            try
            {
                // No bytes are read: this waits until there are some.
                await Socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None).ConfigureAwait(false);
                return Socket.Poll(0, SelectMode.SelectRead) && Socket.Available == 0;
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Interlocked.Exchange(ref closed, 1) == 0)
                endpoint.Closed();
        }
    }
}
