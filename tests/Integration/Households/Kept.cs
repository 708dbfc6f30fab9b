using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What staff record about residents, in a few words.</summary>
static class Kept
{
    public static SupportSource Told { get; } = new() { Kind = SupportSourceKind.Family, LearnedOn = "2026-04-01", Note = "長女より電話" };

    public static string NewId() => Guid.NewGuid().ToString();

    public static SupportPersonRef Resident(string id) => new() { ResidentId = id };

    public static SupportPersonRef Outsider(SupportFact person) => new() { PersonId = person.FactId };

    public static Membership Member(SupportPersonRef who, Presence presence = Presence.LivesHere) => new() { Who = who, Presence = presence };

    /// <summary>A support household of these residents, who live together.</summary>
    public static async Task<SupportHousehold> HouseholdAsync(SupportService.SupportServiceClient worker, params IEnumerable<string> residents) =>
        await worker.CreateSupportHouseholdAsync(new() { RequestId = NewId(), Members = { residents.Select(id => Member(Resident(id))) }, Source = Told });

    /// <summary>Somebody outside the register.</summary>
    public static async Task<SupportFact> OutsiderAsync(SupportService.SupportServiceClient worker, SupportHousehold household, string name = "遠山　花江") =>
        await worker.RecordSupportFactAsync(Describe(household, name));

    public static RecordSupportFactRequest Describe(SupportHousehold household, string name) => new()
    {
        RequestId = NewId(),
        SupportHouseholdId = household.SupportHouseholdId,
        OutsidePerson = new() { Name = name, Kana = "ﾄｵﾔﾏ ハナエ", BirthDate = "1962", Sex = Sex.Female, Address = "架空県遠町1-2", Phone = "0999-00-0000", Note = "長女" },
        Source = Told,
    };

    public static async Task<SupportFact> MemberAsync(
        SupportService.SupportServiceClient worker, SupportHousehold household, SupportPersonRef who, Presence presence, string since = "", string until = "") =>
        await worker.RecordSupportFactAsync(new()
        {
            RequestId = NewId(),
            SupportHouseholdId = household.SupportHouseholdId,
            Membership = Member(who, presence),
            Since = since,
            Until = until,
            Source = Told,
        });

    public static async Task<SupportFact> TieAsync(
        SupportService.SupportServiceClient worker, SupportHousehold household, SupportPersonRef from, SupportPersonRef to, TieKind kind,
        string since = "", string until = "") => await worker.RecordSupportFactAsync(new()
        {
            RequestId = NewId(),
            SupportHouseholdId = household.SupportHouseholdId,
            Tie = new() { From = from, To = to, Kind = kind, Quality = TieQuality.Strong },
            Since = since,
            Until = until,
            Source = Told,
        });

    /// <summary>The parts of an upload.</summary>
    public static IReadOnlyList<AddResidentFileRequest> FileParts(
        string resident, byte[] bytes, string name = "覚え書き.txt", RecordVisibility visibility = RecordVisibility.Shared, string? requestId = null) =>
    [
        new() { ResidentId = resident, RequestId = requestId ?? NewId(), FileName = name, Visibility = visibility },
        .. bytes.Chunk(50_000).Select(piece => new AddResidentFileRequest { Chunk = ByteString.CopyFrom(piece) }),
    ];

    public static byte[] Text(string text = "訪問時の覚え書き") => Encoding.UTF8.GetBytes(text);

    /// <summary>Adds a file, in pieces.</summary>
    public static async Task<ResidentFile> FileAsync(
        ResidentRecordService.ResidentRecordServiceClient worker, string resident, byte[] bytes, string name = "覚え書き.txt",
        RecordVisibility visibility = RecordVisibility.Shared, string? requestId = null)
    {
        using var upload = worker.AddResidentFile();
        foreach (var part in FileParts(resident, bytes, name, visibility, requestId))
            await upload.RequestStream.WriteAsync(part);
        await upload.RequestStream.CompleteAsync();
        return await upload;
    }

    public static async Task<ResidentMessage> MessageAsync(
        ResidentRecordService.ResidentRecordServiceClient worker, string resident, string text = "留守がちなので夕方に電話", RecordVisibility visibility = RecordVisibility.Shared) =>
        await worker.WriteResidentMessageAsync(new() { RequestId = NewId(), ResidentId = resident, Text = text, Visibility = visibility });
}
