namespace Tsunagu.Households.Layouts;

/// <summary>Columns of a list of protective measures that other feeds have not; a cell may hold several 宛名番号.</summary>
sealed record MeasureColumns
{
    /// <summary>Whatever sets two numbers apart, unless the layout says otherwise.</summary>
    public const string UsualSeparators = ";；,，、/／|｜";

    /// <summary>相手方.</summary>
    public IReadOnlyList<string> Opponents { get; init; } = [];

    /// <summary>併せて支援を求める者.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Each character sets two numbers of a cell apart; <see cref="UsualSeparators"/> when empty.</summary>
    public string Separators { get; init; } = "";

    /// <summary>Every column named here, by the field of the contract's definition.</summary>
    public IEnumerable<(string Field, string Column)> Named() =>
        Opponents.Select((column, i) => ($"opponents[{i}]", column)).Concat(Companions.Select((column, i) => ($"companions[{i}]", column)));
}
