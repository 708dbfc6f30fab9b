namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>What this replica knows of the state of its audit.</summary>
sealed class AuditCondition
{
    volatile string? contradiction;
    volatile bool copies;

    /// <summary>True: checkpoints are signed.</summary>
    public bool Signs { get; set; }

    /// <summary>True: the last copy could be made and read.</summary>
    public bool Copies { get => copies; set => copies = value; }

    /// <summary>What the log contradicts, in English without personal data; null as long as nothing is known to.</summary>
    public string? Contradiction { get => contradiction; set => contradiction = value; }
}
