using Tsunagu.Households.Domain;
using Tsunagu.Households.LifeEvents;

namespace Tsunagu.Tests.Unit.Households.LifeEvents;

/// <summary>A row of a register by hand: the person, a household of one letter, and what else matters to a test.</summary>
sealed record Townsman(int Number, char Home, string Kin)
{
    public ResidentStatus Status { get; init; } = ResidentStatus.Current;

    public string Name { get; init; } = "浪岡　湊";

    public string Address { get; init; } = "本町一丁目1番1号";

    public DateOnly? ChangedOn { get; init; } = new(2010, 5, 1);

    public PartialDate? Born { get; init; } = new(1980, 1, 1);

    public Guid Id => IdOf(Number);

    public RegisterRow Row => new()
    {
        HouseholdId = HomeOf(Home),
        Status = Status,
        Name = Name,
        Address = Address,
        Relationship = Kin.Split('-'),
        ChangedOn = ChangedOn,
    };

    public HouseholdSeat Seat => new(HomeOf(Home), Id, Kinship.IsHead(Kin.Split('-')));

    public static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Guid HomeOf(char home) => new(home, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);
}
