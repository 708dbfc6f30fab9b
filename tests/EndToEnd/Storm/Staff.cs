namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Sample staff who take part, by agency.</summary>
sealed class Staff(HttpClient http)
{
    /// <summary>Desks that pass cases on.</summary>
    public static readonly IReadOnlyList<string> Senders = ["tax-collection", "welfare-general"];

    /// <summary>Desks that take them.</summary>
    public static readonly IReadOnlyList<string> Receivers = ["social-welfare-council", "consumer-npo", "jobs-npo"];

    /// <summary>Agencies whose feeds and inboxes are compared.</summary>
    public static readonly IReadOnlyList<string> Agencies = [.. Senders, .. Receivers];

    /// <summary>Those with a webhook as well: partners, and where a coordinator is.</summary>
    public static readonly IReadOnlyList<string> Subscribers = ["welfare-general", .. Receivers];

    readonly Dictionary<string, PatientClient> clients = new()
    {
        ["tax-collection"] = new(http, "tax-01"),
        ["welfare-general"] = new(http, "coord-01"),
        ["social-welfare-council"] = new(http, "shakyo-01"),
        ["consumer-npo"] = new(http, "npo-01"),
        ["jobs-npo"] = new(http, "jobs-01"),
    };

    public PatientClient this[string agency] => clients[agency];

    /// <summary>Of an agency that has no part in anything.</summary>
    public PatientClient Stranger { get; } = new(http, "housing-01");

    public PatientClient Administrator { get; } = new(http, "admin-01");

    public PatientClient Auditor { get; } = new(http, "auditor-01");
}
