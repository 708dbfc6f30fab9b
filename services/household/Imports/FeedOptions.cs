namespace Tsunagu.Households.Imports;

/// <summary>What an operator may set about feeds.</summary>
sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary>How long the copy of a received file is kept after it was decided on; a quarantined one waits for as long as it takes.</summary>
    public TimeSpan KeepFilesFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Folder in which files are left to be imported, <c>feed/name.csv</c>; none when empty. Replicas share it.</summary>
    public string DropFolder { get; set; } = "";

    /// <summary>Pause between two looks at it; a file whose size and time are the same at both has stopped growing.</summary>
    public TimeSpan DropInterval { get; set; } = TimeSpan.FromSeconds(5);
}
