namespace Tsunagu.Households.Domain;

/// <summary>Who is shown what an agency wrote about a resident.</summary>
static class RecordDisclosure
{
    /// <summary>
    /// Whoever wrote it sees it. Others do unless it is kept to that agency, or the resident is under protective measures: words and pictures may tell where
    /// somebody is, and no rule can read them.
    /// </summary>
    /// <param name="protection">Of the resident; while it is unknown, those who may read the records are shown this one, too.</param>
    /// <param name="ownAgency">Whether the reader's agency wrote it.</param>
    /// <param name="keptToAgency">Whether that agency keeps it to itself.</param>
    public static bool Shows(ProtectionState protection, bool ownAgency, bool keptToAgency) => ownAgency || (!keptToAgency && protection switch
    {
        ProtectionState.None or ProtectionState.Unknown => true,
        ProtectionState.InForce or ProtectionState.Expired => false,
    });
}
