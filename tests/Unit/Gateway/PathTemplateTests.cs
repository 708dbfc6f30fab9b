using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Routing;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/v1/referrals", "/v1/referrals")]
    [InlineData("/v1/residents:search", "/v1/residents:search")]
    [InlineData("/v1/referrals/{referral_id}:send", "/v1/referrals/{referral_id:segment}:send")]
    [InlineData("/v1/{a=shelves/*}/books/{b.c}", "/v1/shelves/{segment2:segment}/books/{b.c:segment}")]
    [InlineData("/v1/{name=**}", "/v1/{**name}")]
    [InlineData("/v1/*/x", "/v1/{segment1:segment}/x")]
    public void Template_BecomesARoutePattern(string template, string pattern) =>
        Assert.Equal(pattern, RoutePatterns.Of(PathTemplate.Parse(template)));

    [Theory]
    [InlineData("v1/x")]
    [InlineData("/v1//x")]
    [InlineData("/v1/{a")]
    [InlineData("/v1/**/x")]
    [InlineData("/v1/{a=**}:verb")]
    public void WhatIsNoTemplate_IsRefused(string text) => Assert.Throws<FormatException>(() => PathTemplate.Parse(text));

    [Fact]
    public void EveryTemplateOfTheContract_IsARoutePattern() =>
        Assert.All(Contract.Catalogue.Operations.SelectMany(o => o.Bindings), b => RoutePatternFactory.Parse(RoutePatterns.Of(b.Path)));

    [Theory]
    [InlineData("abc", true)]
    [InlineData("ひ", true)]
    [InlineData("abc:send", false)]
    [InlineData("", false)]
    public void Variable_NeverHoldsAColon(string value, bool matches) =>
        Assert.Equal(matches, new SegmentConstraint().Match(null, null, "id", new RouteValueDictionary { ["id"] = value }, RouteDirection.IncomingRequest));

    [Fact]
    public void VerbPattern_BindsTheIdAlone()
    {
        var values = new RouteValueDictionary();
        var matcher = new TemplateMatcher(TemplateParser.Parse("v1/referrals/{referral_id}:send"), []);

        Assert.True(matcher.TryMatch(new PathString("/v1/referrals/0198:send"), values));
        Assert.Equal("0198", values["referral_id"]);
    }
}
