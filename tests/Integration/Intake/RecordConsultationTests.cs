using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

[Collection(nameof(IntakeFixture))]
public sealed class RecordConsultationTests(IntakeFixture fixture)
{
    [Fact]
    public async Task Record_TheLeastASheetMayHold_IsUnidentifiedAndReadBackTheSame()
    {
        var desk = fixture.Desk();
        var recorded = await desk.RecordAsync();

        Assert.Equal(SubjectState.Unidentified, recorded.SubjectState);
        Assert.Equal((desk.Staff, desk.Agency), (recorded.StaffId, recorded.AgencyId));
        Assert.Equal([Issue.TaxOrUtilities], recorded.Issues);
        Assert.InRange(recorded.ReceivedAt.ToDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Equal(recorded, await desk.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId }));
    }

    [Fact]
    public async Task Record_AWholeSheet_IsReadBackTheSame()
    {
        var desk = fixture.Desk();
        var sheet = WholeSheet();
        var recorded = await desk.Intake.RecordConsultationAsync(sheet);

        Assert.Equal((sheet.Person, sheet.Visitor), (recorded.Person, recorded.Visitor));
        Assert.Equal((sheet.Desk, sheet.Complaint, sheet.Urgency, sheet.ConsentGiven), (recorded.Desk, recorded.Complaint, recorded.Urgency, recorded.ConsentGiven));
        Assert.Equal([Issue.Debt, Issue.Care], recorded.Issues);
        Assert.Equal(sheet.ReceivedAt, recorded.ReceivedAt);
        Assert.Equal(recorded, await desk.Intake.GetConsultationAsync(new() { ConsultationId = recorded.ConsultationId }));
    }

    [Fact]
    public async Task Record_IsPublishedAsTheFirstEventWithIdsAndCodesAlone()
    {
        var desk = fixture.Desk();
        var recorded = await desk.Intake.RecordConsultationAsync(WholeSheet());

        var told = Assert.Single(await fixture.Events.WaitForAsync<ConsultationRecorded>(recorded.ConsultationId));
        Assert.Equal((1L, desk.Agency, desk.Staff, "URGENCY_IMMEDIATE"), (told.Sequence, told.AgencyId, told.StaffId, told.Urgency));
        Assert.DoesNotContain(fixture.Events.Bodies, body => Secrets.Any(secret => body.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Record_WithTheSameRequestId_IsRecordedAndToldOnce()
    {
        var desk = fixture.Desk();
        var sheet = Desk.Sheet();
        var first = await desk.Intake.RecordConsultationAsync(sheet);

        Assert.Equal(first, await desk.Intake.RecordConsultationAsync(sheet));
        Assert.Single((await desk.Intake.ListConsultationsAsync(new())).Consultations);
        Assert.Equal(1, await fixture.ToldAsync(desk.Agency));
    }

    [Fact]
    public async Task Record_WithTheSameRequestIdAndAnotherSheet_IsRefused()
    {
        var desk = fixture.Desk();
        var sheet = Desk.Sheet();
        _ = await desk.Intake.RecordConsultationAsync(sheet);
        sheet.Complaint += "。";

        await Refused.AssertAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", desk.Intake.RecordConsultationAsync(sheet));
    }

    [Fact]
    public async Task Record_TheSameRequestIdManyTimesAtOnce_IsRecordedOnce()
    {
        var desk = fixture.Desk();
        var sheet = Desk.Sheet();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Intake.RecordConsultationAsync(sheet).ResponseAsync));

        Assert.Single(answers.Distinct());
        Assert.Single((await desk.Intake.ListConsultationsAsync(new())).Consultations);
    }

    [Fact]
    public async Task Record_ForAResidentWhileTheRegisterIsAway_IsRefusedAndNothingIsSavedOrTold()
    {
        var desk = fixture.Desk();
        var call = desk.RecordAsync(sheet => sheet.ResidentId = Desk.NewId());

        await Refused.AssertAsync(StatusCode.Unavailable, "HOUSEHOLD_UNAVAILABLE", call);
        Assert.Empty((await desk.Intake.ListConsultationsAsync(new())).Consultations);
        Assert.Equal(0, await fixture.ToldAsync(desk.Agency));
    }

    [Fact]
    public Task Record_WithoutAChannel_IsRefused() => RefusedAsync("channel", sheet => sheet.Channel = Channel.Unspecified);

    [Fact]
    public Task Record_WithoutAComplaint_IsRefused() => RefusedAsync("complaint", sheet => sheet.Complaint = " ");

    [Fact]
    public Task Record_WithoutAMainIssue_IsRefused() => RefusedAsync("main_issue", sheet => sheet.MainIssue = Issue.Unspecified);

    [Fact]
    public Task Record_WithoutARequestId_IsRefused() => RefusedAsync("request_id", sheet => sheet.RequestId = "");

    [Fact]
    public Task Record_WithAnIssueNobodyKnows_IsRefused() => RefusedAsync("issues", sheet => sheet.Issues.Add((Issue)99));

    [Fact]
    public Task Record_WithABirthDateThatIsNone_IsRefused() =>
        RefusedAsync("person.birth_date", sheet => sheet.Person = new() { BirthDate = "1950-02-30" });

    [Fact]
    public Task Record_WithAnAgeBeyondReason_IsRefused() =>
        RefusedAsync("person.approximate_age", sheet => sheet.Person = new() { ApproximateAge = 131 });

    [Fact]
    public Task Record_WithAComplaintThatIsTooLong_IsRefused() => RefusedAsync("complaint", sheet => sheet.Complaint = new('あ', 4001));

    [Fact]
    public Task Record_ReceivedInTheFuture_IsRefused() => RefusedAsync(
        "received_at", sheet => sheet.ReceivedAt = DateTime.UtcNow.AddMinutes(5).ToTimestamp(), "RECEIVED_AT_IN_FUTURE");

    Task RefusedAsync(string field, Action<RecordConsultationRequest> change, string code = "FIELD_INVALID") =>
        Refused.AssertFieldAsync(field, fixture.Desk().RecordAsync(change), code);

    static readonly string[] Secrets = ["戸塚", "とつか", "星ノ瀬", "090-0000", "totsuka@", "民生委員", "借金", "三番窓口"];

    static RecordConsultationRequest WholeSheet() => new()
    {
        RequestId = Desk.NewId(),
        Channel = Channel.Phone,
        ReceivedAt = new Timestamp { Seconds = 1_780_000_000, Nanos = 123_456_000 },
        Desk = "三番窓口",
        Person = new()
        {
            Name = "戸塚 花子",
            Kana = "とつか はなこ",
            Sex = StatedSex.Female,
            BirthDate = "1950-02",
            ApproximateAge = 76,
            Address = "星ノ瀬市1-2-3",
            Phone = "090-0000-0000",
            Email = "totsuka@example.jp",
        },
        Visitor = new() { Name = "戸塚 太郎", Relationship = "民生委員", Phone = "090-0000-0001" },
        Complaint = "借金が返せない",
        MainIssue = Issue.Debt,
        Issues = { Issue.Care, Issue.Debt },
        Urgency = Urgency.Immediate,
        ConsentGiven = true,
    };
}
