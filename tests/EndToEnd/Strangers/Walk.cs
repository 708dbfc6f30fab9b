using System.Diagnostics;
using Google.Protobuf;
using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>One case from the departments' files to the partner's answer, every step asked at both doors; what each RPC answered is kept.</summary>
public sealed partial class Walk(SuiteFixture suite) : IAsyncLifetime
{
    /// <summary>Metadata that says which service a call is for that all of them offer.</summary>
    public const string ServiceHeader = "tsunagu-service";

    const string TaxCounter = "tax-01";
    const string Coordinator = "coord-01";
    const string Administrator = "admin-01";
    const string Manager = "welfare-manager-01";
    const string TaxManager = "tax-manager-01";
    const string Partner = "npo-01";
    const string CouncilWorker = "shakyo-02";
    const string Planner = "planner-01";
    const string PartnerAgency = "consumer-npo";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Dictionary<string, List<Met>> met = [];
    Doors doors = null!;

    /// <summary>Why the walk ended before its end; null when it did not.</summary>
    public string? Breakdown { get; private set; }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Both answers of each call of an RPC; none when the walk never came to it.</summary>
    internal IReadOnlyList<Met> Of(string rpc) => met.GetValueOrDefault(rpc) ?? [];

    public async ValueTask InitializeAsync()
    {
        try
        {
            doors = await Doors.OpenAsync(suite, Ct);
            await ImportAsync();
            var resident = await FindAsync();
            await SupportAsync(resident);
            await KeepAsync(resident);
            await ProtectAsync(resident);
            await ReviseFlagsAsync();
            await LiveAsync(resident);
            await LinkAsync();
            var (consultation, openCase) = await ConsultAsync(resident);
            var consent = await ConsentAsync(consultation);
            await GrantAsync(consultation, consent);
            await BreakGlassAsync(consultation);
            await TransferAsync(openCase);
            await AskDirectoryAsync();
            await AdministerAsync();
            await using var receiver = await PartnerReceiver.StartAsync();
            var subscription = await SubscribeAsync(receiver.Address);
            var referral = await ReferAsync(consultation, openCase, consent);
            await DeclineAsync();
            await RevokeAsync(consent);
            await MeetAsync(openCase);
            await AdministerMeetingRulesAsync();
            await ReadInboxAsync();
            await DeliverAsync(subscription, referral);
            await AuditAsync(resident);
            await OperateAsync();
        }
        catch (Exception failure)
        {
            Breakdown = failure.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (doors is not null)
            await doors.DisposeAsync();
    }

    /// <summary>Asks both doors; the answer that they agree on.</summary>
    /// <exception cref="InvalidOperationException">It was a refusal.</exception>
    async Task<T> AskAsync<T>(string staffId, IMessage request, byte[]? upload = null, int take = 1, string? service = null)
        where T : IMessage
    {
        var call = await doors.CallAsync(staffId, request, Ct) with { Upload = upload ?? [], Take = take };
        if (service is not null)
            call = call with { Headers = new Dictionary<string, string>(call.Headers) { [ServiceHeader] = service } };
        var answer = Keep(call, await doors.AskAsync(call, Ct));
        return answer.Messages is [T message, ..] ? message : throw new InvalidOperationException($"{Rpcs.NameOf(call.Method)}: {answer}");
    }

    /// <summary>Asks both doors for what they refuse.</summary>
    async Task AskRefusedAsync(string staffId, IMessage request)
    {
        var call = await doors.CallAsync(staffId, request, Ct);
        Keep(call, await doors.AskAsync(call, Ct));
    }

    /// <summary>Asks both doors until what they answer holds.</summary>
    async Task<T> AwaitAsync<T>(string staffId, IMessage request, Func<T, bool> holds)
        where T : IMessage
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var answer = await AskAsync<T>(staffId, request);
            if (holds(answer))
                return answer;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"{request.Descriptor.Name}: {answer}");
            await Task.Delay(TimeSpan.FromMilliseconds(250), Ct);
        }
    }

    Answer Keep(Call call, (Answer Grpc, Answer Http) answers)
    {
        var name = Rpcs.NameOf(call.Method);
        if (!met.TryGetValue(name, out var all))
            met[name] = all = [];
        all.Add(new Met(answers.Grpc, answers.Http));
        return answers.Grpc;
    }

    static string NewRequest() => Guid.CreateVersion7().ToString();

    /// <summary>What the doors answered to one call.</summary>
    internal sealed record Met(Answer Grpc, Answer Http);
}
