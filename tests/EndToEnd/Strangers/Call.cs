using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>One call, to be made at either door.</summary>
/// <param name="Request">What is asked; of an upload everything but the bytes.</param>
/// <param name="Headers">Token and purpose, under their names in lower case.</param>
sealed record Call(IMessage Request, IReadOnlyDictionary<string, string> Headers)
{
    public MethodDescriptor Method => Rpcs.Taking(Request.Descriptor);

    /// <summary>The file of an upload.</summary>
    public byte[] Upload { get; init; } = [];

    /// <summary>Messages of a stream to wait for; it may end sooner by itself.</summary>
    public int Take { get; init; } = 1;
}
