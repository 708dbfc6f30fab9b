namespace Tsunagu.Households.Layouts;

/// <summary>
/// A feed as its source exports it: a versioned configuration document. Columns are named by their header, or <c>#n</c> (1-based) in
/// files without one.
/// </summary>
sealed record FeedLayout
{
    /// <summary>Stable code such as <c>01_kaigo_nintei</c>.</summary>
    public required string FeedId { get; init; }

    /// <summary>From 1; rises with every change of the document.</summary>
    public required int Version { get; init; }

    public required FeedKind Kind { get; init; }

    /// <summary>制度 as shown to staff.</summary>
    public required string Scheme { get; init; }

    /// <summary>所管 department.</summary>
    public required string Department { get; init; }

    /// <summary>Whom to ask there, such as a desk with its extension; empty when nobody is named.</summary>
    public string Contact { get; init; } = "";

    public required FileLayout File { get; init; }

    /// <summary>The person of a record; absent when the source has no key.</summary>
    public KeyColumn? Key { get; init; }

    /// <summary>A second person of the same record.</summary>
    public KeyColumn? SecondKey { get; init; }

    /// <summary>Columns that identify the same record in the next file.</summary>
    public IReadOnlyList<string> RecordKey { get; init; } = [];

    public StatusRule? Status { get; init; }

    public CodedColumn? Detail { get; init; }

    public DateColumn? Start { get; init; }

    /// <summary>The record ends on the earliest of these dates.</summary>
    public IReadOnlyList<DateColumn> End { get; init; } = [];

    /// <summary>True: the start column holds a month, and the record ends with it.</summary>
    public bool EndsWithStartMonth { get; init; }

    /// <summary>Further columns that hold dates, of which nothing is shown.</summary>
    public IReadOnlyList<DateColumn> Dates { get; init; } = [];

    /// <summary>Who a record is about, where the source has no key.</summary>
    public PersonColumns? Person { get; init; }

    /// <summary>Statuses of a record that is no longer in force, whatever its dates.</summary>
    public IReadOnlyList<string> ClosedStatuses { get; init; } = [];

    /// <summary>Columns known to hold numbers that must not be stored; others are found by header and shape.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>A file with a smaller share of the rows before it is taken for truncated.</summary>
    public double TruncatedBelow { get; init; } = 0.7;

    /// <summary>Days within which the next file is expected, 1 to 3660; the default passes a long weekend of a feed that comes every working day.</summary>
    public int ExpectedDays { get; init; } = 4;

    /// <summary>
    /// A file by which a greater share of the earlier records would end, vanish or change waits for somebody's word.
    /// </summary>
    public double MassChangeAbove { get; init; } = 0.3;

    /// <summary>True when what the feed tells is 要配慮個人情報.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Where the register's own columns are; of kind <see cref="FeedKind.Residents"/> alone.</summary>
    public ResidentColumns? Resident { get; init; }

    /// <summary>Further columns of measures; of kind <see cref="FeedKind.ProtectiveMeasures"/> alone.</summary>
    public MeasureColumns? Measure { get; init; }

    /// <summary>Columns of towns; of kind <see cref="FeedKind.Areas"/> alone.</summary>
    public AreaColumns? Area { get; init; }

    /// <summary>True when an open record counts as involvement with welfare in the numbers for planners.</summary>
    public bool Welfare { get; init; }

    /// <summary>Columns of 宛名番号, which are never taken for another number.</summary>
    public IEnumerable<string> Numbers() =>
        new[] { Key?.Column, SecondKey?.Column }.OfType<string>().Concat(Measure?.Named().Select(n => n.Column) ?? []);

    /// <summary>Columns of which something is kept, other than the keys of persons.</summary>
    public IEnumerable<string> Kept() =>
        new[] { Status?.Column, Detail?.Column, Start?.Column }
            .Concat(RecordKey.Where(c => c != Key?.Column && c != SecondKey?.Column))
            .Concat(End.Select(e => e.Column))
            .Concat(Resident?.Kept() ?? [])
            .Concat(Person?.Kept() ?? [])
            .Concat(Area?.Named().Select(n => n.Column) ?? [])
            .OfType<string>();
}

enum FeedKind
{
    /// <summary>Records of a department's system about residents.</summary>
    Involvement,

    /// <summary>The resident register.</summary>
    Residents,

    /// <summary>Protective measures (支援措置).</summary>
    ProtectiveMeasures,

    /// <summary>Towns and the areas they lie in.</summary>
    Areas,
}
