using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>The comparison that the other tests trust.</summary>
public sealed class AnswerTests
{
    static readonly Refused NotFound = new(404, "CASE_NOT_FOUND", "見つかりません。", "");

    [Fact]
    public void Answers_AreTheSameOnlyWhenEachMessageIs()
    {
        Assert.Equal(Of("a", "b"), Of("a", "b"));
        Assert.NotEqual(Of("a", "b"), Of("b", "a"));
        Assert.NotEqual(Of("a", "b"), Of("a"));
    }

    [Fact]
    public void Refusals_AreTheSameOnlyWhenEachPartIs()
    {
        Assert.Equal(Of(NotFound), Of(NotFound with { }));
        Assert.NotEqual(Of(NotFound), Of("a"));
        Assert.All(
            [NotFound with { HttpStatus = 409 }, NotFound with { Code = "NOT_FOUND" }, NotFound with { Detail = "" }, NotFound with { Fields = "case_id: ?" }, NotFound with { Traced = true }],
            other => Assert.NotEqual(Of(NotFound), Of(other)));
    }

    static Answer Of(params string[] cases) => new([.. cases.Select(id => new Case { CaseId = id })], null);

    static Answer Of(Refused refused) => new([], refused);
}
