using System.Buffers.Binary;

namespace Tsunagu.Households.Records;

/// <summary>Which way up a photo is: the one thing of Exif (CIPA DC-008, a TIFF) without which it would be shown wrongly.</summary>
static class Orientation
{
    const ushort Tag = 0x0112;
    const ushort Short = 3;
    const int EntryBytes = 12;
    const int Upright = 1;
    const int Last = 8;

    /// <summary>2 to 8; null for a photo that is upright, or does not say.</summary>
    public static byte? Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return null;
        var little = tiff[0] == 'I';
        var start = Number32(tiff[4..], little);
        if (start > (uint)tiff.Length - 2)
            return null;
        var entries = tiff[(int)start..];
        var count = Number16(entries, little);
        for (var i = 0; i < count && entries.Length >= 2 + ((i + 1) * EntryBytes); i++)
        {
            var entry = entries.Slice(2 + (i * EntryBytes), EntryBytes);
            if (Number16(entry, little) == Tag && Number16(entry[2..], little) == Short)
                return Number16(entry[8..], little) is var value and > Upright and <= Last ? (byte)value : null;
        }
        return null;
    }

    /// <summary>A TIFF that says nothing else.</summary>
    public static byte[] Tiff(byte orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    static ushort Number16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
