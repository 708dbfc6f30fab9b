namespace Aspire.Dashboard.Layout;

/// <summary>Where the length of a span is written: right of its bar, left of it when there is no room, else inside.</summary>
/// <param name="At">Percent of the lane.</param>
/// <param name="Shift">Pixels from there; the text ends there when negative.</param>
/// <param name="IsInside">True when it lies on the bar.</param>
public readonly record struct BarLabel(double At, int Shift, bool IsInside)
{
    // A label takes about this share of a lane of ordinary width.
    const double Room = 12;

    /// <summary>Places the label of a row.</summary>
    /// <param name="row">The row.</param>
    public static BarLabel Of(WaterfallRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var end = row.Offset + row.Width;
        if (end <= 100 - Room)
            return new BarLabel(end, 6, false);
        return row.Offset >= Room ? new BarLabel(row.Offset, -6, false) : new BarLabel(end, -6, true);
    }
}
