using System.Buffers.Binary;

namespace Tsunagu.Tests.Unit.Households.Records;

/// <summary>A JPEG made of segments; its picture is made up, its structure is not.</summary>
static class MadeUpJpeg
{
    /// <summary>Where it was taken, as several segments tell it.</summary>
    public const string Secret = "35.8530N 139.4120E";

    public static byte[] Profile { get; } = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]);

    public static byte[] Adobe { get; } = Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);

    public static byte[] Tables { get; } = [.. Segment(0xDB, [0, .. new byte[64]]), .. Segment(0xC4, [0, .. new byte[16]])];

    public static byte[] Frame { get; } = Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);

    /// <summary>A scan with a stuffed byte and a restart in it.</summary>
    public static byte[] Scan { get; } = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56];

    public static byte[] Jfif(byte width, byte height, params byte[] preview) =>
        Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, width, height, .. preview]);

    /// <summary>Everything that is kept of <see cref="Whole"/>.</summary>
    public static byte[] Kept(byte orientation) =>
    [
        0xFF, 0xD8, .. Jfif(0, 0), .. orientation > 1 ? Upright(orientation) : [], .. Profile, .. Adobe, .. Tables, .. Frame, .. Scan, .. Scan, 0xFF, 0xD9,
    ];

    /// <summary>A photo as a telephone makes it: place and device in Exif, XMP, IPTC, a comment, previews, and a film behind its end.</summary>
    public static byte[] Whole(byte orientation, bool littleEndian = true) =>
    [
        0xFF, 0xD8, .. Jfif(1, 1, 7, 7, 7),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation, littleEndian)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Ascii(Secret)]),
        .. Profile,
        .. Segment(0xE2, [.. "MPF\0"u8, .. Ascii(Secret)]),
        .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Ascii(Secret)]),
        .. Adobe,
        .. Segment(0xFE, Ascii(Secret)),
        .. Tables, .. Frame, .. Scan,
        // A progressive picture has several scans, and fill bytes may stand before a marker.
        0xFF, .. Scan, 0xFF, 0xD9,
        .. Ascii($"ftypmp42 {Secret}"),
    ];

    public static byte[] Segment(byte marker, byte[] content)
    {
        var segment = new byte[4 + content.Length];
        (segment[0], segment[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(content.Length + 2));
        content.CopyTo(segment.AsSpan(4));
        return segment;
    }

    static byte[] Upright(byte orientation) => Segment(
        0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

    // Two entries: a text that names the device, and which way up it is.
    static byte[] Tiff(byte orientation, bool little)
    {
        byte[] Two(ushort n) => little ? [(byte)n, (byte)(n >> 8)] : [(byte)(n >> 8), (byte)n];
        byte[] Four(uint n) => little ? [.. Two((ushort)n), 0, 0] : [0, 0, .. Two((ushort)n)];
        return
        [
            .. little ? "II*\0"u8 : "MM\0*"u8, .. Four(8), .. Two(2),
            .. Two(0x010F), .. Two(2), .. Four((uint)Secret.Length), .. Four(38),
            .. Two(0x0112), .. Two(3), .. Four(1), .. Two(orientation), 0, 0,
            .. Four(0), .. Ascii(Secret),
        ];
    }

    static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
