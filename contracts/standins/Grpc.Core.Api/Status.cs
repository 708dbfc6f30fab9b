namespace Grpc.Core;

/// <summary>Code and text with which a call ended.</summary>
public struct Status : IEquatable<Status>
{
    /// <summary>A successful result without text.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>A cancelled result without text.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>Makes a status.</summary>
    public Status(StatusCode statusCode, string detail) : this(statusCode, detail, null)
    {
    }

    /// <summary>Makes a status that keeps, on this side only, the exception behind it.</summary>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>Text for people.</summary>
    public string Detail { get; }

    /// <summary>The local exception behind this status; never sent.</summary>
    public Exception? DebugException { get; }

    /// <inheritdoc />
    public override readonly string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is Status other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => HashCode.Combine(StatusCode, Detail);

    /// <inheritdoc />
    public readonly bool Equals(Status other) => StatusCode == other.StatusCode && Detail == other.Detail;

    /// <summary>Equal code and text.</summary>
    public static bool operator ==(Status left, Status right) => left.Equals(right);

    /// <summary>Different code or text.</summary>
    public static bool operator !=(Status left, Status right) => !left.Equals(right);
}
