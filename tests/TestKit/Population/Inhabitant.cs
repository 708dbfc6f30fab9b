namespace Tsunagu.Tests.TestKit.Population;

/// <summary>Somebody of a made-up town.</summary>
public sealed record Inhabitant
{
    /// <summary>宛名番号, 15 digits.</summary>
    public required string Number { get; init; }

    /// <summary>世帯番号, 15 digits.</summary>
    public required string Household { get; init; }

    public required WrittenName Family { get; init; }

    public required WrittenName Given { get; init; }

    /// <summary>旧氏, or empty.</summary>
    public string FormerFamily { get; init; } = "";

    public required bool Woman { get; init; }

    public required DateOnly Born { get; init; }

    /// <summary>続柄: 02 head, 12 wife, 20 child.</summary>
    public required string Relationship { get; init; }

    /// <summary>記載順位.</summary>
    public required int Position { get; init; }

    public required string Town { get; init; }

    public required string Street { get; init; }

    public required string Building { get; init; }

    public required string Phone { get; init; }

    /// <summary>As the person was a year before; null when nothing changed.</summary>
    public Inhabitant? Before { get; init; }

    public string Name => $"{Family.Written}　{Given.Written}";

    public string Kana => $"{Family.Kana} {Given.Kana}";

    /// <summary>Full years on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - Born.Year - ((day.Month, day.Day).CompareTo((Born.Month, Born.Day)) < 0 ? 1 : 0);
}
