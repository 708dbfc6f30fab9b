using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>Consents as a desk records them.</summary>
[Collection(nameof(IntakeFixture))]
public sealed class ConsentTests(IntakeFixture fixture)
{
    [Fact]
    public async Task Record_KeepsWhatWasSaid()
    {
        var (owner, named) = (fixture.Desk(), fixture.Desk());
        var consultation = await owner.RecordAsync();
        var request = Desk.Consent(consultation.ConsultationId, named.Agency, named.Agency);
        (request.Giver, request.RepresentativeName, request.GivenOn, request.ValidUntil) =
            (ConsentGiver.LegalRepresentative, "架空　花子", "2026-04-01", "2098-03-31");
        request.AgencyKinds.Add([AgencyKind.School, AgencyKind.School]);

        var recorded = await fixture.Consents(owner).RecordConsentAsync(request);

        Assert.Equal((consultation.ConsultationId, "", owner.Agency, owner.Staff), (recorded.ConsultationId, recorded.CaseId, recorded.AgencyId, recorded.RecordedByStaffId));
        Assert.Equal(
            (request.Giver, request.RepresentativeName, request.Form, request.GivenOn, request.ValidUntil, request.Note),
            (recorded.Giver, recorded.RepresentativeName, recorded.Form, recorded.GivenOn, recorded.ValidUntil, recorded.Note));
        Assert.Equal([named.Agency], recorded.AgencyIds);
        Assert.Equal([AgencyKind.School], recorded.AgencyKinds);
        Assert.Equal(["consultation"], recorded.Purposes);
        Assert.Equal(ConsentState.Live, recorded.State);
        Assert.Equal(recorded, await fixture.Consents(owner).GetConsentAsync(new() { ConsentId = recorded.ConsentId }));
    }

    [Fact]
    public async Task List_ShowsThoseOfOneConsultationNewestFirstInPages()
    {
        var owner = fixture.Desk();
        var consultation = await owner.RecordAsync();
        var recorded = new List<Consent>();
        foreach (var about in new[] { consultation, consultation, await owner.RecordAsync() })
        {
            var request = Desk.Consent(about.ConsultationId);
            request.Meetings = true;
            recorded.Add(await fixture.Consents(owner).RecordConsentAsync(request));
        }

        var list = new ListConsentsRequest { ConsultationId = consultation.ConsultationId, PageSize = 1 };
        var first = await fixture.Consents(owner).ListConsentsAsync(list);
        list.PageToken = first.NextPageToken;
        var last = await fixture.Consents(owner).ListConsentsAsync(list);

        Assert.Equal([recorded[1], recorded[0]], first.Consents.Concat(last.Consents));
        Assert.Equal("", last.NextPageToken);
        await Refused.AssertAsync(StatusCode.NotFound, "CONSULTATION_NOT_FOUND", fixture.Consents(fixture.Desk()).ListConsentsAsync(list));
    }

    [Theory]
    [InlineData("agency_ids", "AGENCY_UNKNOWN")]
    [InlineData("agency_ids", "CONSENT_WITH_NOBODY")]
    [InlineData("given_on", "CONSENT_IN_FUTURE")]
    [InlineData("valid_until", "CONSENT_OVER")]
    [InlineData("representative_name", "CONSENT_REPRESENTATIVE")]
    [InlineData("purposes", "FIELD_INVALID")]
    [InlineData("agency_kinds", "FIELD_INVALID")]
    [InlineData("form", "FIELD_INVALID")]
    public async Task Record_WhatIsUnsound_IsRefused(string field, string code)
    {
        var owner = fixture.Desk();
        var request = Desk.Consent((await owner.RecordAsync()).ConsultationId, owner.Agency);
        switch (field)
        {
            case "agency_ids" when code == "AGENCY_UNKNOWN": request.AgencyIds.Add("nowhere"); break;
            case "agency_ids": request.AgencyIds.Clear(); break;
            case "given_on": request.GivenOn = "2098-04-01"; break;
            case "valid_until": request.ValidUntil = "2026-04-01"; break;
            case "representative_name": request.RepresentativeName = "架空　花子"; break;
            case "purposes": request.Purposes.Add("相談支援"); break;
            case "agency_kinds": request.AgencyKinds.Add(AgencyKind.Unspecified); break;
            case "form": request.Form = ConsentForm.Unspecified; break;
        }

        await Refused.AssertFieldAsync(field, fixture.Consents(owner).RecordConsentAsync(request), code);
    }

    [Fact]
    public async Task Record_OfAConsultationOfSomebodyElse_IsRefused()
    {
        var request = Desk.Consent((await fixture.Desk().RecordAsync()).ConsultationId);
        request.Meetings = true;
        await Refused.AssertAsync(StatusCode.NotFound, "CONSULTATION_NOT_FOUND", fixture.Consents(fixture.Desk()).RecordConsentAsync(request));
    }
}
