namespace Tsunagu.Households.Domain;

/// <summary>Who is shown what an agency wrote about a resident.</summary>
static class RecordDisclosure
{
    /// <summary>
    /// Whoever wrote it sees it. Others do unless it is kept to that agency, or the whereabouts of somebody whom it names are hidden: words and pictures may tell
    /// where somebody is, and no rule can read them.
    /// </summary>
    /// <param name="hidden">Whether somebody whom it names is under a protective measure, in force or past its end.</param>
    /// <param name="ownAgency">Whether the reader's agency wrote it.</param>
    /// <param name="keptToAgency">Whether that agency keeps it to itself.</param>
    public static bool Shows(bool hidden, bool ownAgency, bool keptToAgency) => ownAgency || (!keptToAgency && !hidden);
}
