using Tsunagu.Households.Layouts;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Proposing;

/// <summary>A proposal as it is answered.</summary>
static class ProposalWire
{
    public static Wire.FeedProposal ToWire(this Proposal proposal) => new()
    {
        Definition = proposal.Layout is { } layout ? FeedDefinitionWriter.Write(layout) : null,
        Findings = { proposal.Findings.Select(ToWire) },
        Preview = { proposal.Preview.Select(ToWire) },
    };

    static Wire.FeedFinding ToWire(Finding finding) => new()
    {
        Code = finding.Code,
        Column = finding.Column,
        Certainty = finding.Certainty switch
        {
            Certainty.Certain => Wire.Certainty.Certain,
            Certainty.Likely => Wire.Certainty.Likely,
            Certainty.Unsure => Wire.Certainty.Unsure,
            Certainty.Open => Wire.Certainty.Open,
        },
        Message = finding.Message,
    };

    static Wire.FeedPreviewRow ToWire(PreviewRow row) => new()
    {
        Line = row.Line,
        Fields = { row.Fields.Select(f => new Wire.FeedPreviewField { Name = f.Name, Value = f.Value }) },
        RejectReason = row.Reject?.Reason ?? "",
        RejectColumn = row.Reject?.Column ?? "",
    };
}
