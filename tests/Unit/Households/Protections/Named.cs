using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>People whom measures name.</summary>
static class Named
{
    public const string List = "protective-measures";

    public static readonly DateOnly Today = new(2026, 6, 15);

    public static HiddenPerson Person(params HidingSpan[] spans) => new(Guid.NewGuid(), spans);

    public static HidingSpan Span(DateOnly? start, DateOnly? end, bool listed = true, string feed = List, Guid? toldBy = null) =>
        new(Guid.Empty, feed, "000000000000101", new ProtectionSpan(start, end, listed), toldBy ?? Guid.NewGuid());

    public static HidingSpan Over() => Span(Today.AddYears(-1), Today.AddDays(-1));

    public static HidingSpan InForce() => Span(Today.AddMonths(-3), Today.AddMonths(9));

    public static HidingSpan ByHand() => Span(Today, Today.AddMonths(9), feed: "");
}
