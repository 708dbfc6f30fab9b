using Tsunagu.Households.Domain;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Life stages on the wire, each with the involvement in it.</summary>
static class LifeStageWire
{
    public static Wire.LifeStage ToWire(LifeStageSpan stage, IReadOnlyList<InvolvementFact> involvement, DateOnly day) => new()
    {
        Kind = (Wire.LifeStageKind)(int)stage.Kind,
        FromDate = HouseholdWire.Day(stage.From),
        ToDate = HouseholdWire.Day(stage.To),
        Estimated = stage.Estimated,
        Involvement = { involvement.Index().Where(one => stage.Touches(one.Item.Content.StartDate, one.Item.Content.EndDate, day)).Select(one => one.Index) },
    };
}
