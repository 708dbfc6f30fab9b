namespace Tsunagu.Households.Data;

/// <summary>A day on which somebody looked which measures are due: one for each day, by whichever replica came first.</summary>
sealed class ProtectionWatch
{
    /// <summary>Day of Japan.</summary>
    public DateOnly Day { get; init; }

    /// <summary>People whose measures end within a month.</summary>
    public int Ending { get; set; }

    /// <summary>People whose measures are expired.</summary>
    public int Expired { get; set; }

    /// <summary>True when somebody was told.</summary>
    public bool Told { get; set; }
}
