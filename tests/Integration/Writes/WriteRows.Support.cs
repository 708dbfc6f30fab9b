using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Households;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    const string Support = "tsunagu.household.v1.SupportService/";
    const string Records = "tsunagu.household.v1.ResidentRecordService/";

    static IEnumerable<KeyValuePair<string, Write>> SupportWrites =>
    [
        new($"{Support}CreateSupportHousehold", new("household", world =>
        {
            var request = new CreateSupportHouseholdRequest { RequestId = NewId(), Members = { Kept.Member(Who(world)) }, Source = Kept.Told };
            return Task.FromResult(new Prepared(WelfareWorker(world), [request], Changed(request, other => other.Since = "2026-04-01")));
        })),
        new($"{Support}RecordSupportFact", new("household", async world =>
        {
            var request = Kept.Describe(await HouseholdAsync(world), "遠山　花江");
            return new(WelfareWorker(world), [request], Changed(request, other => other.Since = "2026-04-01"));
        })),
        new($"{Support}CorrectSupportFact", new("household", async world =>
        {
            var fact = await FactAsync(world);
            return new(WelfareWorker(world), [new CorrectSupportFactRequest
            {
                RequestId = NewId(), FactId = fact.FactId, ExpectedVersion = fact.Version, OutsidePerson = new() { Name = "遠山　花恵" }, Source = Kept.Told,
                Reason = "聞き違い",
            }]);
        })),
        new($"{Support}EndSupportFact", new("household", async world =>
        {
            var fact = await FactAsync(world);
            return new(WelfareWorker(world), [new EndSupportFactRequest
            {
                RequestId = NewId(), FactId = fact.FactId, ExpectedVersion = fact.Version, Until = "2026-04-01", Reason = "転居",
            }]);
        })),
        new($"{Support}WithdrawSupportFact", new("household", async world =>
        {
            var fact = await FactAsync(world);
            return new(
                WelfareWorker(world), [new WithdrawSupportFactRequest { RequestId = NewId(), FactId = fact.FactId, ExpectedVersion = fact.Version, Reason = "人違い" }]);
        })),
        // The bytes belong to what is asked for: the same head with others is another request, and so is this one.
        new($"{Records}AddResidentFile", new("household", world =>
        {
            var parts = Kept.FileParts(world.Resident.ResidentId, Kept.Text($"{Guid.NewGuid()}"));
            return Task.FromResult(new Prepared(WelfareWorker(world), parts, Changed(parts[0], other => other.FileName = "別.txt")));
        })),
        new($"{Records}WithdrawResidentFile", new("household", async world =>
        {
            var file = await Kept.FileAsync(new(world.As("household", WelfareWorker(world))), world.Resident.ResidentId, Kept.Text());
            return new(WelfareWorker(world), [new WithdrawResidentFileRequest
            {
                RequestId = NewId(), ResidentId = file.ResidentId, FileId = file.FileId, ExpectedVersion = file.Version, Reason = "登録誤り",
            }]);
        })),
        new($"{Records}WriteResidentMessage", new("household", world =>
        {
            var request = new WriteResidentMessageRequest { RequestId = NewId(), ResidentId = world.Resident.ResidentId, Text = "連絡済み" };
            return Task.FromResult(new Prepared(WelfareWorker(world), [request], Changed(request, other => other.Text = "未連絡")));
        })),
        new($"{Records}WithdrawResidentMessage", new("household", async world =>
        {
            var message = await Kept.MessageAsync(new(world.As("household", WelfareWorker(world))), world.Resident.ResidentId);
            return new(WelfareWorker(world), [new WithdrawResidentMessageRequest
            {
                RequestId = NewId(), ResidentId = message.ResidentId, MessageId = message.MessageId, ExpectedVersion = message.Version, Reason = "書き誤り",
            }]);
        })),
    ];

    static SupportPersonRef Who(WriteWorld world) => Kept.Resident(world.Resident.ResidentId);

    static Task<SupportHousehold> HouseholdAsync(WriteWorld world) =>
        Kept.HouseholdAsync(new(world.As("household", WelfareWorker(world))), world.Resident.ResidentId);

    static async Task<SupportFact> FactAsync(WriteWorld world) =>
        await Kept.OutsiderAsync(new(world.As("household", WelfareWorker(world))), await HouseholdAsync(world));
}
