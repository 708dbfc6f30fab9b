using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class FieldParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{0197c2d0-0000-7000-8000-000000000001}")]
    [InlineData("0197c2d0000070008000000000000001")]
    [InlineData(" 0197c2d0-0000-7000-8000-000000000001")]
    public void Uuid_WhenNotAUuid_IsRefusedNamingTheField(string value) =>
        AssertField(() => FieldParser.Uuid(value, "referral_id"), "referral_id");

    [Fact]
    public void UuidOrNull_WhenEmpty_IsNull() => Assert.Null(FieldParser.UuidOrNull("", "case_id"));

    [Fact]
    public void Text_TrimsAndCountsCharactersNotCodeUnits() =>
        Assert.Equal("𠮷𠮷", FieldParser.Text("　𠮷𠮷\n", "name", 2, required: true));

    [Theory]
    [InlineData("", true)]
    [InlineData(" 　", true)]
    [InlineData("あいう", false)]
    [InlineData("a\u0000", false)]
    [InlineData("a\u001b", false)]
    public void Text_WhenMissingTooLongOrWithControls_IsRefused(string value, bool required) =>
        AssertField(() => FieldParser.Text(value, "content.purpose", 2, required), "content.purpose");

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2024/02/03")]
    [InlineData("令和6年2月3日")]
    public void Date_WhenNotADate_IsRefused(string value) =>
        AssertField(() => FieldParser.Date(value, "birth_date"), "birth_date");

    [Fact]
    public void Date_ReadsIsoDates() => Assert.Equal(new DateOnly(2024, 2, 29), FieldParser.Date("2024-02-29", "birth_date"));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    public void PageSize_WithinBounds_IsTaken(int value, int expected) => Assert.Equal(expected, FieldParser.PageSize(value, 20, 100));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void PageSize_OutOfBounds_IsRefused(int value) => AssertField(() => FieldParser.PageSize(value, 20, 100), "page_size");

    [Theory]
    [InlineData("")]
    [InlineData("税務課")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void Code_WhenNotACode_IsRefused(string value) => AssertField(() => FieldParser.Code(value, "to_agency_id"), "to_agency_id");

    static void AssertField<T>(Func<T> parse, string field)
    {
        var refusal = Assert.Throws<Refusal>(() => { parse(); });
        Assert.Equal((RefusalKind.Invalid, "FIELD_INVALID"), (refusal.Kind, refusal.Code));
        Assert.Equal(field, Assert.Single(refusal.Violations).Field);
    }
}
