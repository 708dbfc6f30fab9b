namespace Grpc.Net.Client.Internal;

/// <summary>Request messages of a call that may be attempted again, as a chain. Once the call is committed, nothing but the running attempt holds on to it.</summary>
sealed class ReplayBuffer
{
    readonly GrpcChannel channel;
    readonly Lock gate = new();
    Message? head;
    Message last;
    bool attempted;
    long counted;

    internal ReplayBuffer(GrpcChannel channel)
    {
        this.channel = channel;
        head = last = new([], false);
    }

    /// <summary>Whether there will be no further attempt.</summary>
    internal bool IsCommitted { get; private set; }

    /// <summary>Adds a message; the task ends when an attempt has sent it.</summary>
    internal Task Add(byte[] frame, bool mayWait)
    {
        var message = new Message(frame, mayWait);
        lock (gate)
        {
            if (!IsCommitted)
            {
                counted += frame.Length;
                if (!channel.TryKeepForRetry(frame.Length, counted))
                    CommitLocked();
            }
            Append(message);
        }
        return message.Sent.Task;
    }

    /// <summary>No message follows.</summary>
    internal void Complete()
    {
        lock (gate)
            Append(null);
    }

    /// <summary>What precedes the first message, for an attempt that starts to send.</summary>
    /// <exception cref="IOException">The call is committed to another attempt.</exception>
    internal Message Begin()
    {
        lock (gate)
        {
            var first = head ?? throw new IOException("The request can't be sent again because its messages are no longer buffered.");
            attempted = true;
            if (IsCommitted)
                head = null;
            return first;
        }
    }

    /// <summary>The running attempt has failed; the next one sends everything anew.</summary>
    internal void Rewind()
    {
        lock (gate)
            attempted = false;
    }

    /// <summary>Keeps nothing for another attempt.</summary>
    internal void Commit()
    {
        lock (gate)
            CommitLocked();
    }

    void CommitLocked()
    {
        if (IsCommitted)
            return;
        IsCommitted = true;
        channel.ReleaseForRetry(counted);
        // Between two attempts the messages are still needed once.
        if (attempted)
            head = null;
    }

    void Append(Message? message)
    {
        last.Next.TrySetResult(message);
        last = message ?? last;
    }

    internal sealed class Message(byte[] frame, bool mayWait)
    {
        internal byte[] Frame => frame;

        internal bool MayWait => mayWait;

        internal TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The message that follows; null when none does.</summary>
        internal TaskCompletionSource<Message?> Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
