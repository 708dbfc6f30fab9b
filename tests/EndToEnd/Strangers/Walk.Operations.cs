using System.Globalization;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.Tests.TestKit.Messaging;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    const string MeetingQueue = "notification-meeting";

    async Task OperateAsync()
    {
        // Two of a record that cannot be read, and one that comes past numbers that never came.
        var (broken, torn) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await SendAsync(broken, 1, fields: "");
        await SendAsync(broken, 2, fields: "");
        await SendAsync(torn, 5, fields: $"\"caseId\":\"{Guid.CreateVersion7()}\",\"convenerAgencyId\":\"{PartnerAgency}\",\"invitedAgencyIds\":[],");

        var parked = await AwaitAsync<ListParkedMessagesResponse>(
            Administrator, new ListParkedMessagesRequest { Endpoint = MeetingQueue }, answer => answer.ParkedMessages.Count >= 2, service: "notification");
        var (first, second) = (parked.ParkedMessages[0], parked.ParkedMessages[1]);
        await AskAsync<ParkedMessage>(Administrator, new GetParkedMessageRequest { ParkedMessageId = first.ParkedMessageId }, service: "notification");
        await AskAsync<ParkedMessage>(
            Administrator,
            new DiscardParkedMessageRequest
            {
                RequestId = NewRequest(),
                ParkedMessageId = first.ParkedMessageId,
                ExpectedVersion = first.Version,
                Reason = "読み取れないため",
            },
            service: "notification");
        await AskAsync<ParkedMessage>(
            Administrator,
            new ReplayParkedMessageRequest { RequestId = NewRequest(), ParkedMessageId = second.ParkedMessageId, ExpectedVersion = second.Version },
            service: "notification");
        // It still cannot be read: it is parked again, and the whole endpoint can be replayed.
        await AwaitAsync<ParkedMessage>(
            Administrator, new GetParkedMessageRequest { ParkedMessageId = second.ParkedMessageId }, answer => answer.State == ParkedState.Parked, service: "notification");
        await AskAsync<ReplayParkedMessagesResponse>(
            Administrator, new ReplayParkedMessagesRequest { RequestId = NewRequest(), Endpoint = MeetingQueue }, service: "notification");
        await AwaitAsync<ListSequenceGapsResponse>(
            Administrator, new ListSequenceGapsRequest { IncludeClosed = true }, answer => answer.Gaps.Count > 0, service: "notification");
    }

    Task SendAsync(Guid meeting, long sequence, string fields) => new Queues(suite.Broker).SendAsync(MeetingQueue, string.Create(CultureInfo.InvariantCulture,
        $$"""
        {"messageType":["urn:message:Tsunagu.Contracts.Events.Meetings:MeetingCancelled"],
         "message":{ {{fields}} "eventId":"{{Guid.CreateVersion7()}}","occurredAt":"{{DateTimeOffset.UtcNow:O}}","aggregateId":"{{meeting}}","sequence":{{sequence}} }
         }
        """));
}
