namespace Tsunagu.Households.Records;

/// <summary>What an operator may set about files of residents.</summary>
sealed class RecordOptions
{
    public const string Section = "Records";

    /// <summary>Most bytes of a file as it comes.</summary>
    public long LargestFileBytes { get; set; } = 20 << 20;
}
