using Tsunagu.Households;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>What is shown of a record's detail about somebody whose whereabouts are hidden.</summary>
public sealed class DetailTests
{
    static readonly Dictionary<string, string> Codes = new() { ["1"] = "肢体不自由" };

    [Theory]
    [InlineData(nameof(ProtectionState.None), true)]
    [InlineData(nameof(ProtectionState.Unknown), true)]
    [InlineData(nameof(ProtectionState.InForce), false)]
    [InlineData(nameof(ProtectionState.Expired), false)]
    [InlineData(nameof(ProtectionState.Household), false)]
    public void WordsOfTheSource_AreShownOnlyWhereNothingIsHidden(string protection, bool shown) =>
        Assert.Equal(shown ? "川端団地" : "", Of("川端団地", null, protection));

    [Fact]
    public void LabelOfACodeTable_TellsNoPlace()
    {
        Assert.Equal("肢体不自由", Of("肢体不自由", Codes, nameof(ProtectionState.InForce)));
        Assert.Equal("", Of("川端団地", Codes, nameof(ProtectionState.InForce)));
    }

    static string Of(string detail, Dictionary<string, string>? codes, string protection)
    {
        var record = new InvolvementRecord { FeedId = "f", RecordKey = "1", Status = "入居", Detail = detail };
        var layout = new FeedLayout
        {
            FeedId = "f",
            Version = 1,
            Kind = FeedKind.Involvement,
            Scheme = "市営住宅",
            Department = "住宅課",
            File = new FileLayout { Encoding = "utf-8", Delimiter = ',', Quoting = Quoting.None, HeaderRows = 1, Columns = ["内容"] },
            Detail = new CodedColumn { Column = "内容", Codes = codes },
        };
        return HouseholdWire.DetailOf(record, layout, Enum.Parse<ProtectionState>(protection));
    }
}
