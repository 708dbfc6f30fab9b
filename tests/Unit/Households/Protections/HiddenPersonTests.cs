using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>Somebody whom measures hide: until when, and what may be lifted.</summary>
public sealed class HiddenPersonTests
{
    static readonly DateOnly Today = Named.Today;

    [Theory]
    [InlineData(31, false)]
    [InlineData(30, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Measure_IsRenewedInItsLastMonth(int days, bool ending)
    {
        // From 16 May on, of a measure that ends on 15 June.
        var end = new DateOnly(2026, 6, 15);
        var person = Named.Person(Named.Span(end.AddYears(-1), end));
        Assert.Equal(ending, person.IsEndingOn(end.AddDays(-days)));
    }

    [Fact]
    public void PastItsEnd_ItIsExpiredAndDue()
    {
        var person = Named.Person(Named.Over());
        Assert.Equal((ProtectionState.Expired, true, null), (person.StateOn(Today), person.IsDueOn(Today), person.EndsOn(Today)));
    }

    [Fact]
    public void OfSeveral_TheLastEndCounts_AndNoneWhereOneHasNone()
    {
        var later = Today.AddMonths(6);
        Assert.Equal(later, Named.Person(Named.Span(Today, Today.AddDays(3)), Named.Span(Today, later)).EndsOn(Today));
        Assert.False(Named.Person(Named.Span(Today, Today.AddDays(3)), Named.Span(Today, later)).IsEndingOn(Today));
        Assert.Null(Named.Person(Named.Span(Today, Today.AddDays(3)), Named.Span(Today, null)).EndsOn(Today));
    }

    [Fact]
    public void WhatAListNames_IsLiftedByNobody()
    {
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_IN_FORCE", () => Named.Person(Named.InForce()).RequireReleasable(Today));
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_IN_FORCE", () => Named.Person(Named.Over(), Named.InForce()).RequireReleasable(Today));
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_IN_FORCE", () => Named.Person(Named.Span(null, null)).RequireReleasable(Today));
    }

    [Fact]
    public void WhatIsOver_FellFromTheList_OrWasRegisteredByHand_MayBeLifted()
    {
        var spans = new[] { Named.Over(), Named.Span(Today.AddDays(-9), Today.AddDays(9), listed: false), Named.ByHand() };
        Assert.Equal(spans, Named.Person(spans).RequireReleasable(Today));
    }

    [Fact]
    public void WhatHasNotBegun_IsNotLiftedBeforehand()
    {
        var (over, coming) = (Named.Over(), Named.Span(Today.AddDays(1), null));
        Assert.Equal([over], Named.Person(over, coming).RequireReleasable(Today));
        Refusals.AssertRefused(RefusalKind.WrongState, "PROTECTION_NONE", () => Named.Person(coming).RequireReleasable(Today));
    }

    [Fact]
    public void Etag_ChangesWithWhatIsToldAnew_AndNotWithOrderOrFallingFromTheList()
    {
        var (one, other) = (Named.Over(), Named.InForce());
        var etag = Named.Person(one, other).Etag;
        Assert.Equal(etag, Named.Person(other, one).Etag);
        Assert.Equal(etag, Named.Person(one, other with { Span = other.Span with { Listed = false } }).Etag);
        Assert.NotEqual(etag, Named.Person(one).Etag);
        Assert.NotEqual(etag, Named.Person(one, other with { ToldBy = Guid.NewGuid() }).Etag);
        Assert.NotEqual(etag, Named.Person(one, other with { Span = other.Span with { End = Today.AddYears(3) } }).Etag);
    }
}
