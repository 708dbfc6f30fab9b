using System.Buffers;
using System.Buffers.Binary;

namespace Tsunagu.Households.Records;

/// <summary>
/// Keeps of a JPEG the segments that make the picture (ITU-T T.81): Exif, XMP, IPTC, previews, comments and whatever is not known are left out, and so is
/// everything behind its end, where telephones put films. Which way up it is would be lost with Exif, and is written anew.
/// </summary>
sealed class JpegFilter : FileFilter
{
    const byte Lead = 0xFF;

    readonly ArrayBufferWriter<byte> segment = new();
    JpegState state = JpegState.Marker;
    byte marker;
    int left;
    bool led;
    bool begun;
    bool hasFrame;

    public override void Push(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        while (!data.IsEmpty)
            data = data[Take(data, into)..];
    }

    public override void Complete()
    {
        if (state != JpegState.Ended)
            throw RecordErrors.Broken();
    }

    int Take(ReadOnlySpan<byte> data, IBufferWriter<byte> into) => state switch
    {
        JpegState.Marker => TakeMarker(data[0], into),
        JpegState.Length => TakeLength(data[0], into),
        JpegState.Segment => TakeSegment(data, into),
        JpegState.Scan => TakeScan(data, into),
        JpegState.ScanLead => TakeScanLead(data[0], into),
        JpegState.Ended => data.Length,
    };

    int TakeMarker(byte next, IBufferWriter<byte> into)
    {
        // A marker may have any number of leads.
        if (next == Lead)
            led = true;
        else if (!led)
            throw RecordErrors.Broken();
        else
            Begin(next, into);
        return 1;
    }

    void Begin(byte code, IBufferWriter<byte> into)
    {
        (led, marker) = (false, code);
        if (code == JpegMarkers.Start != !begun || JpegMarkers.StandsAlone(code))
            throw RecordErrors.Broken();
        if (code is JpegMarkers.Start or JpegMarkers.End)
        {
            into.Write([Lead, code]);
            state = code == JpegMarkers.Start ? JpegState.Marker : hasFrame ? JpegState.Ended : throw RecordErrors.Broken();
            begun = true;
            return;
        }
        segment.ResetWrittenCount();
        (state, left) = (JpegState.Length, 2);
    }

    int TakeLength(byte next, IBufferWriter<byte> into)
    {
        segment.Write([next]);
        if (--left == 0)
        {
            left = BinaryPrimitives.ReadUInt16BigEndian(segment.WrittenSpan) - 2;
            if (left < 0)
                throw RecordErrors.Broken();
            state = JpegState.Segment;
            if (left == 0)
                End(into);
        }
        return 1;
    }

    int TakeSegment(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        var part = Math.Min(left, data.Length);
        segment.Write(data[..part]);
        left -= part;
        if (left == 0)
            End(into);
        return part;
    }

    // The segment is whole, its length in front.
    void End(IBufferWriter<byte> into)
    {
        hasFrame |= JpegMarkers.IsFrame(marker);
        if (marker == JpegMarkers.Scan && !hasFrame)
            throw RecordErrors.Broken();
        state = marker == JpegMarkers.Scan ? JpegState.Scan : JpegState.Marker;
        JpegMarkers.Keep(marker, segment.WrittenSpan[2..], into);
    }

    int TakeScan(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        var at = data.IndexOf(Lead);
        into.Write(at < 0 ? data : data[..at]);
        if (at < 0)
            return data.Length;
        state = JpegState.ScanLead;
        return at + 1;
    }

    int TakeScanLead(byte next, IBufferWriter<byte> into)
    {
        if (next == Lead)
            return 1;
        if (next == 0 || JpegMarkers.IsRestart(next))
        {
            into.Write([Lead, next]);
            state = JpegState.Scan;
            return 1;
        }
        (state, led) = (JpegState.Marker, true);
        return 0;
    }
}
