using System.Buffers;
using System.Buffers.Binary;

namespace Tsunagu.Households.Records;

/// <summary>What the segments of a JPEG are, and what is kept of them.</summary>
static class JpegMarkers
{
    public const byte Start = 0xD8;
    public const byte End = 0xD9;
    public const byte Scan = 0xDA;

    const byte App0 = 0xE0;
    const byte App1 = 0xE1;
    const byte App2 = 0xE2;
    const byte App14 = 0xEE;
    const int JfifBytes = 14;

    static ReadOnlySpan<byte> Jfif => "JFIF\0"u8;

    static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    static ReadOnlySpan<byte> Profile => "ICC_PROFILE\0"u8;

    static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    /// <summary>Within the data of a picture alone.</summary>
    public static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    /// <summary>Markers without a segment that have no place between segments.</summary>
    public static bool StandsAlone(byte marker) => marker is 0x00 or 0x01 || IsRestart(marker);

    /// <summary>Says how large the picture is and how it is made.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Writes what is kept of a segment.</summary>
    /// <param name="marker">Its marker.</param>
    /// <param name="content">What is in it, without its length.</param>
    /// <param name="into">Where it goes.</param>
    public static void Keep(byte marker, ReadOnlySpan<byte> content, IBufferWriter<byte> into)
    {
        switch (marker)
        {
            // Tables, frames and scans.
            case >= 0xC0 and <= 0xCF or >= Scan and <= 0xDF:
            case App2 when content.StartsWith(Profile):
            case App14 when content.StartsWith(Adobe):
                Write(marker, content, into);
                break;
            case App0 when content.StartsWith(Jfif) && content.Length >= JfifBytes:
                // Its last two bytes are the size of a preview, which would follow.
                Write(marker, [.. content[..(JfifBytes - 2)], 0, 0], into);
                break;
            case App1 when content.StartsWith(Exif) && Orientation.Of(content[Exif.Length..]) is { } orientation:
                Write(marker, [.. Exif, .. Orientation.Tiff(orientation)], into);
                break;
            default:
                break;
        }
    }

    static void Write(byte marker, ReadOnlySpan<byte> content, IBufferWriter<byte> into)
    {
        var head = into.GetSpan(4);
        (head[0], head[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        into.Advance(4);
        into.Write(content);
    }
}
