using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Access;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class ItemMaskTests
{
    static Consultation Full => new()
    {
        ConsultationId = "c",
        AgencyId = "tax",
        Person = new() { Name = "架空" },
        Visitor = new() { Name = "架空" },
        Complaint = "相談",
        MainIssue = Issue.Care,
        Issues = { Issue.Care, Issue.Debt },
        Urgency = Urgency.Soon,
        ResidentId = "r",
        HouseholdId = "h",
        CaseId = "k",
    };

    [Fact]
    public void Apply_KeepsTheItemsShownAndFieldsWithoutItem()
    {
        var masked = Full;
        ItemMask.Apply(masked, new HashSet<string> { "complaint", "issues" });

        Assert.Equal(
            new Consultation
            {
                ConsultationId = "c",
                AgencyId = "tax",
                Complaint = "相談",
                MainIssue = Issue.Care,
                Issues = { Issue.Care, Issue.Debt },
                Urgency = Urgency.Soon,
                CaseId = "k",
            },
            masked);
    }

    [Fact]
    public void Apply_WithEveryItem_ChangesNothing()
    {
        var masked = Full;
        ItemMask.Apply(masked, ItemMask.ItemsOf(Consultation.Descriptor));
        Assert.Equal(Full, masked);
    }

    [Fact]
    public void ItemsOf_NamesTheItemsOfARecordAndOfTheMessagesWithin()
    {
        Assert.Equal(["complaint", "identity", "issues", "person", "visitor"], ItemMask.ItemsOf(Consultation.Descriptor));
        Assert.Equal(["answer", "sheet"], ItemMask.ItemsOf(Referral.Descriptor));
        Assert.Equal(["answer", "sheet"], ItemMask.ItemsOf(AnswerOf("GetReferral")));
        Assert.Empty(ItemMask.ItemsOf(ReferralSummary.Descriptor));
    }

    static Google.Protobuf.Reflection.MessageDescriptor AnswerOf(string method) =>
        ReferralService.Descriptor.FindMethodByName(method).OutputType;
}
