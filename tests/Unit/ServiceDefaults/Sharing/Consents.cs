using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Sharing;

/// <summary>Consents as a test needs them.</summary>
static class Consents
{
    public const string Purpose = "support";

    public static readonly ConsentOrigin About = new(Guid.Parse("019370c0-0000-7000-8000-000000000001"), Guid.Parse("019370c0-0000-7000-8000-000000000002"));

    /// <summary>To share with one agency since April, until it is revoked.</summary>
    public static Consent Given() => new()
    {
        Id = Guid.Parse("019370c0-0000-7000-8000-000000000003"),
        About = About,
        Agencies = new HashSet<AgencyId> { new("npo") },
        AgencyKinds = new HashSet<string>(),
        Meetings = false,
        Purposes = [Purpose],
        GivenOn = new(2026, 4, 1),
        ValidUntil = null,
        Revoked = false,
    };
}
