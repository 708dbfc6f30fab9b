using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about residents and feeds.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfHousehold(AccessStage stage) => new()
    {
        ["HouseholdService.ImportFeed"] = new(() => Task.FromResult<IReadOnlyList<IMessage>>(RegisterFile()), null),
        ["HouseholdService.GetImport"] = new(() => new GetImportRequest { ImportId = stage.Import }),
        ["HouseholdService.WatchImport"] = new(() => new WatchImportRequest { ImportId = stage.Import }),
        ["HouseholdService.ListImportRejects"] = new(() => new ListImportRejectsRequest { ImportId = stage.Import }),
        ["HouseholdService.ListFeeds"] = new(() => new ListFeedsRequest()),
        ["HouseholdService.SearchResidents"] = new(() => new SearchResidentsRequest { ResidentNumber = "101" }),
        ["HouseholdService.GetResident"] = new(() => new GetResidentRequest { ResidentId = stage.Resident.ResidentId }),
        ["HouseholdService.FindInvolvement"] = new(() => new FindInvolvementRequest { ResidentId = stage.Resident.ResidentId }),
        ["HouseholdService.GetHouseholdView"] = new(() => new GetHouseholdViewRequest { HouseholdId = stage.Resident.HouseholdId }),
        ["HouseholdService.GetFlagRules"] = new(() => new GetFlagRulesRequest()),
        ["HouseholdService.ReviseFlagRules"] = new(() => new ReviseFlagRulesRequest
        {
            RequestId = Desk.NewId(),
            ExpectedVersion = "0",
            Rules = { new FlagRule { Code = "single", Name = "単身", When = new() { MembersTo = 1 } } },
            Reason = "見直し",
        }),
        ["LinkService.SearchLinkCandidates"] = new(() => new SearchLinkCandidatesRequest { PageSize = 100 }),
        ["LinkService.AcceptLinkCandidate"] = new(() => new AcceptLinkCandidateRequest
        {
            RequestId = Desk.NewId(),
            LinkCandidateId = stage.LinkCandidate,
            ExpectedVersion = Stale,
        }),
        ["LinkService.RejectLinkCandidate"] = new(() => new RejectLinkCandidateRequest
        {
            RequestId = Desk.NewId(),
            LinkCandidateId = stage.LinkCandidate,
            ExpectedVersion = Stale,
        }),
        ["LinkService.UndoLink"] = new(() => new UndoLinkRequest { RequestId = Desk.NewId(), LinkId = stage.LinkCandidate, ExpectedVersion = Stale }),
    };
}
