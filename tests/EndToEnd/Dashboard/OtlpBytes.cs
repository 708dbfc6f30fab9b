using System.Buffers.Binary;
using System.Text;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

/// <summary>Export requests written byte by byte from the protocol's specification, for what no SDK would send.</summary>
static class OtlpBytes
{
    /// <summary>A trace export with one span.</summary>
    public static byte[] Span(byte[] traceId, byte[] spanId, string name, string service = "foreign", byte[]? parent = null)
    {
        var start = new byte[9];
        start[0] = 7 << 3 | 1;
        BinaryPrimitives.WriteUInt64LittleEndian(start.AsSpan(1), 1_700_000_000_000_000_000);
        byte[] span = [.. Field(1, traceId), .. Field(2, spanId), .. parent is null ? [] : Field(4, parent), .. Field(5, Encoding.UTF8.GetBytes(name)), .. start];
        var serviceName = Field(1, [.. Field(1, "service.name"u8), .. Field(2, Field(1, Encoding.UTF8.GetBytes(service)))]);
        return Field(1, [.. Field(1, serviceName), .. Field(2, Field(2, span))]);
    }

    static byte[] Field(int number, ReadOnlySpan<byte> content)
    {
        var field = new List<byte> { (byte)(number << 3 | 2) };
        for (var length = (uint)content.Length; ; length >>= 7)
        {
            field.Add((byte)(length < 0x80 ? length : length & 0x7f | 0x80));
            if (length < 0x80)
                break;
        }
        field.AddRange(content);
        return [.. field];
    }
}
