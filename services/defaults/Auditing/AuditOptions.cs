namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>File with the private key, ECDSA P-256 in PEM form, by which checkpoints are signed; without one they are not.</summary>
    public string? SigningKey { get; set; }

    /// <summary>Folder to which checkpoints are copied, best on another machine or on a store that keeps what is written; without one they are not.</summary>
    public string? CheckpointDirectory { get; set; }

    /// <summary>How often a copy is made, and the newest one compared with the log.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Names the installation in its checkpoints, such as <c>tsunagu.city.example.lg.jp</c>: no blanks, no plus.</summary>
    public string Origin { get; set; } = "tsunagu";

    internal bool HasValidOrigin => Origin.Length is > 0 and <= 200 && Origin.All(c => c != '+' && !char.IsWhiteSpace(c) && !char.IsControl(c));
}
