namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Section <c>Directory</c>.</summary>
public sealed class DirectoryOptions
{
    /// <summary>How long the directory is trusted after it was last confirmed by its owner; longer than a minute, and after that every call of staff is refused.</summary>
    public TimeSpan StalenessLimit { get; set; } = TimeSpan.FromMinutes(15);
}
