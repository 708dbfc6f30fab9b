using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>The 受付票 as it arrives.</summary>
static class SheetWire
{
    public static ReceptionSheet Parse(Wire.RecordConsultationRequest request) => new()
    {
        ReceivedAt = FieldParser.TimeOrNull(request.ReceivedAt, "received_at"),
        Channel = FieldParser.Choice<Channel>((int)request.Channel, "channel"),
        Desk = PersonWire.Optional(request.Desk, "desk", 100),
        Person = PersonWire.Parse(request.Person),
        Visitor = PersonWire.Parse(request.Visitor),
        Complaint = FieldParser.Text(request.Complaint, "complaint", 4000, required: true),
        MainIssue = FieldParser.Choice<Issue>((int)request.MainIssue, "main_issue"),
        FurtherIssues = [.. request.Issues.Select(issue => FieldParser.Choice<Issue>((int)issue, "issues"))],
        Urgency = FieldParser.ChoiceOrNull<Urgency>((int)request.Urgency, "urgency"),
        ConsentGiven = request.ConsentGiven,
    };
}
