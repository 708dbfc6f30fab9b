using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.Tests.Integration.Households;
using Tsunagu.Tests.Integration.Intake;
using Tsunagu.Tests.Integration.Notifications;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Access;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Webhooks;
using Xunit;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>
/// The whole suite, and one record of each kind that the tax office owns: sent to the council of social welfare, opened to one organisation, once
/// opened to another, unknown to a hospital.
/// </summary>
public sealed class AccessStage : IAsyncLifetime
{
    /// <summary>An agency that has nothing to do with the records.</summary>
    public const string Elsewhere = "legal-office";

    const string Purpose = "consultation";

    static readonly TimeSpan ExpiredAfter = TimeSpan.FromSeconds(2);

    static readonly Dictionary<Standing, string> Agencies = new()
    {
        [Standing.Owner] = "tax-collection",
        [Standing.Receiver] = "social-welfare-council",
        [Standing.Granted] = "consumer-npo",
        [Standing.Expired] = "jobs-npo",
        [Standing.Stranger] = "hoshinose-hospital",
    };

    static readonly Dictionary<Standing, string> Outside = new()
    {
        [Standing.Receiver] = "social_welfare_council",
        [Standing.Granted] = "npo",
        [Standing.Expired] = "npo",
        [Standing.Stranger] = "hospital",
    };

    readonly Dictionary<string, ServiceHost> _hosts = [];
    readonly Dictionary<(Standing, Role), string> _tokens = [];
    readonly ConcurrentDictionary<(string, Standing, Role, bool), CallInvoker> _callers = [];
    TestSuite _suite = null!;
    WebhookReceiver _partner = null!;

    public Resident Resident { get; private set; } = null!;

    public string Import { get; private set; } = "";

    /// <summary>A record without a key and a resident whom it may be about.</summary>
    public string LinkCandidate { get; private set; } = "";

    public SupportHousehold SupportHousehold { get; private set; } = null!;

    public SupportFact SupportFact { get; private set; } = null!;

    public ResidentFile File { get; private set; } = null!;

    public ResidentMessage Message { get; private set; } = null!;

    public Consultation Consultation { get; private set; } = null!;

    public Case Case { get; private set; } = null!;

    public Consent Consent { get; private set; } = null!;

    public Grant Grant { get; private set; } = null!;

    /// <summary>A consultation that nobody else has to do with, for whoever breaks the glass.</summary>
    public Consultation Unseen { get; private set; } = null!;

    /// <summary>What somebody of an agency elsewhere opened of the owner.</summary>
    public BrokenGlass BrokenGlass { get; private set; } = null!;

    public Referral Referral { get; private set; } = null!;

    public Meeting Meeting { get; private set; } = null!;

    public Subscription Subscription { get; private set; } = null!;

    public Delivery Delivery { get; private set; } = null!;

    public InboxItem Item { get; private set; } = null!;

    /// <summary>The line of the inbox before that one.</summary>
    public InboxItem Before { get; private set; } = null!;

    public static string Owner => Agencies[Standing.Owner];

    public static string Receiver => Agencies[Standing.Receiver];

    public async ValueTask InitializeAsync()
    {
        _partner = await WebhookReceiver.StartAsync();
        _suite = await TestSuite.StartAsync();
        (string, string) sample = ("SampleData:Path", Repository.PathOf("apphost/sample"));
        foreach (var service in new[] { "household", "intake", "referral", "meeting", "notification" })
            _hosts[service] = await _suite.StartAsync(service, sample, ("Webhooks:AllowPrivate", "true"));

        // Who stands outside the city administration is told that the city's own tables are not theirs to change.
        foreach (var (standing, kind) in Outside)
            await TestDirectory.Of(_suite.Issuer.Authority).DescribeAsync(Agencies[standing], kind);
        // One after the other: whoever has a token is in the directory of every service.
        foreach (var standing in Agencies.Keys)
            foreach (var role in AccessTable.Roles)
                _tokens[(standing, role)] = Token(standing, role);
        _ = _suite.Issuer.ForStaff("legal-01", Elsewhere, RoleNames.Name(Role.Partner));
        await EnrolAsync();
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _suite.DisposeAsync();
        await _partner.DisposeAsync();
    }

    /// <summary>Somebody of an agency that stands so to the records, in one role; a program stands in none.</summary>
    public CallInvoker As(MethodDescriptor method, Role role, Standing standing, bool purpose) =>
        As(ServiceOf(method), standing, role, purpose);

    /// <summary>A subscription that nobody needs any more.</summary>
    public async Task<Subscription> NewSubscriptionAsync() =>
        await new SubscriptionService.SubscriptionServiceClient(As("referral", Standing.Owner, Role.Coordinator)).CreateSubscriptionAsync(
            new() { RequestId = Desk.NewId(), AgencyId = Owner, Url = NewUrl() });

    /// <summary>The agreement of the agency elsewhere.</summary>
    public async Task<Agreement> AgreementAsync() =>
        (await new DirectoryService.DirectoryServiceClient(As("referral", Standing.Owner, Role.Administrator))
            .ListAgreementsAsync(new() { AgencyId = Elsewhere })).Agreements[0];

    /// <summary>An address that takes webhooks.</summary>
    public string NewUrl() => _partner.Url($"h{Guid.NewGuid():N}");

    // What every service offers is asked of the one that has cases.
    static string ServiceOf(MethodDescriptor method) => method.File.Package.Split('.')[1] switch
    {
        "access" or "audit" or "grant" or "operations" => "intake",
        var area => area,
    };

    CallInvoker As(string service, Standing standing, Role role, bool purpose = true) => _callers.GetOrAdd(
        (service, standing, role, purpose), _ => _hosts[service].As(_tokens[(standing, role)], purpose ? Purpose : null));

    string Token(Standing standing, Role role) => role == Role.Service
        ? _suite.Issuer.ForService("notification")
        : _suite.Issuer.ForStaff(StaffOf(Agencies[standing], role), Agencies[standing], RoleNames.Name(role));

    static string StaffOf(string agency, Role role) => $"{agency}-{RoleNames.Name(role)}";

    async Task FillAsync()
    {
        Resident = (await Register.FillAsync(
            new(As("household", Standing.Owner, Role.Administrator)), new(As("household", Standing.Owner, Role.Caseworker))))[0];
        Import = await ImportAsync();
        LinkCandidate = (await LinkList.CandidateAsync(
            new(As("household", Standing.Owner, Role.Administrator)), new(As("household", Standing.Owner, Role.Caseworker)))).LinkCandidateId;
        await FillRecordsAsync();
        await FillIntakeAsync();
        await FillReferralAsync();
        await FillMeetingAsync();
        await FillNotificationAsync();
    }

    // Whoever changes the directory is looked up there.
    async Task EnrolAsync()
    {
        var administrator = _suite.Issuer.ForStaff("admin-01", "information-systems", RoleNames.Name(Role.Administrator));
        var directory = new DirectoryService.DirectoryServiceClient(_hosts["referral"].As(administrator));
        foreach (var agency in Agencies.Values)
            foreach (var role in new[] { Role.Administrator, Role.Manager })
                await directory.EnrolStaffAsync(new()
                {
                    RequestId = Desk.NewId(),
                    AgencyId = agency,
                    StaffId = StaffOf(agency, role),
                    Name = "架空　太郎",
                    Roles = { role },
                });
    }

    // The same file again: changes nothing.
    async Task<string> ImportAsync()
    {
        using var upload = new HouseholdService.HouseholdServiceClient(As("household", Standing.Owner, Role.Administrator)).ImportFeed();
        foreach (var part in Requests.RegisterFile())
            await upload.RequestStream.WriteAsync(part);
        await upload.RequestStream.CompleteAsync();
        return (await upload).ImportId;
    }

    async Task FillRecordsAsync()
    {
        var worker = As("household", Standing.Owner, Role.Caseworker);
        SupportHousehold = await Kept.HouseholdAsync(new(worker), Resident.ResidentId);
        SupportFact = await Kept.OutsiderAsync(new(worker), SupportHousehold);
        File = await Kept.FileAsync(new(worker), Resident.ResidentId, Kept.Text());
        Message = await Kept.MessageAsync(new(worker), Resident.ResidentId);
    }

    async Task FillIntakeAsync()
    {
        var intake = new IntakeService.IntakeServiceClient(As("intake", Standing.Owner, Role.Caseworker));
        var sheet = Desk.Sheet();
        sheet.ResidentId = Resident.ResidentId;
        Consultation = await intake.RecordConsultationAsync(sheet);
        Case = await intake.OpenCaseAsync(new() { RequestId = Desk.NewId(), ConsultationId = Consultation.ConsultationId });
        Consent = await new ConsentService.ConsentServiceClient(As("intake", Standing.Owner, Role.Caseworker))
            .RecordConsentAsync(Desk.Consent(Consultation.ConsultationId, Receiver));
        Grant = await GrantAsync("intake", "consultation", Consultation.ConsultationId);
        await GrantAsync("intake", "case", Case.CaseId);
        Unseen = await intake.RecordConsultationAsync(Desk.Sheet());
        BrokenGlass = await BreakGlassAsync((await intake.RecordConsultationAsync(Desk.Sheet())).ConsultationId);
    }

    async Task<BrokenGlass> BreakGlassAsync(string consultation) =>
        await new GrantService.GrantServiceClient(_hosts["intake"].As(_suite.Issuer.ForStaff("legal-02", Elsewhere, RoleNames.Name(Role.Caseworker)), Purpose))
            .BreakGlassAsync(new() { RequestId = Desk.NewId(), ResourceKind = "consultation", ResourceId = consultation, Reason = "安否不明のため" });

    async Task FillReferralAsync()
    {
        Subscription = await NewSubscriptionAsync();
        Referral = await ReferAsync(Consultation.ConsultationId, Case.CaseId);
        // A second one, so that the sender's inbox has two lines.
        await ReferAsync("", "");
        await GrantAsync("referral", "referral", Referral.ReferralId);
    }

    async Task<Referral> ReferAsync(string consultationId, string caseId)
    {
        var referrals = new ReferralService.ReferralServiceClient(As("referral", Standing.Owner, Role.Caseworker));
        var draft = Requests.NewReferral(Receiver);
        (draft.ConsultationId, draft.CaseId) = (consultationId, caseId);
        var created = await referrals.CreateReferralAsync(draft);
        await referrals.SendReferralAsync(new() { RequestId = Desk.NewId(), ReferralId = created.ReferralId });
        return await new ReferralService.ReferralServiceClient(As("referral", Standing.Receiver, Role.Partner))
            .ReceiveReferralAsync(new() { RequestId = Desk.NewId(), ReferralId = created.ReferralId });
    }

    async Task FillMeetingAsync()
    {
        Meeting = await new MeetingService.MeetingServiceClient(As("meeting", Standing.Owner, Role.Caseworker))
            .CallMeetingAsync(Requests.NewMeeting(Case.CaseId, Receiver));
        await GrantAsync("meeting", "meeting", Meeting.MeetingId);
    }

    async Task FillNotificationAsync()
    {
        var notification = new NotificationService.NotificationServiceClient(As("notification", Standing.Owner, Role.Coordinator));
        // What the whole agency is told, and not its coordinators alone.
        var inbox = await Eventually.GetAsync(
            async () => (await notification.ListInboxAsync(new() { PageSize = 10 })).Items.Where(item => item.StaffId.Length == 0).ToList(), items => items.Count > 1);
        (Before, Item) = (inbox[0], inbox[1]);
        Delivery = (await Eventually.GetAsync(
            async () => (await notification.ListDeliveriesAsync(new() { AgencyId = Owner, SubscriptionId = Subscription.SubscriptionId })).Deliveries,
            deliveries => deliveries.Count > 0))[0];
        // What the sending of the referral opens to its receiver comes with the event.
        var received = new IntakeService.IntakeServiceClient(As("intake", Standing.Receiver, Role.Partner));
        await Eventually.GetAsync(() => MaySeeAsync(received), seen => seen);
        // So do the grants that are to have expired.
        await Task.Delay(ExpiredAfter);
    }

    async Task<bool> MaySeeAsync(IntakeService.IntakeServiceClient reader)
    {
        try
        {
            await reader.GetCaseAsync(new() { CaseId = Case.CaseId });
            await reader.GetConsultationAsync(new() { ConsultationId = Consultation.ConsultationId });
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Opens a record to one agency until the year's end, and to another for a moment.</summary>
    async Task<Grant> GrantAsync(string service, string kind, string id)
    {
        var grants = new GrantService.GrantServiceClient(As(service, Standing.Owner, Role.Caseworker));
        await grants.CreateGrantAsync(New(Standing.Expired, DateTime.UtcNow + ExpiredAfter / 2));
        return await grants.CreateGrantAsync(New(Standing.Granted, null));

        CreateGrantRequest New(Standing standing, DateTime? until) => new()
        {
            RequestId = Desk.NewId(),
            ResourceKind = kind,
            ResourceId = id,
            Grantee = new() { Kind = GranteeKind.Agency, Id = Agencies[standing] },
            Basis = GrantBasis.Emergency,
            Reason = "同行支援のため",
            ExpiresAt = until?.ToTimestamp(),
        };
    }
}
