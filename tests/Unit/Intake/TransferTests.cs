using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Intake.Domain;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class TransferTests
{
    [Fact]
    public void Transfer_ChangesOwnerAndWorkerAndIsTold()
    {
        var opened = Opened();
        opened.Transfer(new("npo"), new("npo-01"));
        Assert.Equal(("npo", "npo-01", 2L), (opened.Agency.Value, opened.Responsible.Value, opened.Sequence));
    }

    [Fact]
    public void Transfer_WithinTheAgency_ChangesTheWorkerAlone()
    {
        var opened = Opened();
        opened.Transfer(opened.Agency, new("tax-02"));
        Assert.Equal((Sheets.TaxOffice, "tax-02"), (opened.Agency, opened.Responsible.Value));
    }

    [Fact]
    public void Transfer_ToWhereItIs_IsRefused()
    {
        var opened = Opened();
        Refusals.AssertRefused(RefusalKind.WrongState, "CASE_TRANSFER_TO_SAME", () => opened.Transfer(opened.Agency, opened.Responsible));
        Assert.Equal(1, opened.Sequence);
    }

    [Fact]
    public void ReferralBasis_KnowsEveryBasisOfAReferral() => Assert.Equal(
        Enum.GetValues<LegalBasis>().Select(basis => basis is not LegalBasis.Unspecified),
        ReferralReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(LegalBasis)).Values
            .Select(value => ReferralBasis.Of(value.Name) is not null));

    static SupportCase Opened() => Sheets.Recorded().OpenCase(Sheets.NewCase(), Sheets.Desk, Sheets.Now);
}
