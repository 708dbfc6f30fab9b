namespace Grpc.Core;

/// <summary>A call that did not end well; thrown by a service, it sets the status that the caller gets.</summary>
public class RpcException : Exception
{
    /// <summary>Fails with <paramref name="status"/>.</summary>
    public RpcException(Status status) : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>Fails with <paramref name="status"/> and a local message that is not sent.</summary>
    public RpcException(Status status, string message) : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>Fails with <paramref name="status"/> and trailers.</summary>
    public RpcException(Status status, Metadata trailers) : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Fails with <paramref name="status"/>, trailers and a local message that is not sent.</summary>
    public RpcException(Status status, Metadata trailers, string message) : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>Status of the call.</summary>
    public Status Status { get; }

    /// <summary>Code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Metadata that came with the status; read only when empty.</summary>
    public Metadata Trailers { get; }
}
