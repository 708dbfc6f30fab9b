using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
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

        await UntilAsync<ListParkedMessagesResponse>(new ListParkedMessagesRequest { Endpoint = MeetingQueue }, answer => answer.ParkedMessages.Count >= 2);
        var parked = await AskAsync<ListParkedMessagesResponse>(
            Administrator, new ListParkedMessagesRequest { Endpoint = MeetingQueue }, service: "notification");
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
        await UntilAsync<ParkedMessage>(new GetParkedMessageRequest { ParkedMessageId = second.ParkedMessageId }, answer => answer.State == ParkedState.Parked);
        await AskAsync<ReplayParkedMessagesResponse>(
            Administrator, new ReplayParkedMessagesRequest { RequestId = NewRequest(), Endpoint = MeetingQueue }, service: "notification");
        await UntilAsync<ListSequenceGapsResponse>(new ListSequenceGapsRequest(), answer => answer.Gaps.Count > 0);
        await AskAsync<ListSequenceGapsResponse>(Administrator, new ListSequenceGapsRequest(), service: "notification");
    }

    // What the broker brings comes in its own time; only what came of it is compared.
    async Task UntilAsync<T>(IMessage request, Func<T, bool> holds)
        where T : IMessage
    {
        var waited = Stopwatch.StartNew();
        var call = await doors.CallAsync(Administrator, request, Ct);
        call = call with { Headers = new Dictionary<string, string>(call.Headers) { [ServiceHeader] = "notification" } };
        while ((await doors.AskGrpcAsync(call, Ct)).Messages is not [T answer, ..] || !holds(answer))
        {
            if (waited.Elapsed > Patience)
                throw new TimeoutException(request.Descriptor.Name);
            await Task.Delay(TimeSpan.FromMilliseconds(250), Ct);
        }
    }

    Task SendAsync(Guid meeting, long sequence, string fields) => new Queues(suite.Broker).SendAsync(MeetingQueue, string.Create(CultureInfo.InvariantCulture,
        $$"""
        {"messageType":["urn:message:Tsunagu.Contracts.Events.Meetings:MeetingCancelled"],
         "message":{ {{fields}} "eventId":"{{Guid.CreateVersion7()}}","occurredAt":"{{DateTimeOffset.UtcNow:O}}","aggregateId":"{{meeting}}","sequence":{{sequence}} }
         }
        """));
}
