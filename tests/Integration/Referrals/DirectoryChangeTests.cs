using System.Globalization;
using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>What administrators write into the directory decides who may act, everywhere and soon.</summary>
[Collection(typeof(WholeDirectory))]
public sealed class DirectoryChangeTests(DirectoryWorld world)
{
    const string Intake = "intake";
    const string Referral = "referral";

    DirectoryService.DirectoryServiceClient Directory => world.Directory(world.Administrator);

    [Fact]
    public async Task EnrolledStaff_MayCallEveryService_UntilTheyAreSuspendedAndAgainWhenReinstated()
    {
        var person = new Person(NewCode("s"), world.Sender.Agency, "caseworker");
        Assert.Equal("STAFF_UNKNOWN", await world.CodeAsync(Intake, person));

        var enrolled = await EnrolAsync(person, Role.Caseworker);
        await world.BecomesAsync("", Intake, person);
        await world.BecomesAsync("", Referral, person);

        var suspended = await Directory.SuspendStaffAsync(
            new() { RequestId = Story.NewId(), StaffId = person.Staff, ExpectedVersion = enrolled.Version });
        Assert.NotNull(suspended.SuspendedAt);
        await world.BecomesAsync("STAFF_SUSPENDED", Intake, person);
        await world.BecomesAsync("STAFF_SUSPENDED", Referral, person);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "STAFF_WRONG_STATE", Directory.SuspendStaffAsync(
            new() { RequestId = Story.NewId(), StaffId = person.Staff }));

        Assert.Null((await Directory.ReinstateStaffAsync(new() { RequestId = Story.NewId(), StaffId = person.Staff })).SuspendedAt);
        await world.BecomesAsync("", Intake, person);
    }

    [Fact]
    public async Task RevisedStaff_HaveTheirNewRolesAndAgencyAndNoOther()
    {
        var person = new Person(NewCode("s"), world.Sender.Agency, "caseworker", "auditor");
        await EnrolAsync(person, Role.Caseworker);
        await world.BecomesAsync("", Intake, person);

        var revised = await Directory.ReviseStaffAsync(new()
        {
            RequestId = Story.NewId(),
            StaffId = person.Staff,
            AgencyId = person.Agency,
            Name = "別名",
            Roles = { Role.Auditor, Role.Auditor },
        });
        Assert.Equal([Role.Auditor], revised.Roles);
        await world.BecomesAsync("ROLE_NOT_PERMITTED", Intake, person);

        await Directory.ReviseStaffAsync(new()
        {
            RequestId = Story.NewId(),
            StaffId = person.Staff,
            AgencyId = world.Receiver.Agency,
            Name = "別名",
            Roles = { Role.Auditor },
        });
        await world.BecomesAsync("STAFF_UNKNOWN", Intake, person);
    }

    [Fact]
    public async Task RightsThatHaveEnded_ComeBackWhenRenewed_AndAreNotRenewedBeforeTheirTime()
    {
        var person = new Person(NewCode("s"), world.Sender.Agency, "caseworker");
        await EnrolAsync(person, Role.Caseworker);
        await world.BecomesAsync("", Intake, person);
        // A year later.
        await DirectoryWorld.ExecuteAsync(world.ReferralDb, $"update staff set valid_until = now() - interval '1 day' where staff_id = '{person.Staff}'");
        await Directory.RepublishDirectoryAsync(new() { RequestId = Story.NewId() });
        await world.BecomesAsync("RIGHTS_EXPIRED", Intake, person);

        var renewed = await Directory.RenewStaffRightsAsync(new() { RequestId = Story.NewId(), StaffId = person.Staff });
        Assert.True(renewed.ValidUntil.ToDateTime() > DateTime.UtcNow);
        await world.BecomesAsync("", Intake, person);

        // Whatever the day: two years ahead is never open.
        await DirectoryWorld.ExecuteAsync(world.ReferralDb, $"update staff set valid_until = valid_until + interval '1 year' where staff_id = '{person.Staff}'");
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "RIGHTS_NOT_RENEWABLE", Directory.RenewStaffRightsAsync(
            new() { RequestId = Story.NewId(), StaffId = person.Staff }));
    }

    [Fact]
    public async Task PartnerAgency_MayActAsFarAndAsLongAsItsAgreementGoes()
    {
        var person = new Person(NewCode("npo-s"), NewCode("npo"), "partner");
        await RegisterAsync(person.Agency, AgencyKind.Npo);
        await EnrolAsync(person, Role.Partner);
        await world.BecomesAsync("AGREEMENT_MISSING", Intake, person);

        var signed = await SignAsync(person.Agency, Intake);
        Assert.True(signed.InForce);
        await world.BecomesAsync("", Intake, person);
        await world.BecomesAsync("AGREEMENT_SCOPE", Referral, person);

        var renewed = await Directory.RenewAgreementAsync(new()
        {
            RequestId = Story.NewId(),
            AgreementId = signed.AgreementId,
            ExpectedVersion = signed.Version,
            EndsOn = Day(60),
            Scopes = { Intake, Referral },
        });
        Assert.Equal((Day(60), 2), (renewed.EndsOn, renewed.Scopes.Count));
        await world.BecomesAsync("", Referral, person);

        var ended = await Directory.EndAgreementAsync(new() { RequestId = Story.NewId(), AgreementId = signed.AgreementId, Reason = "解約の申し出" });
        Assert.Equal((false, "解約の申し出"), (ended.InForce, ended.EndReason));
        await world.BecomesAsync("AGREEMENT_MISSING", Intake, person);
        await world.BecomesAsync("AGREEMENT_MISSING", Referral, person);
        Assert.Equal([ended], (await Directory.ListAgreementsAsync(new() { AgencyId = person.Agency })).Agreements);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "AGREEMENT_WRONG_STATE", Directory.EndAgreementAsync(
            new() { RequestId = Story.NewId(), AgreementId = signed.AgreementId, Reason = "二度目" }));
    }

    [Fact]
    public async Task AgencyThatLeavesTheCityAdministration_NeedsAnAgreementFromThenOn()
    {
        var person = new Person(NewCode("s"), NewCode("dept"), "caseworker");
        await RegisterAsync(person.Agency, AgencyKind.CityDepartment);
        await EnrolAsync(person, Role.Caseworker);
        await world.BecomesAsync("", Intake, person);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "AGREEMENT_NOT_NEEDED", Directory.SignAgreementAsync(NewAgreement(person.Agency, Intake)));

        await ReviseAsync(person.Agency, AgencyKind.Contractor);
        await world.BecomesAsync("AGREEMENT_MISSING", Intake, person);
        await SignAsync(person.Agency, Intake);
        await world.BecomesAsync("", Intake, person);

        await ReviseAsync(person.Agency, AgencyKind.CityDepartment);
        await world.BecomesAsync("", Referral, person);
    }

    [Fact]
    public async Task Lists_ShowWhatAnAdministratorNeeds()
    {
        var agency = await RegisterAsync(NewCode("npo"), AgencyKind.Npo);
        var staff = await EnrolAsync(new(NewCode("s"), agency.AgencyId, "partner"), Role.Partner);
        var agreement = await SignAsync(agency.AgencyId, Referral);

        Assert.Equal(agency, Assert.Single((await Directory.ListAgenciesAsync(new())).Agencies, one => one.AgencyId == agency.AgencyId));
        Assert.Equal([staff], (await Directory.ListStaffAsync(new() { AgencyId = agency.AgencyId })).Staff);
        Assert.Equal([agreement], (await Directory.ListAgreementsAsync(new() { AgencyId = agency.AgencyId })).Agreements);
        Assert.Contains(agreement, (await Directory.ListAgreementsAsync(new() { AgencyId = "-" })).Agreements);
        Assert.Equal((AgencyKind.Npo, true, true), (agency.Kind, agency.Version.Length > 0, staff.Version.Length > 0));
        await Refused.AssertAsync(StatusCode.NotFound, "AGENCY_NOT_FOUND", Directory.ListAgreementsAsync(new() { AgencyId = "nowhere" }));
    }

    [Fact]
    public async Task Administrators_DoNotChangeTheirOwnRights()
    {
        var (me, own) = (world.Administrator.Staff, world.Administrator.Agency);
        const string Code = "OWN_RIGHTS";
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.SuspendStaffAsync(new() { RequestId = Story.NewId(), StaffId = me }));
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.ReinstateStaffAsync(new() { RequestId = Story.NewId(), StaffId = me }));
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.RenewStaffRightsAsync(new() { RequestId = Story.NewId(), StaffId = me }));
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.ReviseStaffAsync(
            new() { RequestId = Story.NewId(), StaffId = me, AgencyId = own, Name = "氏名", Roles = { Role.Administrator, Role.Manager } }));
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.ReviseAgencyAsync(
            new() { RequestId = Story.NewId(), AgencyId = own, Name = "納税課", Kind = AgencyKind.Contractor }));
        await Refused.AssertAsync(StatusCode.PermissionDenied, Code, Directory.SignAgreementAsync(NewAgreement(own, Intake)));

        // A name is no right.
        Assert.Equal("納税課", (await Directory.ReviseAgencyAsync(
            new() { RequestId = Story.NewId(), AgencyId = own, Name = "納税課", Kind = AgencyKind.CityDepartment })).Name);
    }

    [Fact]
    public async Task WhatIsNotInTheRules_IsRefused()
    {
        var agency = (await RegisterAsync(NewCode("npo"), AgencyKind.Npo)).AgencyId;
        var staff = (await EnrolAsync(new(NewCode("s"), agency, "partner"), Role.Partner)).StaffId;
        await Refused.AssertAsync(StatusCode.AlreadyExists, "AGENCY_EXISTS", Directory.RegisterAgencyAsync(NewAgency(agency, AgencyKind.Npo)));
        await Refused.AssertAsync(StatusCode.AlreadyExists, "STAFF_EXISTS", Directory.EnrolStaffAsync(NewStaff(staff, agency, Role.Partner)));
        await Refused.AssertAsync(StatusCode.NotFound, "AGENCY_NOT_FOUND", Directory.EnrolStaffAsync(NewStaff(NewCode("s"), "nowhere", Role.Partner)));
        await Refused.AssertAsync(StatusCode.NotFound, "STAFF_NOT_FOUND", Directory.SuspendStaffAsync(new() { RequestId = Story.NewId(), StaffId = "nobody" }));
        await Refused.AssertAsync(StatusCode.NotFound, "AGREEMENT_NOT_FOUND", Directory.EndAgreementAsync(
            new() { RequestId = Story.NewId(), AgreementId = Story.NewId(), Reason = "解約" }));
        await Refused.AssertFieldAsync("kind", Directory.RegisterAgencyAsync(NewAgency(NewCode("npo"), AgencyKind.Unspecified)));
        await Refused.AssertFieldAsync("staff_id", Directory.EnrolStaffAsync(NewStaff("service:intake", agency, Role.Partner)));
        foreach (var roles in new Role[][] { [], [Role.Service], [Role.Unspecified], [Role.Partner, (Role)99] })
            await Refused.AssertFieldAsync("roles", Directory.EnrolStaffAsync(NewStaff(NewCode("s"), agency, roles)), "ROLE_INVALID");
        foreach (var scopes in new string[][] { [], ["payroll"], ["intake", "gateway"] })
            await Refused.AssertFieldAsync("scopes", Directory.SignAgreementAsync(NewAgreement(agency, scopes)), "AGREEMENT_SCOPE_INVALID");
        var backwards = NewAgreement(agency, Intake);
        backwards.EndsOn = Day(-1);
        await Refused.AssertFieldAsync("ends_on", Directory.SignAgreementAsync(backwards), "AGREEMENT_PERIOD_INVALID");
    }

    [Fact]
    public async Task TwoAdministratorsWhoSuspendEachOtherAtOnce_DoNotBothSucceed()
    {
        (Person By, Person Of)[] pairs = [(world.Administrator, world.Deputy), (world.Deputy, world.Administrator)];
        await world.BecomesAsync("ROLE_NOT_PERMITTED", Referral, world.Deputy);
        Task<StaffMember>[] both;
        await using (var line = new NpgsqlConnection(world.ReferralDb))
        {
            // Both are let in, and wait for their turn at the directory.
            await line.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = new NpgsqlCommand("begin; select pg_advisory_xact_lock(hashtext('directory'))", line);
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            both = [.. pairs.Select(pair => SuspendAsync(pair.By, pair.Of))];
            const string Waiting =
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and query like '%hashtext(''directory'')%'";
            Assert.True(await Eventually.GetAsync(() => Servers.QueryAsync<long>(world.ReferralDb, Waiting), n => n >= 2) >= 2, "They did not meet.");
        }

        var ended = await Task.WhenAll(both.Select(async call =>
        {
            try
            {
                return (await call).StaffId;
            }
            catch (RpcException e)
            {
                return RefusedCall.Of(e).Code;
            }
        }));

        Assert.Single(ended, code => code == "STAFF_SUSPENDED");
        var (suspended, left) = ended[0] == "STAFF_SUSPENDED" ? (pairs[1].Of, pairs[1].By) : (pairs[0].Of, pairs[0].By);
        Assert.Contains(suspended.Staff, ended);
        // Told in order: once the suspension is known, what follows is the end of it.
        await world.BecomesAsync("STAFF_SUSPENDED", Referral, suspended);
        await world.Directory(left).ReinstateStaffAsync(new() { RequestId = Story.NewId(), StaffId = suspended.Staff });
        await world.BecomesAsync("ROLE_NOT_PERMITTED", Referral, suspended);
    }

    Task<StaffMember> SuspendAsync(Person by, Person of) =>
        world.Directory(by).SuspendStaffAsync(new() { RequestId = Story.NewId(), StaffId = of.Staff }).ResponseAsync;

    async Task<Agency> RegisterAsync(string agency, AgencyKind kind) => await Directory.RegisterAgencyAsync(NewAgency(agency, kind));

    async Task<Agency> ReviseAsync(string agency, AgencyKind kind) =>
        await Directory.ReviseAgencyAsync(new() { RequestId = Story.NewId(), AgencyId = agency, Name = "架空機関", Kind = kind });

    async Task<StaffMember> EnrolAsync(Person person, params Role[] roles) => await Directory.EnrolStaffAsync(NewStaff(person.Staff, person.Agency, roles));

    async Task<Agreement> SignAsync(string agency, params string[] scopes) => await Directory.SignAgreementAsync(NewAgreement(agency, scopes));

    static RegisterAgencyRequest NewAgency(string agency, AgencyKind kind) =>
        new() { RequestId = Story.NewId(), AgencyId = agency, Name = "架空機関", Kind = kind };

    static EnrolStaffRequest NewStaff(string staff, string agency, params Role[] roles) =>
        new() { RequestId = Story.NewId(), StaffId = staff, AgencyId = agency, Name = "架空　花子", Roles = { roles } };

    static SignAgreementRequest NewAgreement(string agency, params string[] scopes) =>
        new() { RequestId = Story.NewId(), AgencyId = agency, Scopes = { scopes }, StartsOn = Day(0), EndsOn = Day(30) };

    static string NewCode(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    // Of Japan, as the contract has it.
    static string Day(int ahead) => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
