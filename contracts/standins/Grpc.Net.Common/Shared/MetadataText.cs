using Grpc.Core;

namespace Grpc.Shared;

/// <summary>Metadata entries as header text and back.</summary>
static class MetadataText
{
    internal static string Encode(Metadata.Entry entry) =>
        entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;

    /// <summary>Adds a header; a binary one may hold several values, separated by commas, with or without padding.</summary>
    /// <exception cref="FormatException">A binary value is not Base64.</exception>
    internal static void Add(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(name, value);
            return;
        }
        foreach (var range in value.AsSpan().Split(','))
            metadata.Add(name, Decode(value.AsSpan()[range].Trim()));
    }

    static byte[] Decode(ReadOnlySpan<char> text)
    {
        var missing = (4 - text.Length % 4) % 4;
        return missing == 0 ? Convert.FromBase64String(text.ToString()) : Convert.FromBase64String(string.Concat(text, "===".AsSpan(0, missing)));
    }
}
