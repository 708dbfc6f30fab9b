namespace Tsunagu.ServiceDefaults.Wire;

/// <summary>
/// Header in which a stream that starts "from now on" tells where that is, before it has anything to send: a reader that
/// loses the stream in silence resumes there, and misses nothing.
/// </summary>
public static class CursorHeader
{
    /// <summary>Name of the header, as gRPC metadata and as HTTP header.</summary>
    public const string Name = "tsunagu-cursor";
}
