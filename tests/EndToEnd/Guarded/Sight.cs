namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>What somebody sees of a record.</summary>
[Flags]
enum Sight
{
    /// <summary>It is answered as absent.</summary>
    Nothing = 0,

    /// <summary>The record without any item.</summary>
    Frame = 1,

    /// <summary>主訴.</summary>
    Complaint = 2,

    /// <summary>相談内容.</summary>
    Issues = 4,

    /// <summary>All of it.</summary>
    All = Frame | Complaint | Issues,
}
