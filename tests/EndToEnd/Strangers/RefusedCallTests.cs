using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>Each kind of refusal, by grpc-js at the gRPC door and by plain HTTP at the REST door: status, code, words and fields are the same.</summary>
[Collection(RunningSuite.Name)]
public sealed class RefusedCallTests(SuiteFixture suite) : IAsyncLifetime
{
    const string TaxCounter = "tax-01";

    Doors doors = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => doors = await Doors.OpenAsync(suite, Ct);

    public ValueTask DisposeAsync() => doors.DisposeAsync();

    [Fact]
    public async Task CallWithoutToken_IsUnauthenticated() =>
        await RefusedAlikeAsync(new Call(new ListReferralsRequest(), new Dictionary<string, string>()), 401, "TOKEN_MISSING");

    [Fact]
    public async Task CallWithAnInvalidToken_IsUnauthenticated() =>
        await RefusedAlikeAsync(new Call(new ListReferralsRequest(), new Dictionary<string, string> { ["authorization"] = "Bearer x.y.z" }), 401, "TOKEN_INVALID");

    [Fact]
    public async Task CallInARoleThatMayNot_IsForbidden() =>
        await RefusedAlikeAsync(new ListImportRejectsRequest { ImportId = NewId() }, 403, "ROLE_NOT_PERMITTED");

    [Fact]
    public async Task ReadWithoutAPurpose_IsForbidden()
    {
        var call = await CallAsync(new SearchResidentsRequest { Kana = "タナカ" });

        await RefusedAlikeAsync(call with { Headers = call.Headers.Where(header => header.Key == "authorization").ToDictionary() }, 403, "PURPOSE_MISSING");
    }

    [Fact]
    public async Task RequestWithWrongFields_NamesThem()
    {
        var refused = await RefusedAlikeAsync(
            new RecordConsultationRequest { RequestId = NewId(), Channel = Channel.Counter, MainIssue = Issue.Other, Person = new() { ApproximateAge = 200 } },
            400, "FIELD_INVALID");

        Assert.StartsWith("person.approximate_age: ", Assert.Single(refused.Fields.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRecord_IsNotFound() =>
        await RefusedAlikeAsync(new GetReferralRequest { ReferralId = NewId() }, 404, "REFERRAL_NOT_FOUND");

    [Fact]
    public async Task StepFromAWrongState_IsAConflict()
    {
        var draft = await DraftAsync();
        await AskAsync<Referral>(new SendReferralRequest { RequestId = NewId(), ReferralId = draft.ReferralId });

        await RefusedAlikeAsync(new SendReferralRequest { RequestId = NewId(), ReferralId = draft.ReferralId }, 409, "REFERRAL_WRONG_STATE");
    }

    [Fact]
    public async Task StaleVersion_IsAConflict() =>
        await RefusedAlikeAsync(
            new SendReferralRequest { RequestId = NewId(), ReferralId = (await DraftAsync()).ReferralId, ExpectedVersion = "1" }, 409, "VERSION_STALE");

    [Fact]
    public async Task RequestIdOfAnotherRequest_IsAConflict()
    {
        var first = Draft();
        await AskAsync<Referral>(first);
        var other = first.Clone();
        other.Content.Purpose = "別の理由";

        await RefusedAlikeAsync(other, 409, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task StreamOfAnUnknownRecord_IsNotFound()
    {
        var call = await doors.CallAsync("admin-01", new WatchImportRequest { ImportId = NewId() }, Ct);

        await RefusedAlikeAsync(call, 404, "IMPORT_NOT_FOUND");
    }

    [Fact]
    public async Task UploadToAnUnknownFeed_IsRefused()
    {
        var call = await doors.CallAsync("admin-01", new ImportFeedRequest { FeedId = "none", RequestId = NewId(), FileName = "none.csv" }, Ct);

        await RefusedAlikeAsync(call with { Upload = "\"1\"\r\n"u8.ToArray() }, 404, "FEED_UNKNOWN");
    }

    [Fact]
    public async Task MessageAboveTheLimit_IsTooLargeAtBothDoors()
    {
        var request = Draft();
        request.Content.Purpose = new string('a', 5 << 20);
        var call = await CallAsync(request);

        var byHttp = (await doors.AskHttpAsync(call, Ct)).Refused!;
        var byGrpc = (await doors.AskGrpcAsync(call, Ct)).Refused!;

        Assert.Equal((413, "BODY_TOO_LARGE"), (byHttp.HttpStatus, byHttp.Code));
        // RESOURCE_EXHAUSTED: the runtime of the service refuses by the length alone, before anybody could add details.
        Assert.Equal((429, ""), (byGrpc.HttpStatus, byGrpc.Code));
    }

    [Fact]
    public async Task RpcWithoutRest_IsForNoStaff()
    {
        Assert.Equal(["tsunagu.referral.v1.SubscriptionService/GetDeliveryTarget"], Rpcs.All.Where(method => Rpcs.RestOf(method) is null).Select(Rpcs.NameOf));

        var answer = await doors.AskGrpcAsync(await CallAsync(new GetDeliveryTargetRequest { SubscriptionId = NewId() }), Ct);

        Assert.Equal("ROLE_NOT_PERMITTED", answer.Refused?.Code);
    }

    async Task<Refused> RefusedAlikeAsync(IMessage request, int status, string code) => await RefusedAlikeAsync(await CallAsync(request), status, code);

    async Task<Refused> RefusedAlikeAsync(Call call, int status, string code)
    {
        var (grpc, http) = await doors.AskAsync(call, Ct);

        Assert.NotNull(http.Refused);
        Assert.Equal(http.Refused, grpc.Refused);
        Assert.Equal((status, code), (http.Refused.HttpStatus, http.Refused.Code));
        return http.Refused;
    }

    async Task<T> AskAsync<T>(IMessage request)
        where T : IMessage =>
        Assert.IsType<T>(Assert.Single((await doors.AskGrpcAsync(await CallAsync(request), Ct)).Messages));

    Task<Call> CallAsync(IMessage request) => doors.CallAsync(TaxCounter, request, Ct);

    Task<Referral> DraftAsync() => AskAsync<Referral>(Draft());

    static CreateReferralRequest Draft() => new()
    {
        RequestId = NewId(),
        ToAgencyId = "jobs-npo",
        Content = new SheetContent { Purpose = "仕事の困りごと", Request = "就労の相談をお願いします", LegalBasis = LegalBasis.Emergency },
        RespondBy = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddDays(7)),
    };

    static string NewId() => Guid.CreateVersion7().ToString();
}
