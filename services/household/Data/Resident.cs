namespace Tsunagu.Households.Data;

/// <summary>
/// A person of the resident register, as the file of the latest data date has it; written by set-based merge alone. What it was before
/// is a <see cref="ResidentVersion"/>.
/// </summary>
sealed class Resident : ResidentContent
{
    public Guid Id { get; init; }

    /// <summary>宛名番号.</summary>
    public required string Number { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import whose file no longer held the person; the row is then no more than the person's identity.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
